import { cacheRules } from '../../graph/cache-rules.ts';
import { onBusChange } from '../bus-changes.ts';

export const rules = cacheRules({
  views: ['Query.applications', 'Query.eventTypes', 'Tenant.interAppHealth', 'Tenant.eventConsumers'],
  on: {
    // The applications too: whether a product is off.
    ...onBusChange('applications', 'interAppHealth', 'eventConsumers'),
    // Who sends what to whom: a new type or application changes what the others say of themselves.
    registerApplication: ['applications', 'eventTypes'],
    registerEventType: ['applications', 'eventTypes'],
  },
  keys: { Application: 'name', EventType: 'name' },
});
