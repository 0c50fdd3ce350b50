import { graphql } from '../../generated/gql.ts';

const BumpTicketDocument = graphql(`
  mutation BumpTicket($id: ID!) {
    bumpTicket(id: $id) {
      id
    }
  }
`);

const RecallTicketDocument = graphql(`
  mutation RecallTicket($id: ID!) {
    recallTicket(id: $id) {
      id
    }
  }
`);

const KitchenServeOrderDocument = graphql(`
  mutation KitchenServeOrder($id: ID!) {
    serveOrder(id: $id) {
      id
    }
  }
`);

/** What a kitchen does without a network too: by these names it waits in the outbox, also for an app that comes after this one. */
export const operations = {
  bumpTicket: BumpTicketDocument,
  recallTicket: RecallTicketDocument,
  serveOrder: KitchenServeOrderDocument,
};
