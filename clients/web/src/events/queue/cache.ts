import { cacheRules } from '../../graph/cache-rules.ts';
import { onBusChange } from '../bus-changes.ts';

export const rules = cacheRules({
  views: ['Tenant.unacknowledgedEvents', 'Query.eventTracking'],
  on: onBusChange('unacknowledgedEvents', 'eventTracking'),
  keys: { Event: 'eventId', EventTracking: 'eventId targetApplication' },
});
