import { graphql } from '../generated/gql.ts';
import type { OrderFactsFragment, OrderRowFragment } from '../generated/graphql.ts';

export const OrdersDocument = graphql(`
  query Orders($locationId: ID!, $filter: OrderFilter, $after: String) {
    orders(locationId: $locationId, filter: $filter, first: 50, after: $after) {
      edges {
        cursor
        node {
          ...OrderRow
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }

  fragment OrderRow on Order {
    id
    number
    channel
    guests
    note
    progress
    money
    businessDate
    openedAt
    version
    totals {
      total {
        amount
        currency
      }
      due {
        amount
        currency
      }
    }
    table {
      id
      name
    }
  }
`);

/** Where what changes from now on begins. */
export const OrdersPositionDocument = graphql(`
  query OrdersPosition {
    position: feedPosition
  }
`);

export const OrderFeedDocument = graphql(`
  subscription OrderFeed($locationId: ID!, $after: Cursor) {
    orderChanged(locationId: $locationId, after: $after) {
      cursor
      at
      kind
      orderId
      order {
        ...OrderRow
      }
    }
  }
`);

export const TicketsOfOrdersDocument = graphql(`
  subscription TicketsOfOrders($locationId: ID!, $after: Cursor) {
    kitchenTicketChanged(locationId: $locationId, after: $after) {
      cursor
      at
      ticketId
      ticket {
        ...OrderTicket
        order {
          id
        }
      }
    }
  }
`);

/** One order with all that was done to it. */
export const OrderDocument = graphql(`
  query Order($id: ID!) {
    order(id: $id) {
      ...OrderFacts
    }
  }

  fragment OrderFacts on Order {
    ...OrderRow
    serverId
    server {
      id
      name
    }
    currency
    placedAt
    voidReason
    approvedBy
    location {
      id
      name
      timeZone
      drawers {
        id
        name
        openSession {
          id
        }
      }
    }
    lines {
      ...OrderLineFacts
    }
    totals {
      ...AllTotals
    }
    taxes {
      ruleId
      name
      rate
      inclusive
      amount {
        amount
        currency
      }
      taxed {
        amount
        currency
      }
    }
    explain {
      step
      of
      rule
      input
      factor
      exact
      rounded
    }
    payments {
      ...OrderPayment
    }
    refunds {
      ...OrderRefund
    }
    tickets {
      ...OrderTicket
    }
  }

  fragment OrderLineFacts on OrderLine {
    id
    names {
      locale
      text
    }
    quantity
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
      price {
        amount
        currency
      }
    }
    seat
    course
    note
    voidedAt
    voidReason
    version
  }

  fragment AllTotals on OrderTotals {
    subtotal {
      amount
      currency
    }
    discount {
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

  fragment OrderPayment on Payment {
    id
    tender
    kind
    reference
    status
    takenAt
    personId
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

  fragment OrderRefund on Refund {
    id
    reason
    refundedAt
    personId
    approvedBy
    amount {
      amount
      currency
    }
    tip {
      amount
      currency
    }
    lines {
      lineId
      quantity
      tax {
        amount
        currency
      }
      total {
        amount
        currency
      }
    }
  }

  fragment OrderTicket on KitchenTicket {
    id
    number
    mark
    toMake
    firedAt
    bumpedAt
    recalledAt
    voidedAt
    station {
      id
      name
    }
    fires {
      id
      lineId
      kind
      difference
      note
    }
  }
`);

export type OrderLineOnPage = OrderFactsFragment['lines'][number];
export type Order = OrderFactsFragment;
export type OrderInList = OrderRowFragment;
