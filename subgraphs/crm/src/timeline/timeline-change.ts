import { Change } from '@mycelium/kit/change';
import { Field, ID, ObjectType } from 'type-graphql';
import { TimelineEntry } from './timeline-entry.ts';

@ObjectType({ implements: Change, description: 'Something was added to a timeline.' })
export class TimelineChange extends Change {
  @Field(() => ID)
  entryId!: string;

  @Field(() => TimelineEntry, { nullable: true, description: 'What was added; null if it is gone.' })
  entry?: TimelineEntry;
}
