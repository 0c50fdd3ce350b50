import { graphql } from '../generated/gql.ts';
import type { DifferenceRowFragment, RunRowFragment } from '../generated/graphql.ts';

export const RunsDocument = graphql(`
  query SyncRuns($product: ProductType!, $after: String) {
    viewer {
      id
      tenant {
        id
        syncRuns(product: $product, first: 20, after: $after) {
          edges {
            cursor
            node {
              ...RunRow
            }
          }
          pageInfo {
            hasNextPage
            endCursor
          }
        }
      }
    }
  }

  fragment RunRow on SyncRun {
    id
    mode
    status
    attempts
    createdAt
    startedAt
    endedAt
    message
    reason {
      ...ReasonRow
    }
    correlationId
    actor {
      kind
      id
    }
    steps {
      name
      seen
      created
      updated
      removed
      zeroed
      conflicts
      failed
    }
    sync {
      id
    }
  }
`);

export const RunDocument = graphql(`
  query SyncRun($id: ID!) {
    syncRun(id: $id) {
      ...RunRow
    }
  }
`);

export const FailuresDocument = graphql(`
  query SyncFailures($id: ID!) {
    syncRun(id: $id) {
      id
      failuresLeftOut
      failures(first: 50) {
        edges {
          node {
            id
            localId
            externalId
            name
            message
            reason {
              ...ReasonRow
            }
          }
        }
        totalCount
      }
    }
  }
`);

export const DifferencesDocument = graphql(`
  query SyncDifferences($id: ID!, $after: String) {
    syncRun(id: $id) {
      id
      differencesLeftOut
      differences(first: 50, after: $after) {
        edges {
          cursor
          node {
            ...DifferenceRow
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

  fragment DifferenceRow on SyncDifference {
    id
    side
    change
    name
    fields {
      field
      before
      after
    }
  }
`);

export type Run = RunRowFragment;
export type Step = Run['steps'][number];
export type Difference = DifferenceRowFragment;

/** A run that waits, works, or waits for a word. */
export function isOpen({ status }: Pick<Run, 'status'>): boolean {
  return status === 'QUEUED' || status === 'RUNNING' || status === 'AWAITING_CONFIRMATION';
}
