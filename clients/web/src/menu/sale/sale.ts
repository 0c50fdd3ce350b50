import type { ResultOf } from '@graphql-typed-document-node/core';
import { graphql } from '../../generated/gql.ts';
import type { AtLocationFragment, Channel, ItemSaleFragment } from '../../generated/graphql.ts';

/** How an item is sold: what guests choose with it, in which ways and hours, how many are left, and what it will cost. */
export const ItemSaleDocument = graphql(`
  query ItemSale($id: ID!) {
    menuItem(id: $id) {
      ...ItemSale
      section {
        id
        menu {
          id
          restaurant {
            id
            locations {
              id
              name
              currency
              closedAt
            }
          }
        }
      }
    }
    viewer {
      id
      tenant {
        id
        modifierGroups {
          id
          names {
            locale
            text
          }
          options {
            id
            names {
              locale
              text
            }
            allergens
            nested {
              id
            }
          }
        }
        dayParts {
          id
          names {
            locale
            text
          }
        }
        taxRules {
          id
          name
          taxClasses
        }
      }
    }
  }

  fragment ItemSale on MenuItem {
    id
    version
    available
    soldOutReasons
    portionsLeft
    section {
      id
    }
    taxClass
    channels
    dayParts {
      id
    }
    modifierGroups {
      id
    }
    atLocations {
      ...AtLocation
    }
    priceChanges {
      id
      startsAt
      price {
        amount
        currency
      }
      location {
        id
        name
        timeZone
      }
    }
  }

  fragment AtLocation on MenuItemAtLocation {
    id
    version
    price {
      amount
      currency
    }
    available
    soldOutReasons
    hidden
    portionsLeft
    location {
      id
    }
  }
`);

export const UpdateSaleDocument = graphql(`
  mutation UpdateSale($id: ID!, $input: UpdateMenuItemInput!) {
    updateMenuItem(id: $id, input: $input) {
      ...MenuRow
      ...ItemSale
    }
  }
`);

export const SetPortionsDocument = graphql(`
  mutation SetPortions($itemId: ID!, $locationId: ID, $left: Int) {
    setPortions(itemId: $itemId, locationId: $locationId, left: $left) {
      ...MenuRow
      ...ItemSale
    }
  }
`);

export const SetAtLocationDocument = graphql(`
  mutation SetAtLocation($input: MenuItemAtLocationInput!) {
    setMenuItemAtLocation(input: $input) {
      ...AtLocation
      item {
        id
        atLocations {
          id
        }
      }
    }
  }
`);

export const SellAtLocationDocument = graphql(`
  mutation SellAtLocation($itemId: ID!, $locationId: ID!, $available: Boolean!) {
    setMenuItemAvailabilityAt(itemId: $itemId, locationId: $locationId, available: $available) {
      ...AtLocation
      item {
        id
        atLocations {
          id
        }
      }
    }
  }
`);

export const PlanPriceDocument = graphql(`
  mutation PlanPrice($input: PlanPriceChangeInput!) {
    planPriceChange(input: $input) {
      id
    }
  }
`);

export const RemovePriceDocument = graphql(`
  mutation RemovePrice($id: ID!) {
    removePriceChange(id: $id)
  }
`);

export const RestorePriceDocument = graphql(`
  mutation RestorePrice($id: ID!) {
    restorePriceChange(id: $id) {
      id
    }
  }
`);

export type Sale = ItemSaleFragment;
export type AtLocation = AtLocationFragment;
type Item = NonNullable<ResultOf<typeof ItemSaleDocument>['menuItem']>;
/** Where an item can be sold. */
export type Place = Item['section']['menu']['restaurant']['locations'][number];
export type Choosable = NonNullable<NonNullable<ResultOf<typeof ItemSaleDocument>['viewer']>['tenant']>;

export const channels: readonly Channel[] = ['DINE_IN', 'TAKEAWAY', 'DELIVERY', 'ONLINE'];
