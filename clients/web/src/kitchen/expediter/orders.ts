import type { ResultOf } from '@graphql-typed-document-node/core';
import { graphql } from '../../generated/gql.ts';
import { feedOf, type Source } from '../../station/kept/follow.ts';

const KitchenOrdersDocument = graphql(`
  query KitchenOrders($locationId: ID!, $language: String) {
    position: feedPosition
    orders(locationId: $locationId, filter: { progress: [IN_KITCHEN, READY] }, first: 60) {
      edges {
        node {
          id
          ...KitchenOrder
        }
      }
    }
  }

  fragment KitchenOrder on Order {
    ...TicketOrder
    progress
    tickets {
      id
      number
      mark
      toMake
      firedAt
      bumpedAt
      voidedAt
      version
      station {
        id
        name
      }
      fires {
        id
        kind
        difference
        note
        lineId
        line {
          id
          name(locale: $language)
          quantity
          allergens
          seat
          course
          voidedAt
          createdAt
          orderNumber
          version
          item {
            id
          }
          options {
            optionId
            name
            quantity
          }
        }
      }
    }
  }
`);

const KitchenOrderFeedDocument = graphql(`
  subscription KitchenOrderFeed($locationId: ID!, $language: String, $after: Cursor) {
    orderChanged(locationId: $locationId, after: $after) {
      cursor
      at
      orderId
      order {
        id
        ...KitchenOrder
      }
    }
  }
`);

const OrderTicketFeedDocument = graphql(`
  subscription OrderTicketFeed($locationId: ID!, $language: String, $after: Cursor) {
    kitchenTicketChanged(locationId: $locationId, after: $after) {
      cursor
      at
      ticketId
      ticket {
        id
        order {
          id
          ...KitchenOrder
        }
      }
    }
  }
`);

export type KitchenOrder = ResultOf<typeof KitchenOrdersDocument>['orders']['edges'][number]['node'];
export type OrderTicket = KitchenOrder['tickets'][number];

/** The orders of a location that its kitchen makes or that are ready to go out, the oldest first. */
export interface KitchenOrders {
  position: string | null;
  orders: readonly KitchenOrder[];
}

export function ordersIn(where: { locationId: string; language: string }): Source<KitchenOrders> {
  return {
    name: `kitchen orders ${where.locationId} ${where.language}`,
    format: 2,
    async load(client) {
      const { data, error } = await client.query(KitchenOrdersDocument, where).toPromise();
      if (!data || error) return { error };
      const orders = data.orders.edges.map(({ node }) => node).toReversed();
      return { value: { position: data.position ?? null, orders } };
    },
    positionOf: ({ position }) => position,
    feeds: [
      feedOf(KitchenOrderFeedDocument, where, (known: KitchenOrders, { orderChanged: { order } }) =>
        order ? withOrder(known, order) : undefined,
      ),
      feedOf(OrderTicketFeedDocument, where, (known: KitchenOrders, { kitchenTicketChanged: { ticket } }) =>
        ticket ? withOrder(known, ticket.order) : undefined,
      ),
    ],
  };
}

/** How new what is known of an order and of its tickets is: each of them counts its own changes. */
const newness = ({ version, tickets }: KitchenOrder): number =>
  tickets.reduce((sum, ticket) => sum + ticket.version, version);

function withOrder(known: KitchenOrders, order: KitchenOrder): KitchenOrders {
  const before = known.orders.find(({ id }) => id === order.id);
  if (before && newness(before) > newness(order)) return known;
  const others = known.orders.filter(({ id }) => id !== order.id);
  const isHere = order.progress === 'IN_KITCHEN' || order.progress === 'READY';
  return { ...known, orders: isHere ? [...others, order].sort(byAge) : others };
}

function byAge(one: KitchenOrder, other: KitchenOrder): number {
  return Date.parse(one.openedAt) - Date.parse(other.openedAt) || (one.id < other.id ? -1 : 1);
}
