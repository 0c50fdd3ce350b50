import type { Entry } from '@mycelium/client-kit/outbox/entry';
import { graphql } from '../../generated/gql.ts';
import type { Order } from '../orders/orders.ts';

const TillOpenOrderDocument = graphql(`
  mutation TillOpenOrder($input: OpenOrderInput!) {
    order: openOrder(input: $input) {
      id
      ...TillOrder
    }
  }
`);

const TillAddLinesDocument = graphql(`
  mutation TillAddLines($orderId: ID!, $lines: [OrderLineInput!]!) {
    order: addOrderLines(orderId: $orderId, lines: $lines) {
      id
      ...TillOrder
    }
  }
`);

const TillPlaceOrderDocument = graphql(`
  mutation TillPlaceOrder($id: ID!) {
    order: placeOrder(id: $id) {
      id
      ...TillOrder
    }
  }
`);

const TillFireCourseDocument = graphql(`
  mutation TillFireCourse($id: ID!, $course: Int) {
    order: fireOrder(id: $id, course: $course) {
      id
      ...TillOrder
    }
  }
`);

const TillHoldCourseDocument = graphql(`
  mutation TillHoldCourse($id: ID!, $course: Int!) {
    order: holdCourse(id: $id, course: $course) {
      id
      ...TillOrder
    }
  }
`);

const TillServeOrderDocument = graphql(`
  mutation TillServeOrder($id: ID!) {
    order: serveOrder(id: $id) {
      id
      ...TillOrder
    }
  }
`);

const TillMoveOrderDocument = graphql(`
  mutation TillMoveOrder($id: ID!, $tableId: ID!) {
    order: moveOrder(id: $id, tableId: $tableId) {
      id
      ...TillOrder
    }
  }
`);

const TillTakeCashDocument = graphql(`
  mutation TillTakeCash($input: RecordCashInput!) {
    recordCash(input: $input) {
      id
      order {
        id
        ...TillOrder
      }
    }
  }
`);

const TillSendOrderDocument = graphql(`
  mutation TillSendOrder($input: OpenOrderInput!, $orderId: ID!, $lines: [OrderLineInput!]!, $id: ID!) {
    openOrder(input: $input) {
      id
    }
    addOrderLines(orderId: $orderId, lines: $lines) {
      id
    }
    order: placeOrder(id: $id) {
      id
      ...TillOrder
    }
  }
`);

const TillSendLinesDocument = graphql(`
  mutation TillSendLines($orderId: ID!, $lines: [OrderLineInput!]!, $id: ID!) {
    addOrderLines(orderId: $orderId, lines: $lines) {
      id
    }
    order: placeOrder(id: $id) {
      id
      ...TillOrder
    }
  }
`);

/** What a till does without a network too: by these names it waits in the outbox, also for an app that comes after this one. */
export const operations = {
  openOrder: TillOpenOrderDocument,
  addOrderLines: TillAddLinesDocument,
  placeOrder: TillPlaceOrderDocument,
  fireOrder: TillFireCourseDocument,
  holdCourse: TillHoldCourseDocument,
  serveOrder: TillServeOrderDocument,
  moveOrder: TillMoveOrderDocument,
  recordCash: TillTakeCashDocument,
};

/** What is sent to the kitchen at one tap. */
export const together = [
  { operations: ['openOrder', 'addOrderLines', 'placeOrder'], document: TillSendOrderDocument },
  { operations: ['addOrderLines', 'placeOrder'], document: TillSendLinesDocument },
];

/** The order as the server had it when it answered an entry; undefined where it did not say. */
export function orderIn(data: unknown): Order | undefined {
  const { order, recordCash } = (data ?? {}) as { order?: Order; recordCash?: { order?: Order | null } };
  return order ?? recordCash?.order ?? undefined;
}

/** The cash session into whose drawer an entry takes cash; undefined of one that takes none. */
export function cashSessionOf({ operation, variables }: Entry): string | undefined {
  if (operation !== 'recordCash') return undefined;
  const { sessionId } = (variables.input ?? {}) as { sessionId?: string };
  return sessionId;
}
