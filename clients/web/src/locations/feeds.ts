import { graphql } from '../generated/gql.ts';
import type { Feed } from '../shell/area.ts';

const RestaurantFeedDocument = graphql(`
  subscription RestaurantFeed($tenantId: ID!, $after: Cursor) {
    restaurantChanged(tenantId: $tenantId, after: $after) {
      cursor
      at
      restaurantId
      restaurant {
        ...RestaurantRow
      }
    }
  }
`);

const LocationFeedDocument = graphql(`
  subscription LocationFeed($tenantId: ID!, $after: Cursor) {
    locationChanged(tenantId: $tenantId, after: $after) {
      cursor
      at
      kind
      locationId
      location {
        ...LocationFacts
      }
    }
  }
`);

const TaxFeedDocument = graphql(`
  subscription TaxFeed($tenantId: ID!, $after: Cursor) {
    taxRuleChanged(tenantId: $tenantId, after: $after) {
      cursor
      at
      taxRuleId
      taxRule {
        ...TaxFacts
      }
    }
  }
`);

export const feeds: readonly Feed[] = [
  { name: 'restaurant', document: RestaurantFeedDocument, scope: 'menu:read' },
  { name: 'location', document: LocationFeedDocument, scope: 'menu:read' },
  { name: 'tax', document: TaxFeedDocument, scope: 'menu:read' },
];
