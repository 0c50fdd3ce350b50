import { z } from 'zod';
import { eventType } from '../../event-type.ts';

export const floorAreaChanged = eventType({
  name: 'floor_area.changed',
  description: 'An area of a floor was added, changed, removed or put back.',
  source: 'ORDERING',
  targets: [],
  payload: z.object({ areaId: z.uuid(), locationId: z.uuid() }),
});

const table = z.object({ tableId: z.uuid(), locationId: z.uuid() });

export const tableChanged = eventType({
  name: 'table.changed',
  description: 'A table was added, changed or removed, or something happened at it: guests, orders, payments.',
  source: 'ORDERING',
  targets: [],
  orderingKey: ({ tableId }: z.infer<typeof table>) => tableId,
  payload: table,
});

export const waitlistChanged = eventType({
  name: 'waitlist.changed',
  description: 'Guests began to wait for a table, were notified, were seated or left.',
  source: 'ORDERING',
  targets: [],
  payload: z.object({ partyId: z.uuid(), locationId: z.uuid() }),
});
