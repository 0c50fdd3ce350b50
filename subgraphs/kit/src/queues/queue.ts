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
  description: 'Where a task is.',
  valuesConfig: {
    WAITING: { description: 'Its time has not come, or it failed and is tried again later.' },
    DUE: { description: 'Its time has come; the next free place is its own.' },
    RUNNING: { description: 'Somebody works on it.' },
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
  description: 'What an attempt came to.',
  valuesConfig: {
    DONE: { description: 'It is done.' },
    FAILED: { description: 'It failed and is tried again.' },
    GIVEN_UP: { description: 'It failed, and no other attempt follows.' },
    CANCELLED: { description: 'Somebody cancelled it.' },
  },
});

@Directive('@shareable')
@ObjectType({ description: 'One attempt at a task; kept for a week.' })
export class TaskAttempt {
  @Field(() => ID, { description: 'Of the task.' })
  taskId!: string;

  @Field(() => Int, { description: 'From 1.' })
  number!: number;

  @Field(() => AttemptOutcome)
  outcome!: AttemptOutcome;

  @Field(() => String, { nullable: true, description: 'Why it failed, as it was said; in English.' })
  error?: string;

  @Field(() => DateTime, { nullable: true })
  startedAt?: Date;

  @Field(() => DateTime)
  endedAt!: Date;
}

@Directive('@shareable')
@ObjectType({ description: 'One piece of background work that is not done.' })
export class BackgroundTask {
  @Field(() => ID, { description: 'Hand this to retryTask and cancelTask.' })
  id!: string;

  @Field(() => String, { description: 'The kind of work.' })
  kind!: string;

  @Field(() => TaskState)
  state!: TaskState;

  @Field(() => Settings, { description: 'What it is about: the ids that it was planned with.' })
  about!: Record<string, unknown>;

  @Field(() => DateTime, { description: 'When it is due; of one that runs, when it was.' })
  dueAt!: Date;

  @Field(() => DateTime)
  plannedAt!: Date;

  @Field(() => DateTime, { nullable: true, description: 'Since when somebody works on it.' })
  runningSince?: Date;

  @Field(() => Int, { description: 'How many attempts have begun.' })
  attempts!: number;

  @Field(() => Int, { description: 'After so many that failed it is given up.' })
  mostAttempts!: number;

  @Field(() => Settings, { nullable: true, description: 'How far it is, as far as its kind of work says so.' })
  reached?: Record<string, unknown>;

  @Field(() => String, { nullable: true, description: 'Why the last attempt failed, as it was said; in English.' })
  error?: string;
}

@Directive('@shareable')
@ObjectType({ description: 'One kind of background work.' })
export class TaskQueue {
  @Field(() => String, { description: 'The subgraph that does it.' })
  subgraph!: string;

  @Field(() => String, { description: 'The kind of work, unique within its subgraph.' })
  kind!: string;

  @Field(() => Int, { description: 'How many wait for their time, also for another attempt.' })
  waiting!: number;

  @Field(() => Int, { description: 'How many could begin now.' })
  due!: number;

  @Field(() => Int)
  running!: number;

  @Field(() => Int, { description: 'How many were given up.' })
  failed!: number;

  @Field(() => DateTime, { nullable: true, description: 'Since when the oldest one that is due has been so.' })
  oldestDueAt?: Date;

  @Field(() => Int, { description: 'How many were done in the last hour.' })
  doneLastHour!: number;

  @Field(() => Boolean, {
    description:
      'Whether none of them begins, since somebody has paused this kind; what comes round by itself waits too.',
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
