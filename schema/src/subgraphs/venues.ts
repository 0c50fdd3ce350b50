import { z } from 'zod';
import { eventType } from '../event-type.ts';
import type { Promises } from '../promises.ts';

/** Places whose numbers are collected from wherever they sell, compared and explained. */
export const promises = {
  port: 4108,
  permissions: {
    'venue:read': ['MANAGER', 'SUPPORT', 'AUDITOR'],
    'venue:write': ['MANAGER'],
  },
  applications: { venues: 'Collects what venues sold, wherever they sell, and says what it means.' },
  history: { Venue: 'venue:read' },
} satisfies Promises;

const venue = z.object({ venueId: z.uuid() });

export const venueCreated = eventType({
  name: 'venue.created',
  description: 'A venue was added.',
  source: 'venues',
  targets: [],
  payload: venue,
});

export const venueUpdated = eventType({
  name: 'venue.updated',
  description: 'A venue was changed: its name, its clocks or its hours.',
  source: 'venues',
  targets: [],
  payload: venue,
});

export const venueClosed = eventType({
  name: 'venue.closed',
  description: 'A venue was closed; its numbers stay.',
  source: 'venues',
  targets: [],
  payload: venue,
});

export const venueReopened = eventType({
  name: 'venue.reopened',
  description: 'A closed venue is open again.',
  source: 'venues',
  targets: [],
  payload: venue,
});
