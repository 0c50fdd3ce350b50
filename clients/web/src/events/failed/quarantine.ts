import { graphql } from '../../generated/gql.ts';
import type { QuarantinedRowFragment } from '../../generated/graphql.ts';

export const QuarantineDocument = graphql(`
  query Quarantine {
    viewer {
      id
      tenant {
        id
        quarantine(first: 50) {
          edges {
            cursor
            node {
              ...QuarantinedRow
            }
          }
          totalCount
        }
      }
    }
  }

  fragment QuarantinedRow on QuarantinedEntry {
    id
    at
    place
    entry
    reason
  }
`);

export const RetryQuarantinedDocument = graphql(`
  mutation RetryQuarantined($id: ID!) {
    retryQuarantinedEntry(id: $id)
  }
`);

export const DiscardQuarantinedDocument = graphql(`
  mutation DiscardQuarantined($id: ID!) {
    discardQuarantinedEntry(id: $id)
  }
`);

export type QuarantinedRow = QuarantinedRowFragment;
