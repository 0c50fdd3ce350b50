import { z } from 'zod';
import { eventType } from '../../event-type.ts';

export const kitchenStationChanged = eventType({
  name: 'kitchen_station.changed',
  description: 'A station of a kitchen was added, changed or removed, or what is made there.',
  source: 'ORDERING',
  targets: [],
  payload: z.object({ stationId: z.uuid(), locationId: z.uuid() }),
});

const ticket = z.object({
  ticketId: z.uuid(),
  orderId: z.uuid(),
  locationId: z.uuid(),
  stationId: z.uuid(),
  kind: z.enum(['FIRED', 'BUMPED', 'RECALLED', 'VOIDED', 'MOVED']),
});

export const kitchenTicketChanged = eventType({
  name: 'kitchen_ticket.changed',
  description: 'A station of a kitchen got a ticket, bumped it or recalled it, or nothing is left of it to make.',
  source: 'ORDERING',
  targets: [],
  orderingKey: ({ orderId }: z.infer<typeof ticket>) => orderId,
  payload: ticket,
});
