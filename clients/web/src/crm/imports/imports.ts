import { graphql } from '../../generated/gql.ts';
import type {
  ImportCardFragment,
  ImportFactsFragment,
  ImportFindingFragment,
  ImportPlanRowFragment,
} from '../../generated/graphql.ts';

export const ImportsDocument = graphql(`
  query Imports($after: String) {
    viewer {
      id
      tenant {
        id
        imports(first: 50, after: $after) {
          edges {
            cursor
            node {
              ...ImportFacts
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

  fragment ImportFacts on Import {
    id
    side
    uploadId
    fileName
    status
    failure
    encoding
    delimiter
    hasHeader
    country
    dateOrder
    origin
    overwrite
    includePrivate
    rows {
      created
      updated
      duplicates
      unchanged
      refused
    }
    progress {
      done
      total
    }
    refusalCount
    warningCount
    stayedCount
    createdAt
    appliedAt
    undoUntil
    undoneAt
    version
  }
`);

export const ImportDocument = graphql(`
  query Import($id: ID!) {
    import(id: $id) {
      ...ImportCard
    }
  }

  fragment ImportCard on Import {
    ...ImportFacts
    columns {
      name
      field
      group
      label
      isKept
      samples
    }
  }
`);

export const ImportRowsDocument = graphql(`
  query ImportRows($id: ID!, $kind: ImportRowKind, $state: ImportRowState, $after: String) {
    import(id: $id) {
      id
      plan(kind: $kind, state: $state, first: 50, after: $after) {
        edges {
          cursor
          node {
            ...ImportPlanRow
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }

  fragment ImportPlanRow on ImportRow {
    id
    line
    kind
    state
    reason
    kept
    ofLine
    name
    contact {
      id
    }
    values {
      field
      before
      after
    }
  }
`);

export const ImportRefusalsDocument = graphql(`
  query ImportRefusals($id: ID!, $first: Int!, $after: String) {
    import(id: $id) {
      id
      refusals(first: $first, after: $after) {
        ...ImportFinding
      }
    }
  }

  fragment ImportFinding on ImportRefusal {
    cursor
    line
    column
    value
    reason
    isOfRow
  }
`);

export const ImportWarningsDocument = graphql(`
  query ImportWarnings($id: ID!, $first: Int!, $after: String) {
    import(id: $id) {
      id
      warnings(first: $first, after: $after) {
        ...ImportFinding
      }
    }
  }
`);

export const RefusedRowsDocument = graphql(`
  query RefusedRows($id: ID!, $after: String) {
    import(id: $id) {
      id
      refusedRows(first: 200, after: $after) {
        csv
        hasNextPage
        endCursor
      }
    }
  }
`);

export type Import = ImportFactsFragment;
export type ImportCard = ImportCardFragment;
export type PlanRow = ImportPlanRowFragment;
export type Finding = ImportFindingFragment;
