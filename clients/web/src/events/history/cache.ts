import { cacheRules } from '../../graph/cache-rules.ts';
import { onBusChange } from '../bus-changes.ts';

export const rules = cacheRules({
  views: ['Tenant.keptEvents'],
  on: { ...onBusChange('keptEvents'), updateEventSettings: 'keptEvents' },
});
