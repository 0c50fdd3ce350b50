import { graphql } from '../generated/gql.ts';
import type { ConflictRowFragment } from '../generated/graphql.ts';

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

export type SyncConflict = ConflictRowFragment;
