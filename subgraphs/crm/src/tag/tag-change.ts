import { Change } from '@mycelium/kit/change';
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { Tag } from './tag.ts';

export enum TagChangeKind {
  CREATED = 'CREATED',
  UPDATED = 'UPDATED',
  REMOVED = 'REMOVED',
}
registerEnumType(TagChangeKind, { name: 'TagChangeKind' });

@ObjectType({
  implements: Change,
  description:
    'A tag was created or restored, changed or removed. All that carries it has changed with it, and is not told one by one.',
})
export class TagChange extends Change {
  @Field(() => TagChangeKind)
  kind!: TagChangeKind;

  @Field(() => ID)
  tagId!: string;

  @Field(() => Tag, { nullable: true, description: 'Its current state; null if it is gone.' })
  tag?: Tag;
}
