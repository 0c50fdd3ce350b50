import { DateTime, Settings } from '@mycelium/schema/scalars';
import { Directive, Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';

export enum TaskState {
  WAITING = 'WAITING',
  DUE = 'DUE',
  RUNNING = 'RUNNING',
  FAILED = 'FAILED',
}
registerEnumType(TaskState, {
  name: 'TaskState',
  description: 'The state of a task.',
  valuesConfig: {
    WAITING: { description: 'It is scheduled for later, or it failed and will be retried later.' },
    DUE: { description: 'It is due; it takes the next free place.' },
    RUNNING: { description: 'It is running.' },
    FAILED: { description: 'It was given up, and stays until somebody retries or cancels it.' },
  },
});

export enum AttemptOutcome {
  DONE = 'DONE',
  FAILED = 'FAILED',
  GIVEN_UP = 'GIVEN_UP',
  CANCELLED = 'CANCELLED',
}
registerEnumType(AttemptOutcome, {
  name: 'AttemptOutcome',
  description: 'The outcome of an attempt.',
  valuesConfig: {
    DONE: { description: 'It is done.' },
    FAILED: { description: 'It failed and will be retried.' },
    GIVEN_UP: { description: 'It failed, and there will be no other attempt.' },
    CANCELLED: { description: 'Somebody cancelled it.' },
  },
});

@Directive('@shareable')
@ObjectType({ description: 'One attempt at a task; kept for a week.' })
export class TaskAttempt {
  @Field(() => ID, { description: 'The id of the task.' })
  taskId!: string;

  @Field(() => Int, { description: 'From 1.' })
  number!: number;

  @Field(() => AttemptOutcome)
  outcome!: AttemptOutcome;

  @Field(() => String, { nullable: true, description: 'Why it failed, in its own words; in English.' })
  error?: string;

  @Field(() => DateTime, { nullable: true })
  startedAt?: Date;

  @Field(() => DateTime)
  endedAt!: Date;
}

@Directive('@shareable')
@ObjectType({ description: 'One unfinished piece of background work.' })
export class BackgroundTask {
  @Field(() => ID, { description: 'Pass this to retryTask and cancelTask.' })
  id!: string;

  @Field(() => String, { description: 'The kind of work.' })
  kind!: string;

  @Field(() => TaskState)
  state!: TaskState;

  @Field(() => Settings, { description: 'What it is about: the ids it was scheduled with.' })
  about!: Record<string, unknown>;

  @Field(() => DateTime, { description: 'When it is due, or was if it is running.' })
  dueAt!: Date;

  @Field(() => DateTime)
  plannedAt!: Date;

  @Field(() => DateTime, { nullable: true, description: 'Since when it has been running.' })
  runningSince?: Date;

  @Field(() => Int, { description: 'How many attempts have started.' })
  attempts!: number;

  @Field(() => Int, { description: 'It is given up after this many failures.' })
  mostAttempts!: number;

  @Field(() => Settings, { nullable: true, description: 'Its progress, if its kind of work reports it.' })
  reached?: Record<string, unknown>;

  @Field(() => String, { nullable: true, description: 'Why the last attempt failed, in its own words; in English.' })
  error?: string;
}

@Directive('@shareable')
@ObjectType({ description: 'One kind of background work.' })
export class TaskQueue {
  @Field(() => String, { description: 'The subgraph that does it.' })
  subgraph!: string;

  @Field(() => String, { description: 'The kind of work, unique within its subgraph.' })
  kind!: string;

  @Field(() => Int, { description: 'How many are scheduled for later, including another attempt.' })
  waiting!: number;

  @Field(() => Int, { description: 'How many could start now.' })
  due!: number;

  @Field(() => Int)
  running!: number;

  @Field(() => Int, { description: 'How many were given up.' })
  failed!: number;

  @Field(() => DateTime, { nullable: true, description: 'Since when the oldest one that is due has been due.' })
  oldestDueAt?: Date;

  @Field(() => Int, { description: 'How many finished in the last hour.' })
  doneLastHour!: number;

  @Field(() => Boolean, {
    description: 'Whether somebody has paused this kind, so that none of them starts; recurring work waits too.',
  })
  isPaused!: boolean;

  /** Whose, for the fields below; undefined for all. */
  tenantId?: string;
}

/** What a person may do to tasks. */
export enum TaskOrder {
  RETRY = 'RETRY',
  CANCEL = 'CANCEL',
  PAUSE = 'PAUSE',
  RESUME = 'RESUME',
}
registerEnumType(TaskOrder, { name: 'TaskOrder' });
