import { cacheRules } from '../../graph/cache-rules.ts';

export const rules = cacheRules({
  views: ['Tenant.alerts', 'Tenant.alertRules'],
  on: { alertRaised: 'alerts', updateAlertRule: 'alertRules' },
});
