import type { ResultOf } from '@graphql-typed-document-node/core';
import { graphql } from '../../generated/gql.ts';

export const KitchenTicketsDocument = graphql(`
  query KitchenTickets($locationId: ID!, $stationId: ID, $language: String) {
    position: feedPosition
    kitchenTickets(locationId: $locationId, stationId: $stationId) {
      ...KitchenCard
    }
    kitchenBumped(locationId: $locationId, stationId: $stationId) {
      ...KitchenCard
    }
  }

  fragment KitchenCard on KitchenTicket {
    id
    number
    mark
    toMake
    firedAt
    bumpedAt
    recalledAt
    voidedAt
    version
    station {
      id
      name
    }
    order {
      ...TicketOrder
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

  fragment TicketOrder on Order {
    id
    number
    channel
    guests
    note
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
      course
      voidedAt
    }
  }
`);

export const KitchenTicketFeedDocument = graphql(`
  subscription KitchenTicketFeed($locationId: ID!, $stationId: ID, $language: String, $after: Cursor) {
    kitchenTicketChanged(locationId: $locationId, stationId: $stationId, after: $after) {
      cursor
      at
      ticketId
      ticket {
        ...KitchenCard
      }
    }
  }
`);

export const TicketOrderFeedDocument = graphql(`
  subscription TicketOrderFeed($locationId: ID!, $after: Cursor) {
    orderChanged(locationId: $locationId, after: $after) {
      cursor
      at
      order {
        ...TicketOrder
      }
    }
  }
`);

export type Ticket = ResultOf<typeof KitchenTicketsDocument>['kitchenTickets'][number];
export type Fire = Ticket['fires'][number];
export type Line = NonNullable<Fire['line']>;

/** The tickets of a station: those that wait, the oldest first, and those that were bumped last, the latest first. */
export interface Tickets {
  position: string | null;
  open: readonly Ticket[];
  bumped: readonly Ticket[];
}
