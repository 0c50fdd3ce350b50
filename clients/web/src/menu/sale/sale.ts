import type { ResultOf } from '@graphql-typed-document-node/core';
import { graphql } from '../../generated/gql.ts';
import type { Channel, ItemSaleFragment } from '../../generated/graphql.ts';

/** How an item is sold: what guests choose with it, in which ways and hours, how many are left, and what it will cost. */
export const ItemSaleDocument = graphql(`
  query ItemSale($id: ID!) {
    menuItem(id: $id) {
      ...ItemSale
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
        }
        dayParts {
          id
          names {
            locale
            text
          }
        }
        restaurants {
          id
          locations {
            id
            name
          }
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
    channels
    dayParts {
      id
    }
    modifierGroups {
      id
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
  mutation SetPortions($itemId: ID!, $left: Int) {
    setPortions(itemId: $itemId, left: $left) {
      ...MenuRow
      ...ItemSale
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

export type Sale = ItemSaleFragment;
export type Choosable = NonNullable<NonNullable<ResultOf<typeof ItemSaleDocument>['viewer']>['tenant']>;

export const channels: readonly Channel[] = ['DINE_IN', 'TAKEAWAY', 'DELIVERY', 'ONLINE'];
