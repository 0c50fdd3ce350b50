import { graphql } from '../generated/gql.ts';
import type { LogRowFragment } from '../generated/graphql.ts';

export const LogDocument = graphql(`
  query Log($filter: AuditFilter!, $after: String) {
    viewer {
      id
      tenant {
        id
        auditEntries(filter: $filter, first: 50, after: $after) {
          edges {
            cursor
            node {
              ...LogRow
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

  fragment LogRow on AuditEntry {
    id
    at
    action
    kind
    noun
    nounId
    address
    correlationId
    actor {
      kind
      id
      name
    }
    changes {
      field
      before
      after
    }
  }
`);

export const EntryDocument = graphql(`
  query LogEntry($id: ID!) {
    viewer {
      id
      tenant {
        id
        auditEntries(filter: { entries: [$id] }, first: 1) {
          edges {
            node {
              ...LogRow
            }
          }
        }
      }
    }
  }
`);

export const ExportDocument = graphql(`
  query LogExport($filter: AuditFilter!, $after: String) {
    viewer {
      id
      tenant {
        id
        auditExport(filter: $filter, after: $after) {
          csv
          hasNextPage
          endCursor
        }
      }
    }
  }
`);

export type Entry = LogRowFragment;
