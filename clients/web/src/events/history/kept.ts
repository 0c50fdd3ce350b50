import { graphql } from '../../generated/gql.ts';
import type { TrackingStatus } from '../../generated/graphql.ts';

export const KeptDocument = graphql(`
  query KeptEvents($filter: StoredEventFilter!, $first: Int!, $after: String) {
    viewer {
      id
      tenant {
        id
        eventSettings {
          tenantId
          mode
        }
        keptEvents(filter: $filter, first: $first, after: $after) {
          edges {
            cursor
            node {
              ...TrackingRow
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
`);

/** What one can look for, by what became of it. */
export const ends = {
  all: undefined,
  acknowledged: ['ACKNOWLEDGED'],
  failed: ['FAILED', 'TIMEOUT'],
  waiting: ['PUBLISHED'],
} as const satisfies Record<string, readonly TrackingStatus[] | undefined>;

export const endNames = Object.keys(ends) as (keyof typeof ends)[];
