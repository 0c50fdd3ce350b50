import { DateTime } from '@mycelium/schema/scalars';
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';

/** What to do about the events of a tenant. Applications have the words, in their languages. */
export enum AdviceCode {
  BREAKER_OPEN = 'BREAKER_OPEN',
  CONSUMER_SILENT = 'CONSUMER_SILENT',
  CONSUMER_SLOW = 'CONSUMER_SLOW',
  PAUSED_WITH_WORK = 'PAUSED_WITH_WORK',
  FAILED_KEPT = 'FAILED_KEPT',
}
registerEnumType(AdviceCode, {
  name: 'AdviceCode',
  description: 'What to do about the events of a tenant; an application says it in words of its own.',
  valuesConfig: {
    BREAKER_OPEN: { description: 'See why the application cannot be reached: its breaker is open, and events wait.' },
    CONSUMER_SILENT: {
      description: 'See whether its consumers run: events wait, and it acknowledged none for an hour.',
    },
    CONSUMER_SLOW: { description: 'Start more consumers: events wait for more than 5 minutes.' },
    PAUSED_WITH_WORK: { description: 'Resume the channel when it may go on: events wait there.' },
    FAILED_KEPT: { description: 'Retry or discard the events of the channel that were given up.' },
  },
});

@ObjectType({ description: 'An application, or one channel to it, that an advice is about.' })
export class AdviceSubject {
  @Field(() => String, {
    nullable: true,
    description: 'Of the channel; null when all channels to the target are meant.',
  })
  source?: string;

  @Field(() => String)
  target!: string;

  @Field(() => Int, { description: 'How many events wait there, or have failed.' })
  events!: number;

  @Field(() => DateTime, { nullable: true, description: 'Since when the oldest waits, or since when it is paused.' })
  since?: Date;
}

@ObjectType({ description: 'One thing to do, and where.' })
export class Advice {
  @Field(() => AdviceCode)
  code!: AdviceCode;

  @Field(() => [AdviceSubject])
  subjects!: AdviceSubject[];

  @Field(() => String, { description: 'In English, for programs.' })
  text!: string;
}
