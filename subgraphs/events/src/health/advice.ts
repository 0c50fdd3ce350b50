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
  description: 'What to do about the events of a tenant; an application shows its own words for each.',
  valuesConfig: {
    BREAKER_OPEN: {
      description: 'Check why the application cannot be reached: its circuit breaker is open, and events are waiting.',
    },
    CONSUMER_SILENT: {
      description:
        'Check whether its consumers are running: events are waiting, and it has acknowledged none for an hour.',
    },
    CONSUMER_SLOW: { description: 'Start more consumers: events have been waiting for more than 5 minutes.' },
    PAUSED_WITH_WORK: { description: 'Resume the channel when it may continue: events are waiting there.' },
    FAILED_KEPT: { description: 'Retry or discard the events of the channel that were given up.' },
  },
});

@ObjectType({ description: 'An application, or one channel to it, that needs attention.' })
export class AdviceSubject {
  @Field(() => String, {
    nullable: true,
    description: 'The sending application of the channel; null if all channels to the target are meant.',
  })
  source?: string;

  @Field(() => String)
  target!: string;

  @Field(() => Int, { description: 'How many events are waiting there, or have failed.' })
  events!: number;

  @Field(() => DateTime, {
    nullable: true,
    description: 'Since when the oldest has been waiting, or since when it has been paused.',
  })
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
