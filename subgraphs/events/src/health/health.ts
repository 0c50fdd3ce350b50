import { Cursor, DateTime } from '@mycelium/schema/scalars';
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
  description: 'Which events are stored. Those that were given up always are.',
  valuesConfig: {
    ZERO_DB_SUCCESS: { description: 'Stores nothing for a success; the default.' },
    PENDING_ONLY: { description: 'Also those that are waiting, until they are acknowledged.' },
    THIRTY_DAYS: { description: 'All events, for 30 days.' },
    FULL_HISTORY: { description: 'All events, permanently.' },
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
    HEALTHY: { description: 'Fewer than half of the unacknowledged events have failed.' },
    DEGRADED: { description: 'Half or more.' },
    UNHEALTHY: { description: 'Nine in ten or more, or nothing succeeds any longer: `standing` is FAILING.' },
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
    CLOSED: { description: 'Events are being sent.' },
    OPEN: { description: 'Too many failures in a row: events wait.' },
    HALF_OPEN: { description: 'A single event tests whether it works again.' },
  },
});

@ObjectType({ description: 'How long the deliveries of the last hour took, from publication to acknowledgment.' })
export class Latency {
  @Field(() => Int, { nullable: true, description: 'Half of them took at most this many milliseconds.' })
  p50?: number;

  @Field(() => Int, { nullable: true })
  p95?: number;

  @Field(() => Int, { nullable: true })
  p99?: number;

  @Field(() => [LatencyBucket], { description: 'How many took how long.' })
  histogram!: LatencyBucket[];
}

@ObjectType({ description: 'Deliveries that took about equally long.' })
export class LatencyBucket {
  @Field(() => Int, { description: 'At most this many milliseconds.' })
  upToMs!: number;

  @Field(() => Int)
  count!: number;
}

@ObjectType({ description: 'The events from one application to another, and what becomes of them.' })
export class CommunicationChannel {
  @Field(() => String)
  source!: string;

  @Field(() => String)
  target!: string;

  @Field(() => Int, { description: 'Published and not yet acknowledged.' })
  pending!: number;

  @Field(() => Int, { description: 'Of those, how many failed before and will be retried.' })
  retrying!: number;

  @Field(() => Int, { description: 'Given up and kept until somebody retries or discards them.' })
  failed!: number;

  @Field(() => Int, { description: 'Pending and failed.' })
  total!: number;

  @Field(() => Number, { description: 'Failed as a share of the total, 0 to 1.' })
  failureRate!: number;

  @Field(() => ChannelStatus, {
    description: 'By the share that failed; `standing` also takes the latest attempts into account.',
  })
  status!: ChannelStatus;

  @Field(() => Standing, { description: 'How it is doing now.' })
  standing!: Standing;

  @Field(() => DateTime, {
    nullable: true,
    description: 'Since when nothing has succeeded; null if the last attempt did, or if there was none.',
  })
  failingSince?: Date;

  @Field(() => Int, { description: 'How many attempts have failed since then.' })
  failuresInARow!: number;

  @Field(() => Boolean, { description: 'Whether the target is a product that is switched off: it receives nothing.' })
  isOff!: boolean;

  @Field(() => Int, { description: 'In the last hour.' })
  acknowledgedLastHour!: number;

  @Field(() => Int, { description: 'Failed or not acknowledged in time, in the last hour.' })
  failedLastHour!: number;

  @Field(() => Number, {
    nullable: true,
    description: 'The acknowledged share of what ended in the last hour, 0 to 1; null if nothing did.',
  })
  successRate?: number;

  @Field(() => Latency)
  latency!: Latency;

  @Field(() => ID, { nullable: true, description: 'The event that has been waiting longest.' })
  oldestEventId?: string;

  @Field(() => DateTime, { nullable: true, description: 'When that event was published.' })
  oldestPublishedAt?: Date;

  @Field(() => Boolean, { description: 'Whether somebody has paused it; new events wait.' })
  isPaused!: boolean;

  @Field(() => DateTime, { nullable: true, description: 'When it was paused.' })
  pausedAt?: Date;

  @Field(() => EventActor, { nullable: true, description: 'Who paused it.' })
  pausedBy?: EventActor;

  @Field(() => BreakerState, { description: 'That of the target.' })
  breaker!: BreakerState;
}

@ObjectType({ description: 'All channels between applications.' })
export class CommunicationMatrix {
  @Field(() => Cursor, {
    description: 'The position of the last change in it; while it stays the same, nothing has changed.',
  })
  cursor!: string;

  @Field(() => ID)
  tenantId!: string;

  @Field(() => StorageMode)
  storageMode!: StorageMode;

  @Field(() => Int)
  totalPendingEvents!: number;

  @Field(() => Int)
  totalFailedEventsStored!: number;

  @Field(() => Number, { description: 'Failed as a share of failed and pending, 0 to 1.' })
  overallFailureRate!: number;

  @Field(() => [CommunicationChannel])
  channels!: CommunicationChannel[];

  @Field(() => String, { description: '`totalFailedEventsStored` as an English sentence, for programs.' })
  message!: string;

  @Field(() => [Advice], { description: 'What to do about it; empty if all is well.' })
  advice!: Advice[];

  /** For consoles that are open since before there were codes. */
  @Field(() => [String], { deprecationReason: 'Say the codes of `advice` in words of your own.' })
  recommendations!: string[];
}

@ObjectType({ description: 'How one application is doing with the events it receives.' })
export class ApplicationHealth {
  @Field(() => String)
  application!: string;

  @Field(() => ChannelStatus, {
    description: 'By the share that failed; `standing` also takes the latest attempts into account.',
  })
  status!: ChannelStatus;

  @Field(() => Standing, { description: 'That of the worst channel to it that is switched on.' })
  standing!: Standing;

  @Field(() => DateTime, { nullable: true, description: 'Since when nothing has succeeded in one of them.' })
  failingSince?: Date;

  @Field(() => Boolean, { description: 'Whether it is a product that is switched off: it receives nothing.' })
  isOff!: boolean;

  @Field(() => Int)
  pending!: number;

  @Field(() => Int)
  failed!: number;

  @Field(() => Number, {
    nullable: true,
    description: 'The acknowledged share of what ended in the last hour, 0 to 1.',
  })
  successRate?: number;

  @Field(() => Latency)
  latency!: Latency;

  @Field(() => BreakerState)
  breaker!: BreakerState;
}

@ObjectType({ description: 'How the events of a tenant are doing, over all applications.' })
export class SyncHealth {
  @Field(() => Cursor, {
    description: 'The position of the last change in it; while it stays the same, nothing has changed.',
  })
  cursor!: string;

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

  @Field(() => Number, { description: 'Failed as a share of failed and pending, 0 to 1.' })
  failureRate!: number;

  @Field(() => [CommunicationChannel], { description: 'Only those in which something is waiting or has failed.' })
  channels!: CommunicationChannel[];

  @Field(() => ChannelStatus)
  status!: ChannelStatus;

  @Field(() => String, { description: '`totalPendingEvents` as an English sentence, for programs.' })
  message!: string;

  @Field(() => [Advice], { description: 'What to do about it; empty if all is well.' })
  advice!: Advice[];

  /** For consoles that are open since before there were codes. */
  @Field(() => [String], { deprecationReason: 'Say the codes of `advice` in words of your own.' })
  recommendations!: string[];
}
