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
    nounNames {
      locale
      text
    }
    address
    correlationId
    actor {
      kind
      id
      name
      personId
      personName
    }
    changes {
      field
      before
      after
    }
  }
`);

/** One entry, wherever it is in the log. */
export const EntryDocument = graphql(`
  query LogEntry($id: ID!) {
    viewer {
      id
      tenant {
        id
        auditEntries(filter: { entries: [$id] }, first: 1) {
          edges {
            cursor
            node {
              ...LogRow
            }
          }
        }
      }
    }
  }
`);

/** How much of the log fits a filter. */
export const LogCountDocument = graphql(`
  query LogCount($filter: AuditFilter!) {
    viewer {
      id
      tenant {
        id
        auditEntries(filter: $filter, first: 1) {
          totalCount
        }
      }
    }
  }
`);

/** The last that was done which fits a filter. */
export const LastEntriesDocument = graphql(`
  query LastEntries($filter: AuditFilter!) {
    viewer {
      id
      tenant {
        id
        auditEntries(filter: $filter, first: 8) {
          edges {
            cursor
            node {
              ...LogRow
            }
          }
        }
      }
    }
  }
`);

/** Who may have done something. */
export const ActorsDocument = graphql(`
  query LogActors($people: Boolean!, $clients: Boolean!) {
    viewer {
      id
      tenant {
        id
        members(first: 200) @include(if: $people) {
          edges {
            cursor
            node {
              id
              user {
                id
                name
              }
            }
          }
        }
        apiClients(first: 200) @include(if: $clients) {
          edges {
            cursor
            node {
              id
              name
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
