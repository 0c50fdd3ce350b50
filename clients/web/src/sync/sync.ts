import { graphql } from '../generated/gql.ts';
import type {
  ConflictRowFragment,
  DifferenceRowFragment,
  ProductType,
  ReasonRowFragment,
  RunRowFragment,
  SyncRowFragment,
} from '../generated/graphql.ts';

export const SyncsDocument = graphql(`
  query Syncs {
    viewer {
      id
      tenant {
        id
        syncs {
          ...SyncRow
        }
      }
    }
  }

  fragment SyncRow on TenantSync {
    id
    product
    status
    lastSyncAt
    lastError
    reason {
      ...ReasonRow
    }
    config
    version
    tenant {
      id
      name
    }
    service {
      id
      status
    }
    failing {
      id
      localId
      externalId
      message
      reason {
        ...ReasonRow
      }
    }
    connection {
      breaker
      until
      pausedUntil
    }
    awaitingRun {
      id
    }
  }

  fragment ReasonRow on SyncReason {
    code
    values {
      name
      count
    }
    words
  }
`);

/** For the platform's own people. */
export const AllSyncsDocument = graphql(`
  query AllSyncs($filter: SyncFilter, $after: String) {
    syncs(first: 50, after: $after, filter: $filter) {
      edges {
        cursor
        node {
          ...SyncRow
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

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

export const ConflictsDocument = graphql(`
  query Conflicts($after: String) {
    viewer {
      id
      tenant {
        id
        conflicts(first: 50, after: $after) {
          edges {
            cursor
            node {
              ...ConflictRow
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

  fragment ConflictRow on SyncConflict {
    id
    localId
    field
    local
    remote
    taken
    createdAt
    version
    sync {
      id
      product
    }
  }
`);

export type Sync = SyncRowFragment;
export type Reason = ReasonRowFragment;
export type Run = RunRowFragment;
export type Step = Run['steps'][number];
export type Difference = DifferenceRowFragment;
export type SyncConflict = ConflictRowFragment;
export type Product = ProductType;

/** What the pages beside the list are given. */
export interface SyncOutlet {
  syncs: Sync[];
}

function rank({ status, awaitingRun }: Sync): number {
  if (status === 'ERROR') return 0;
  return awaitingRun ? 1 : 2;
}

/** Those that failed first, then those that wait for a word; the others as they were, so that a row at work does not jump. */
export function errorsFirst(syncs: readonly Sync[]): Sync[] {
  return syncs.toSorted((a, b) => rank(a) - rank(b));
}

/** A run that waits, works, or waits for a word. */
export function isOpen({ status }: Pick<Run, 'status'>): boolean {
  return status === 'QUEUED' || status === 'RUNNING' || status === 'AWAITING_CONFIRMATION';
}
