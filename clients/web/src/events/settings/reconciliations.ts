import { graphql } from '../../generated/gql.ts';
import type { ReconciliationRowFragment } from '../../generated/graphql.ts';

export const ReconciliationsDocument = graphql(`
  query Reconciliations {
    viewer {
      id
      tenant {
        id
        reconciliations(first: 10) {
          edges {
            cursor
            node {
              ...ReconciliationRow
            }
          }
        }
      }
    }
  }

  fragment ReconciliationRow on Reconciliation {
    id
    at
    channels
    gaveUp
    repairs {
      source
      target
      counter
      said
      is
    }
    by {
      kind
      id
    }
  }
`);

export const ReconcileDocument = graphql(`
  mutation ReconcileEvents($tenantId: ID!) {
    reconcileEvents(tenantId: $tenantId) {
      ...ReconciliationRow
    }
  }
`);

export type Reconciliation = ReconciliationRowFragment;
export const counters = ['pending', 'retrying', 'stored'] as const;
