import { z } from 'zod';
import { eventType } from '../../event-type.ts';

/** The products that show where a restaurant is. */
const placeReaders = ['SMP', 'MARKETING_APP', 'WEB_HOSTING', 'DIGITAL_MENU', 'MINI_BODEGA'] as const;

const restaurant = z.object({ restaurantId: z.uuid() });

export const restaurantCreated = eventType({
  name: 'restaurant.created',
  description: 'A brand was added.',
  source: 'ORDERING',
  targets: placeReaders,
  payload: restaurant,
});

export const restaurantUpdated = eventType({
  name: 'restaurant.updated',
  description: 'A brand was renamed, closed or reopened.',
  source: 'ORDERING',
  targets: placeReaders,
  payload: restaurant,
});

const location = z.object({ locationId: z.uuid(), restaurantId: z.uuid() });

export const locationCreated = eventType({
  name: 'location.created',
  description: 'A location was opened.',
  source: 'ORDERING',
  targets: placeReaders,
  payload: location,
});

export const locationUpdated = eventType({
  name: 'location.updated',
  description: 'A location was changed: its name, its address, its hours or what its receipts say.',
  source: 'ORDERING',
  targets: placeReaders,
  payload: location,
});

export const locationClosed = eventType({
  name: 'location.closed',
  description: 'A location was closed; its orders stay.',
  source: 'ORDERING',
  targets: placeReaders,
  payload: location,
});

export const locationReopened = eventType({
  name: 'location.reopened',
  description: 'A closed location is open again.',
  source: 'ORDERING',
  targets: placeReaders,
  payload: location,
});

export const taxRuleChanged = eventType({
  name: 'tax_rule.changed',
  description: 'A tax on what is sold was added, changed or removed.',
  source: 'ORDERING',
  targets: [],
  payload: z.object({ taxRuleId: z.uuid() }),
});
