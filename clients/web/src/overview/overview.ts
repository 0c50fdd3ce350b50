import { graphql } from '../generated/gql.ts';
import type { HealthTileFragment } from '../generated/graphql.ts';

export const OverviewDocument = graphql(`
  query Overview {
    viewer {
      id
      tenant {
        id
        health {
          ...HealthTiles
        }
        displays(first: 50) {
          edges {
            cursor
            node {
              ...DisplayRow
            }
          }
          pageInfo {
            hasNextPage
            endCursor
          }
        }
        soldOut: menuItems(available: false, first: 5) {
          edges {
            node {
              id
              names {
                locale
                text
              }
            }
          }
          totalCount
        }
      }
    }
  }

  fragment HealthTile on HealthPart {
    status
    since
    detail
  }

  fragment HealthTiles on TenantHealth {
    tenantId
    displays {
      ...HealthTile
    }
    screenChanges {
      ...HealthTile
    }
    menu {
      ...HealthTile
    }
    menuChanges {
      ...HealthTile
    }
  }
`);

export const HealthFeedDocument = graphql(`
  subscription HealthFeed($tenantId: ID!, $after: Cursor) {
    tenantHealthChanged(tenantId: $tenantId, after: $after) {
      cursor
      at
      health {
        ...HealthTiles
      }
    }
  }
`);

export type Part = HealthTileFragment;
