import { cacheRules } from '../../graph/cache-rules.ts';

export const rules = cacheRules({ views: ['Tenant.reconciliations'], on: { reconcileEvents: 'reconciliations' } });
