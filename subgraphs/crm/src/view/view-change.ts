import { Change } from '@mycelium/kit/change';
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { SavedView } from './saved-view.ts';

export enum ViewChangeKind {
  CREATED = 'CREATED',
  UPDATED = 'UPDATED',
  REMOVED = 'REMOVED',
}
registerEnumType(ViewChangeKind, { name: 'SavedViewChangeKind' });

@ObjectType('SavedViewChange', {
  implements: Change,
  description: 'A saved view was created or restored, changed or removed, or is no longer shared.',
})
export class ViewChange extends Change {
  @Field(() => ViewChangeKind)
  kind!: ViewChangeKind;

  @Field(() => ID)
  viewId!: string;

  @Field(() => SavedView, { nullable: true, description: 'Its current state; null if it is gone.' })
  view?: SavedView;
}
