import { DateTime } from '@mycelium/schema/scalars';
import { Field, Int, ObjectType } from 'type-graphql';

@ObjectType({
  description:
    'The business clock, which windows, reminders and business days go by. Sessions, keys, limits and timestamps keep real time.',
})
export class BusinessClock {
  @Field(() => DateTime, { description: 'The time of the business clock.' })
  now!: Date;

  @Field(() => Int, { description: 'How many seconds it is ahead of real time; 0 unless somebody has moved it.' })
  aheadSeconds!: number;

  @Field(() => Boolean, { description: 'Whether it can be moved: in development and for demos, never in production.' })
  canBeMoved!: boolean;
}
