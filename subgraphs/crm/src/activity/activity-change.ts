import { Change } from '@mycelium/kit/change';
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { Activity } from './activity.ts';

export enum ActivityChangeKind {
  CREATED = 'CREATED',
  UPDATED = 'UPDATED',
  COMPLETED = 'COMPLETED',
  REOPENED = 'REOPENED',
  REMOVED = 'REMOVED',
}
registerEnumType(ActivityChangeKind, { name: 'ActivityChangeKind' });

@ObjectType({
  implements: Change,
  description: 'An activity was created or restored, changed, completed, reopened or removed.',
})
export class ActivityChange extends Change {
  @Field(() => ActivityChangeKind)
  kind!: ActivityChangeKind;

  @Field(() => ID)
  activityId!: string;

  @Field(() => Activity, { nullable: true, description: 'Its current state; null if it is gone.' })
  activity?: Activity;
}
