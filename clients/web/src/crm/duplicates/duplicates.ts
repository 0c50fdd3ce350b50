import { graphql } from '../../generated/gql.ts';
import type { DuplicateRowFragment } from '../../generated/graphql.ts';

export const DuplicatesDocument = graphql(`
  query Duplicates($after: String) {
    viewer {
      id
      tenant {
        id
        duplicates(first: 50, after: $after) {
          edges {
            cursor
            node {
              ...DuplicateRow
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

  fragment DuplicateRow on Duplicate {
    id
    rank
    sameMail
    samePhone
    likeness
    version
    contacts {
      ...ContactRow
    }
  }
`);

export type Duplicate = DuplicateRowFragment;
