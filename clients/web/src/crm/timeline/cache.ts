import { cacheRules } from '../../graph/cache-rules.ts';

export const rules = cacheRules({
  lists: ['Tenant.timeline'],
  on: { timelineChanged: 'timeline' },
});
