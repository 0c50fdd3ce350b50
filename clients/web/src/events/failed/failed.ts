import { graphql } from '../../generated/gql.ts';
import type { EventAction, EventJobRowFragment } from '../../generated/graphql.ts';
import type { Tracking } from '../events.ts';

export const FailedDocument = graphql(`
  query FailedEvents($filter: StoredEventFilter!, $first: Int!, $after: String) {
    viewer {
      id
      tenant {
        id
        failedEvents(filter: $filter, first: $first, after: $after) {
          edges {
            cursor
            node {
              ...TrackingRow
            }
          }
          pageInfo {
            hasNextPage
            endCursor
          }
          totalCount
        }
      }
    }
  }
`);

export const CountDocument = graphql(`
  query CountEvents($filter: StoredEventFilter!, $action: EventAction!) {
    viewer {
      id
      tenant {
        id
        countEvents(filter: $filter, action: $action)
      }
    }
  }
`);

export const JobsDocument = graphql(`
  query EventJobs {
    viewer {
      id
      tenant {
        id
        eventJobs(first: 10) {
          edges {
            cursor
            node {
              ...EventJobRow
            }
          }
          pageInfo {
            hasNextPage
            endCursor
          }
          totalCount
        }
      }
    }
  }

  fragment EventJobRow on EventJob {
    id
    action
    filter
    status
    total
    done
    failed
    createdAt
    endedAt
  }
`);

export const JobFeedDocument = graphql(`
  subscription EventJobFeed($tenantId: ID!, $after: Cursor) {
    eventJobChanged(tenantId: $tenantId, after: $after) {
      cursor
      at
      jobId
      job {
        ...EventJobRow
      }
    }
  }
`);

export const StartJobDocument = graphql(`
  mutation StartEventJob($filter: StoredEventFilter!, $action: EventAction!) {
    startEventJob(filter: $filter, action: $action) {
      ...EventJobRow
    }
  }
`);

export const CancelJobDocument = graphql(`
  mutation CancelEventJob($id: ID!) {
    cancelEventJob(id: $id) {
      ...EventJobRow
    }
  }
`);

export const RetryDocument = graphql(`
  mutation RetryEvent($id: ID!) {
    retryEvent(id: $id) {
      ...TrackingRow
    }
  }
`);

export const DiscardDocument = graphql(`
  mutation DiscardEvent($id: ID!) {
    discardEvent(id: $id) {
      ...TrackingRow
    }
  }
`);

export const ReplayDocument = graphql(`
  mutation ReplayEvent($id: ID!) {
    replayEvent(id: $id) {
      ...TrackingRow
    }
  }
`);

export type EventJob = EventJobRowFragment;
export const actions = ['RETRY', 'REPLAY', 'DISCARD'] as const satisfies readonly EventAction[];

/** What can be done with a delivery now; nothing with one that the database does not keep, or that is under way. */
export function actionsFor({
  id,
  status,
  isReplayable,
}: Pick<Tracking, 'id' | 'status' | 'isReplayable'>): readonly EventAction[] {
  if (!id || status === 'PUBLISHED') return [];
  const isGivenUp = status === 'FAILED' || status === 'TIMEOUT';
  return actions.filter((action) => (action === 'REPLAY' ? isReplayable : isGivenUp));
}
