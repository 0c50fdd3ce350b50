import type { State } from '@mycelium/client-kit/state';
import { graphql } from '../generated/gql.ts';
import type { AttemptOutcome, QueueRowFragment, QueueTasksQuery, TaskState } from '../generated/graphql.ts';
import type { Standing } from '../look/state.ts';

/** Each subgraph that works in the background has a field; one that is new is named in these three documents. */
export const QueuesDocument = graphql(`
  query Queues($tenantId: ID!) {
    queues(tenantId: $tenantId) {
      tenantId
      tenants {
        ...QueueRow
      }
      events {
        ...QueueRow
      }
      crm {
        ...QueueRow
      }
      restaurant {
        ...QueueRow
      }
    }
  }

  fragment QueueRow on TaskQueue {
    subgraph
    kind
    waiting
    due
    running
    failed
    oldestDueAt
    doneLastHour
    isPaused
  }
`);

export const QueueFeedDocument = graphql(`
  subscription QueueFeed($tenantId: ID!) {
    queueChanged(tenantId: $tenantId) {
      tenantId
      tenants {
        ...QueueRow
      }
      events {
        ...QueueRow
      }
      crm {
        ...QueueRow
      }
      restaurant {
        ...QueueRow
      }
    }
  }
`);

export const QueueTasksDocument = graphql(`
  query QueueTasks($tenantId: ID!, $kind: String!) {
    queues(tenantId: $tenantId) {
      tenantId
      tenants(kind: $kind) {
        ...QueueTasks
      }
      events(kind: $kind) {
        ...QueueTasks
      }
      crm(kind: $kind) {
        ...QueueTasks
      }
      restaurant(kind: $kind) {
        ...QueueTasks
      }
    }
  }

  fragment QueueTasks on TaskQueue {
    subgraph
    kind
    tasks(first: 100) {
      id
      state
      about
      dueAt
      plannedAt
      runningSince
      attempts
      mostAttempts
      error
    }
    attempts(first: 100) {
      taskId
      number
      outcome
      error
      startedAt
      endedAt
    }
  }
`);

export const RetryTaskDocument = graphql(`
  mutation RetryTask($tenantId: ID!, $id: ID!) {
    retryTask(tenantId: $tenantId, id: $id) {
      tenantId
    }
  }
`);

export const CancelTaskDocument = graphql(`
  mutation CancelTask($tenantId: ID!, $id: ID!) {
    cancelTask(tenantId: $tenantId, id: $id) {
      tenantId
    }
  }
`);

export const PauseTasksDocument = graphql(`
  mutation PauseTasks($tenantId: ID!, $subgraph: String!, $kind: String!) {
    pauseTasks(tenantId: $tenantId, subgraph: $subgraph, kind: $kind) {
      tenantId
    }
  }
`);

export const ResumeTasksDocument = graphql(`
  mutation ResumeTasks($tenantId: ID!, $subgraph: String!, $kind: String!) {
    resumeTasks(tenantId: $tenantId, subgraph: $subgraph, kind: $kind) {
      tenantId
    }
  }
`);

export type Queue = QueueRowFragment;
export type QueueTasks = NonNullable<QueueTasksQuery['queues']['tenants']>[number];
export type BackgroundTask = QueueTasks['tasks'][number];
export type Attempt = QueueTasks['attempts'][number];

/** What the panel beside the list is given. */
export interface QueuesOutlet {
  queues: Queue[];
  /** Another one each time that anything changes, also what no figure of the queues shows. */
  news: unknown;
}

/** Of all subgraphs: what needs somebody first, then by name. */
export function inOrder(of: BySubgraph<Queue> | undefined): Queue[] {
  return ofAll(of).toSorted((one, other) => other.failed - one.failed || one.kind.localeCompare(other.kind));
}

/** What each subgraph answers; one that is away answers nothing. */
type BySubgraph<Item> = Partial<Record<'tenants' | 'events' | 'crm' | 'restaurant', Item[] | null>>;

/** What all of them answer. */
export function ofAll<Item>({ tenants, events, crm, restaurant }: BySubgraph<Item> = {}): Item[] {
  return [tenants, events, crm, restaurant].flatMap((each) => each ?? []);
}

/** Where a kind of work stands. */
export function stateOf({
  failed,
  isPaused,
  running,
  due,
  waiting,
}: Pick<Queue, 'failed' | 'isPaused' | 'running' | 'due' | 'waiting'>): Standing<QueueState> {
  if (failed > 0) return { state: 'failing', word: 'failing' };
  if (isPaused) return { state: 'off', word: 'paused' };
  if (running > 0) return { state: 'ok', word: 'running' };
  if (due > 0) return { state: 'waiting', word: 'due' };
  return waiting > 0 ? { state: 'waiting', word: 'planned' } : { state: 'ok', word: 'idle' };
}
export type QueueState = 'failing' | 'paused' | 'running' | 'due' | 'planned' | 'idle';

export const taskStates: Record<TaskState, State> = {
  WAITING: 'waiting',
  DUE: 'waiting',
  RUNNING: 'ok',
  FAILED: 'failing',
};
export const outcomeStates: Record<AttemptOutcome, State> = {
  DONE: 'ok',
  FAILED: 'attention',
  GIVEN_UP: 'failing',
  CANCELLED: 'off',
};
