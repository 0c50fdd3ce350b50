import { cacheRules } from '../graph/cache-rules.ts';

export const rules = cacheRules({
  lists: ['Tenant.venues'],
  things: { venue: 'Venue' },
  on: { createVenue: 'venues', venueChanged: 'venues' },
});
