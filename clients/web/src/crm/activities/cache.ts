import { cacheRules } from '../../graph/cache-rules.ts';

export const rules = cacheRules({
  views: ['Tenant.activities', 'Tenant.crmOverview'],
  things: { activity: 'Activity' },
  on: {
    createActivity: ['activities', 'crmOverview'],
    updateActivity: ['activities', 'crmOverview'],
    completeActivity: ['activities', 'crmOverview'],
    reopenActivity: ['activities', 'crmOverview'],
    removeActivity: ['activities', 'crmOverview'],
    restoreActivity: ['activities', 'crmOverview'],
    activityChanged: ['activities', 'crmOverview'],
    mergeContacts: 'activities',
    undoMerge: 'activities',
    contactChanged: ({ kind }) => (kind === 'UPDATED' ? undefined : 'activities'),
  },
});
