import { z } from 'zod';
import { eventType } from '../../event-type.ts';

export const kitchenStationChanged = eventType({
  name: 'kitchen_station.changed',
  description: 'A station of a kitchen was added, changed or removed, or what is made there.',
  source: 'ORDERING',
  targets: [],
  payload: z.object({ stationId: z.uuid(), locationId: z.uuid() }),
});
