import { PageOf } from '@mycelium/kit/page';
import { DateTime, Settings } from '@mycelium/schema/scalars';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';

export enum TrackingStatus {
  PUBLISHED = 'PUBLISHED',
  ACKNOWLEDGED = 'ACKNOWLEDGED',
  FAILED = 'FAILED',
  TIMEOUT = 'TIMEOUT',
}
registerEnumType(TrackingStatus, {
  name: 'TrackingStatus',
  valuesConfig: {
    PUBLISHED: { description: 'The application has not acknowledged it yet.' },
    FAILED: { description: 'All attempts failed, or the application cannot make sense of it.' },
    TIMEOUT: { description: 'Nobody acknowledged it in time.' },
  },
});

@ObjectType({ description: 'One failed attempt of an application to process an event.' })
export class FailedAttempt {
  @Field(() => Int, { description: 'From 1; continues from the last one after a manual retry.' })
  number!: number;

  @Field(() => String, { description: 'The consumer that had it.' })
  consumer!: string;

  @Field(() => DateTime, { nullable: true })
  leasedAt?: Date;

  @Field(() => DateTime)
  endedAt!: Date;

  @Field(() => String)
  error!: string;
}

@ObjectType({ description: 'An event as delivered to one application: published, handed out, acknowledged.' })
export class EventTracking {
  @Field(() => ID, { nullable: true, description: 'The id of the stored row; null if it is not stored.' })
  id?: string;

  @Field(() => ID)
  eventId!: string;

  @Field(() => String)
  eventType!: string;

  @Field(() => String)
  sourceApplication!: string;

  @Field(() => String)
  targetApplication!: string;

  @Field(() => TrackingStatus)
  status!: TrackingStatus;

  @Field(() => Boolean, { description: 'Whether the application has confirmed that it processed it.' })
  acknowledged!: boolean;

  @Field(() => Boolean, { description: 'The same, under the name used by the products of the ecosystem.' })
  processed!: boolean;

  @Field(() => Settings, { nullable: true, description: 'What the application answered.' })
  acknowledgmentData?: Record<string, unknown>;

  @Field(() => Settings, { nullable: true, description: 'Null once it is acknowledged, if no history is kept.' })
  payload?: Record<string, unknown>;

  @Field(() => ID, { nullable: true, description: 'The request that caused it; null whenever the payload is.' })
  correlationId?: string;

  @Field(() => DateTime)
  publishedAt!: Date;

  @Field(() => DateTime, { nullable: true, description: 'When it was last handed out.' })
  leasedAt?: Date;

  @Field(() => DateTime, { nullable: true, description: 'When it was acknowledged or given up.' })
  endedAt?: Date;

  @Field(() => Int, { nullable: true, description: 'From the publication to the end, in milliseconds.' })
  durationMs?: number;

  @Field(() => Int, { description: 'How old it is, in milliseconds; how long it took, if it has ended.' })
  ageMs!: number;

  @Field(() => Int, { description: 'How often it was handed out, including before a manual retry.' })
  attempts!: number;

  @Field(() => Int, { description: 'How often since it was published, or last retried manually.' })
  tries!: number;

  @Field(() => Int, { nullable: true, description: 'How many attempts there are at most; null if it has ended.' })
  triesAtMost?: number;

  @Field(() => DateTime, {
    nullable: true,
    description:
      'When it will be retried; null unless it has failed and is waiting for that, and while its channel is paused.',
  })
  nextAttemptAt?: Date;

  @Field(() => DateTime, { nullable: true, description: 'When it first failed, or was given up.' })
  firstFailedAt?: Date;

  @Field(() => DateTime, {
    nullable: true,
    description: 'When somebody last had it delivered again, by a retry or a replay.',
  })
  retriedAt?: Date;

  @Field(() => String, { nullable: true, description: 'The consumer that has it, or had it last.' })
  consumer?: string;

  @Field(() => String, { nullable: true, description: 'The error of the last failed attempt.' })
  lastError?: string;

  @Field(() => [FailedAttempt], { description: 'The failed attempts, oldest first.' })
  failedAttempts!: FailedAttempt[];
}

@ObjectType({ description: 'A page of stored events.' })
export class EventTrackingPage extends PageOf(EventTracking) {}
