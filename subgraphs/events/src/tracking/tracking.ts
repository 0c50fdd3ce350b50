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
    FAILED: { description: 'It was tried as often as it may be, or makes no sense to the application.' },
    TIMEOUT: { description: 'Nobody acknowledged it in time.' },
  },
});

@ObjectType({ description: 'One time that an application tried to process an event, and could not.' })
export class FailedAttempt {
  @Field(() => Int, { description: 'From 1; those after a retry by hand go on from the last.' })
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

@ObjectType({ description: 'An event on its way to one application: published, handed out, acknowledged.' })
export class EventTracking {
  @Field(() => ID, { nullable: true, description: 'Of its row; null while the database keeps none.' })
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

  @Field(() => Boolean, { description: 'The same, by the name that the products of the ecosystem use.' })
  processed!: boolean;

  @Field(() => Settings, { nullable: true, description: 'What the application answered.' })
  acknowledgmentData?: Record<string, unknown>;

  @Field(() => Settings, { nullable: true, description: 'Null once it was acknowledged and no history is kept.' })
  payload?: Record<string, unknown>;

  @Field(() => ID, { nullable: true, description: 'The request that it came from; null as the payload is.' })
  correlationId?: string;

  @Field(() => DateTime)
  publishedAt!: Date;

  @Field(() => DateTime, { nullable: true, description: 'When it was handed out last.' })
  leasedAt?: Date;

  @Field(() => DateTime, { nullable: true, description: 'When it was acknowledged or given up.' })
  endedAt?: Date;

  @Field(() => Int, { nullable: true, description: 'From the publication to the end, in milliseconds.' })
  durationMs?: number;

  @Field(() => Int, { description: 'How old it is, in milliseconds; of one that has ended, how long it took.' })
  ageMs!: number;

  @Field(() => Int, { description: 'How often it was handed out, before it was retried by hand included.' })
  attempts!: number;

  @Field(() => Int, { description: 'How often since it was published, or retried by hand last.' })
  tries!: number;

  @Field(() => Int, { nullable: true, description: 'How many of these tries there are; null when it has ended.' })
  triesAtMost?: number;

  @Field(() => DateTime, {
    nullable: true,
    description: 'When it is tried again; null unless it failed and waits for that, or while its channel is paused.',
  })
  nextAttemptAt?: Date;

  @Field(() => DateTime, { nullable: true, description: 'When it failed for the first time, or was given up.' })
  firstFailedAt?: Date;

  @Field(() => DateTime, {
    nullable: true,
    description: 'When somebody had it delivered anew last, by a retry or a replay.',
  })
  retriedAt?: Date;

  @Field(() => String, { nullable: true, description: 'The consumer that has it, or had it last.' })
  consumer?: string;

  @Field(() => String, { nullable: true, description: 'What the last attempt that failed said.' })
  lastError?: string;

  @Field(() => [FailedAttempt], { description: 'The attempts that failed, oldest first.' })
  failedAttempts!: FailedAttempt[];
}

@ObjectType({ description: 'A page of events that the database keeps.' })
export class EventTrackingPage extends PageOf(EventTracking) {}
