import { graphql } from '../../generated/gql.ts';

const TillOpenOrderDocument = graphql(`
  mutation TillOpenOrder($input: OpenOrderInput!) {
    openOrder(input: $input) {
      id
    }
  }
`);

const TillAddLinesDocument = graphql(`
  mutation TillAddLines($orderId: ID!, $lines: [OrderLineInput!]!) {
    addOrderLines(orderId: $orderId, lines: $lines) {
      id
    }
  }
`);

const TillPlaceOrderDocument = graphql(`
  mutation TillPlaceOrder($id: ID!) {
    placeOrder(id: $id) {
      id
    }
  }
`);

const TillFireCourseDocument = graphql(`
  mutation TillFireCourse($id: ID!, $course: Int) {
    fireOrder(id: $id, course: $course) {
      id
    }
  }
`);

const TillHoldCourseDocument = graphql(`
  mutation TillHoldCourse($id: ID!, $course: Int!) {
    holdCourse(id: $id, course: $course) {
      id
    }
  }
`);

const TillServeOrderDocument = graphql(`
  mutation TillServeOrder($id: ID!) {
    serveOrder(id: $id) {
      id
    }
  }
`);

const TillTakeCashDocument = graphql(`
  mutation TillTakeCash($input: RecordCashInput!) {
    recordCash(input: $input) {
      id
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
  recordCash: TillTakeCashDocument,
};
