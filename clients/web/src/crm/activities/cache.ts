import { cacheRules } from '../../graph/cache-rules.ts';

export const rules = cacheRules({
  views: ['Tenant.activities'],
  things: { activity: 'Activity' },
  on: {
    createActivity: 'activities',
    updateActivity: 'activities',
    completeActivity: 'activities',
    reopenActivity: 'activities',
    removeActivity: 'activities',
    restoreActivity: 'activities',
    activityChanged: 'activities',
  },
});
