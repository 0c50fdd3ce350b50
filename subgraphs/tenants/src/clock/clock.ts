import { DateTime } from '@mycelium/schema/scalars';
import { Field, Int, ObjectType } from 'type-graphql';

@ObjectType({
  description:
    'What time it is for the business: what windows, reminders and business days go by. Sessions, keys and limits, and when something happened, keep real time.',
})
export class BusinessClock {
  @Field(() => DateTime, { description: 'What time it is for the business.' })
  now!: Date;

  @Field(() => Int, { description: 'How many seconds that is ahead of real time; 0 unless somebody has moved it.' })
  aheadSeconds!: number;

  @Field(() => Boolean, { description: 'Whether it can be moved: in development and for a demo, never in production.' })
  canBeMoved!: boolean;
}
