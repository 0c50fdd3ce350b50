import { DateTime } from '@mycelium/schema/scalars';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { EventActor } from '../event-job/event-job.ts';
import { Advice } from './advice.ts';
import { Standing } from './standing.ts';

export enum StorageMode {
  ZERO_DB_SUCCESS = 'ZERO_DB_SUCCESS',
  PENDING_ONLY = 'PENDING_ONLY',
  THIRTY_DAYS = 'THIRTY_DAYS',
  FULL_HISTORY = 'FULL_HISTORY',
}
registerEnumType(StorageMode, {
  name: 'StorageMode',
  description: 'Which events the database keeps. Those that were given up it keeps always.',
  valuesConfig: {
    ZERO_DB_SUCCESS: { description: 'No row for a success; the default.' },
    PENDING_ONLY: { description: 'Also those that wait, until they are acknowledged.' },
    THIRTY_DAYS: { description: 'All, for 30 days.' },
    FULL_HISTORY: { description: 'All, for good.' },
  },
});

export enum ChannelStatus {
  HEALTHY = 'HEALTHY',
  DEGRADED = 'DEGRADED',
  UNHEALTHY = 'UNHEALTHY',
}
registerEnumType(ChannelStatus, {
  name: 'ChannelStatus',
  valuesConfig: {
    HEALTHY: { description: 'Fewer than half of what has not been acknowledged has failed.' },
    DEGRADED: { description: 'Half or more.' },
    UNHEALTHY: { description: 'Nine of ten or more, or nothing succeeds any more: `standing` is FAILING.' },
  },
});

export enum BreakerState {
  CLOSED = 'CLOSED',
  OPEN = 'OPEN',
  HALF_OPEN = 'HALF_OPEN',
}
registerEnumType(BreakerState, {
  name: 'BreakerState',
  valuesConfig: {
    CLOSED: { description: 'Events are handed out.' },
    OPEN: { description: 'Too many failed in a row: events wait.' },
    HALF_OPEN: { description: 'One event tries whether it works again.' },
  },
});

@ObjectType({ description: 'How long the deliveries of the last hour took, from publication to acknowledgment.' })
export class Latency {
  @Field(() => Int, { nullable: true, description: 'Half of them took at most so many milliseconds.' })
  p50?: number;

  @Field(() => Int, { nullable: true })
  p95?: number;

  @Field(() => Int, { nullable: true })
  p99?: number;

  @Field(() => [LatencyBucket], { description: 'How many took how long.' })
  histogram!: LatencyBucket[];
}

@ObjectType({ description: 'Deliveries that took about as long.' })
export class LatencyBucket {
  @Field(() => Int, { description: 'At most so many milliseconds.' })
  upToMs!: number;

  @Field(() => Int)
  count!: number;
}

@ObjectType({ description: 'What one application tells another, and what becomes of it.' })
export class CommunicationChannel {
  @Field(() => String)
  source!: string;

  @Field(() => String)
  target!: string;

  @Field(() => Int, { description: 'Published and not yet acknowledged.' })
  pending!: number;

  @Field(() => Int, { description: 'Of those: failed before, and to be tried again.' })
  retrying!: number;

  @Field(() => Int, { description: 'Given up and kept, until somebody retries or discards them.' })
  failed!: number;

  @Field(() => Int, { description: 'Pending and failed.' })
  total!: number;

  @Field(() => Number, { description: 'Failed of total, 0 to 1.' })
  failureRate!: number;

  @Field(() => ChannelStatus, {
    description: 'By the share of what failed; `standing` also knows what was tried last.',
  })
  status!: ChannelStatus;

  @Field(() => Standing, { description: 'How it does now.' })
  standing!: Standing;

  @Field(() => DateTime, {
    nullable: true,
    description: 'Since when nothing has succeeded; null when the last attempt did, or nothing was tried.',
  })
  failingSince?: Date;

  @Field(() => Int, { description: 'How many attempts have failed since then.' })
  failuresInARow!: number;

  @Field(() => Boolean, { description: 'Whether the target is a product that is off: it is told nothing.' })
  isOff!: boolean;

  @Field(() => Int, { description: 'In the last hour.' })
  acknowledgedLastHour!: number;

  @Field(() => Int, { description: 'Failed or not acknowledged in time, in the last hour.' })
  failedLastHour!: number;

  @Field(() => Number, {
    nullable: true,
    description: 'Acknowledged of all that ended in the last hour, 0 to 1; null when nothing did.',
  })
  successRate?: number;

  @Field(() => Latency)
  latency!: Latency;

  @Field(() => ID, { nullable: true, description: 'The event that waits longest.' })
  oldestEventId?: string;

  @Field(() => DateTime, { nullable: true, description: 'When that one was published.' })
  oldestPublishedAt?: Date;

  @Field(() => Boolean, { description: 'Whether somebody stopped it; what is published waits.' })
  isPaused!: boolean;

  @Field(() => DateTime, { nullable: true, description: 'When it was stopped.' })
  pausedAt?: Date;

  @Field(() => EventActor, { nullable: true, description: 'Who stopped it.' })
  pausedBy?: EventActor;

  @Field(() => BreakerState, { description: "The target's." })
  breaker!: BreakerState;
}

@ObjectType({ description: 'All that applications tell each other.' })
export class CommunicationMatrix {
  @Field(() => ID)
  tenantId!: string;

  @Field(() => StorageMode)
  storageMode!: StorageMode;

  @Field(() => Int)
  totalPendingEvents!: number;

  @Field(() => Int)
  totalFailedEventsStored!: number;

  @Field(() => Number, { description: 'Failed of failed and pending, 0 to 1.' })
  overallFailureRate!: number;

  @Field(() => [CommunicationChannel])
  channels!: CommunicationChannel[];

  @Field(() => String, { description: '`totalFailedEventsStored` as an English sentence, for programs.' })
  message!: string;

  @Field(() => [Advice], { description: 'What to do about it; empty when all is well.' })
  advice!: Advice[];

  /** For consoles that are open since before there were codes. */
  @Field(() => [String], { deprecationReason: 'Say the codes of `advice` in words of your own.' })
  recommendations!: string[];
}

@ObjectType({ description: 'How one application does with what it is told.' })
export class ApplicationHealth {
  @Field(() => String)
  application!: string;

  @Field(() => ChannelStatus, {
    description: 'By the share of what failed; `standing` also knows what was tried last.',
  })
  status!: ChannelStatus;

  @Field(() => Standing, { description: 'As the worst of the channels to it that are on.' })
  standing!: Standing;

  @Field(() => DateTime, { nullable: true, description: 'Since when nothing succeeds in one of them.' })
  failingSince?: Date;

  @Field(() => Boolean, { description: 'Whether it is a product that is off: it is told nothing.' })
  isOff!: boolean;

  @Field(() => Int)
  pending!: number;

  @Field(() => Int)
  failed!: number;

  @Field(() => Number, { nullable: true, description: 'Acknowledged of all that ended in the last hour, 0 to 1.' })
  successRate?: number;

  @Field(() => Latency)
  latency!: Latency;

  @Field(() => BreakerState)
  breaker!: BreakerState;
}

@ObjectType({ description: 'How the events of a tenant are doing, over all applications.' })
export class SyncHealth {
  @Field(() => ID)
  tenantId!: string;

  @Field(() => StorageMode)
  storageMode!: StorageMode;

  @Field(() => Int)
  totalPendingEvents!: number;

  @Field(() => Int)
  failedStoredInDb!: number;

  @Field(() => Int)
  retrying!: number;

  @Field(() => Number, { description: 'Failed of failed and pending, 0 to 1.' })
  failureRate!: number;

  @Field(() => [CommunicationChannel], { description: 'Those in which something waits or has failed.' })
  channels!: CommunicationChannel[];

  @Field(() => ChannelStatus)
  status!: ChannelStatus;

  @Field(() => String, { description: '`totalPendingEvents` as an English sentence, for programs.' })
  message!: string;

  @Field(() => [Advice], { description: 'What to do about it; empty when all is well.' })
  advice!: Advice[];

  /** For consoles that are open since before there were codes. */
  @Field(() => [String], { deprecationReason: 'Say the codes of `advice` in words of your own.' })
  recommendations!: string[];
}
