import { isListed } from '../graph/cache-lists.ts';
import { cacheRules } from '../graph/cache-rules.ts';

export const rules = cacheRules({
  lists: ['Tenant.services'],
  views: ['Tenant.syncs'],
  on: {
    enableService: ['services', 'syncs'],
    // A service that is new may bring a sync with it.
    serviceChanged: ({ service }, _, cache) =>
      service && !isListed(cache, 'services', service) ? ['services', 'syncs'] : [],
  },
});
