import type { ResultOf } from '@graphql-typed-document-node/core';
import { graphql } from '../../generated/gql.ts';
import { feedOf, type Source } from '../../station/kept/follow.ts';

const TillOrdersDocument = graphql(`
  query TillOrders($locationId: ID!, $after: String, $isMore: Boolean!) {
    position: feedPosition
    orders(locationId: $locationId, filter: { open: true }, first: 50, after: $after) {
      edges {
        node {
          id
          ...TillOrder
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
    done: orders(locationId: $locationId, filter: { open: false }, first: 20) @skip(if: $isMore) {
      edges {
        node {
          id
          ...TillOrder
        }
      }
    }
    location(id: $locationId) {
      id
      drawers {
        id
        name
        openSession {
          id
          openedAt
        }
      }
    }
  }

  fragment TillOrder on Order {
    id
    number
    channel
    guests
    note
    progress
    money
    currency
    businessDate
    openedAt
    placedAt
    firedCourses
    version
    table {
      id
      name
    }
    lines {
      id
      quantity
      seat
      course
      note
      voidedAt
      voidReason
      version
      names {
        locale
        text
      }
      unitPrice {
        amount
        currency
      }
      gross {
        amount
        currency
      }
      amount {
        amount
        currency
      }
      options {
        optionId
        name
        quantity
      }
    }
    totals {
      ...TillTotals
    }
    taxes {
      ruleId
      name
      inclusive
      amount {
        amount
        currency
      }
    }
    payments {
      id
      status
      tender
      kind
      reference
      takenAt
      amount {
        amount
        currency
      }
      tip {
        amount
        currency
      }
      tendered {
        amount
        currency
      }
      change {
        amount
        currency
      }
    }
  }

  fragment TillTotals on OrderTotals {
    subtotal {
      amount
      currency
    }
    discount {
      amount
      currency
    }
    tax {
      amount
      currency
    }
    taxIncluded {
      amount
      currency
    }
    serviceCharge {
      amount
      currency
    }
    tip {
      amount
      currency
    }
    total {
      amount
      currency
    }
    paid {
      amount
      currency
    }
    refunded {
      amount
      currency
    }
    due {
      amount
      currency
    }
  }
`);

const TillOrderFeedDocument = graphql(`
  subscription TillOrderFeed($locationId: ID!, $after: Cursor) {
    orderChanged(locationId: $locationId, after: $after) {
      cursor
      at
      orderId
      order {
        id
        ...TillOrder
      }
    }
  }
`);

type Answer = ResultOf<typeof TillOrdersDocument>;
/** An order as the server has it. */
export type Order = Answer['orders']['edges'][number]['node'];
export type Drawer = NonNullable<Answer['location']>['drawers'][number];

/** The orders of a location that are not done, and the last ones that are, the oldest first; and its drawers. */
export interface Orders {
  position: string | null;
  orders: readonly Order[];
  drawers: readonly Drawer[];
}

/** How many orders that are done stay in sight. */
const MOST_DONE = 20;

export function ordersAt(locationId: string): Source<Orders> {
  return {
    name: `orders ${locationId}`,
    format: 2,
    async load(client) {
      const orders: Order[] = [];
      for (let after: string | null | undefined, first: Answer | undefined; ; ) {
        const { data, error } = await client
          .query(TillOrdersDocument, { locationId, after, isMore: first !== undefined })
          .toPromise();
        if (!data || error) return { error };
        // What happens while the pages come is told from before the first of them.
        first ??= data;
        orders.push(...[data.orders, data.done].flatMap((page) => page?.edges.map(({ node }) => node) ?? []));
        after = data.orders.pageInfo.endCursor;
        if (!data.orders.pageInfo.hasNextPage || !after)
          return { value: { position: first.position ?? null, orders, drawers: first.location?.drawers ?? [] } };
      }
    },
    positionOf: ({ position }) => position,
    feeds: [
      feedOf(TillOrderFeedDocument, { locationId }, (known: Orders, { orderChanged }) => {
        const { order } = orderChanged;
        return order ? { ...known, orders: withOrder(known.orders, order) } : undefined;
      }),
    ],
  };
}

/** With this order as it is now; an older state of it that comes late changes nothing. */
export function withOrder(orders: readonly Order[], order: Order): readonly Order[] {
  const known = orders.find(({ id }) => id === order.id);
  if (known && known.version > order.version) return orders;
  const others = orders.filter(({ id }) => id !== order.id);
  const all = [...others, order].sort((one, other) => (one.id < other.id ? -1 : 1));
  const done = all.filter((each) => isDone({ ...each, due: each.totals.due.amount }));
  const gone = new Set(done.slice(0, Math.max(0, done.length - MOST_DONE)));
  return gone.size === 0 ? all : all.filter((each) => !gone.has(each));
}

/** Whether nothing is left to do about an order. */
export function isDone({ progress, due }: { progress: Order['progress']; due: number }): boolean {
  return progress === 'VOID' || (progress === 'SERVED' && due === 0);
}
