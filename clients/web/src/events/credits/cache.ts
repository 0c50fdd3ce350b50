import { cacheRules } from '../../graph/cache-rules.ts';
import { onBusChange } from '../bus-changes.ts';

export const rules = cacheRules({
  views: ['Tenant.creditAccounts', 'Tenant.creditEntries'],
  on: {
    ...onBusChange('creditEntries'),
    allocateCredits: ['creditAccounts', 'creditEntries'],
    consumeCredits: ['creditAccounts', 'creditEntries'],
    creditsChanged: ['creditAccounts', 'creditEntries'],
  },
});
