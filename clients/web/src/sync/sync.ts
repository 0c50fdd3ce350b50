import { graphql } from '../generated/gql.ts';
import type { ProductType, ReasonRowFragment, SyncRowFragment } from '../generated/graphql.ts';

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

export const SyncDocument = graphql(`
  query Sync($id: ID!) {
    sync(id: $id) {
      ...SyncRow
    }
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

export type Sync = SyncRowFragment;
export type Reason = ReasonRowFragment;
export type Product = ProductType;

function rank({ status, awaitingRun }: Sync): number {
  if (status === 'ERROR') return 0;
  return awaitingRun ? 1 : 2;
}

/** Those that failed first, then those that wait for a word; the others as they were, so that a row at work does not jump. */
export function errorsFirst(syncs: readonly Sync[]): Sync[] {
  return syncs.toSorted((a, b) => rank(a) - rank(b));
}
