import { feedOf, type Source } from '../../station/kept/follow.ts';
import { KitchenTicketFeedDocument, KitchenTicketsDocument, TicketOrderFeedDocument, type Tickets } from './tickets.ts';
import { withOrder, withTicket } from './with-ticket.ts';

interface Where {
  locationId: string;
  stationId: string;
  language: string;
}

export function ticketsAt(where: Where): Source<Tickets> {
  return {
    name: `tickets ${where.stationId} ${where.language}`,
    format: 2,
    async load(client) {
      const { data, error } = await client.query(KitchenTicketsDocument, where).toPromise();
      if (!data || error) return { error };
      return { value: { position: data.position ?? null, open: data.kitchenTickets, bumped: data.kitchenBumped } };
    },
    positionOf: ({ position }) => position,
    feeds: [
      feedOf(KitchenTicketFeedDocument, where, (known: Tickets, { kitchenTicketChanged: { ticket } }) =>
        ticket ? withTicket(known, ticket) : undefined,
      ),
      feedOf(
        TicketOrderFeedDocument,
        { locationId: where.locationId },
        (known: Tickets, { orderChanged: { order } }) => (order ? withOrder(known, order) : known),
      ),
    ],
  };
}
