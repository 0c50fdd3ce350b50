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
      }
    }
  }

  fragment HealthTile on HealthPart {
    status
    since
    code
    values {
      name
      count
    }
  }

  fragment HealthTiles on TenantHealth {
    tenantId
    soldOut(first: 5) {
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
    services {
      ...HealthTile
    }
    syncs {
      ...HealthTile
    }
    eventChannels {
      ...HealthTile
    }
    products {
      service {
        id
        product
        status
        since
        version
      }
      sync {
        id
        status
        lastSyncAt
        lastError
        reason {
          ...ReasonRow
        }
        version
      }
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
