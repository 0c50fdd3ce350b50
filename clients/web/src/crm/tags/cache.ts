import { cacheRules } from '../../graph/cache-rules.ts';

/** What a tag is called stands on all that carries it. */
const all = ['crmTags', 'counts', 'contacts', 'notes', 'activities', 'opportunities', 'searchCrm', 'crmViews'] as const;

export const rules = cacheRules({
  views: [
    ...['Tenant.crmTags' as const, 'Tag.counts' as const],
    ...['Tenant.contacts' as const, 'Tenant.notes' as const, 'Tenant.activities' as const],
    'Tenant.opportunities',
    ...['Tenant.searchCrm' as const, 'Tenant.crmViews' as const],
  ],
  things: { tag: 'Tag' },
  on: {
    updateTag: 'crmTags',
    renameTag: all,
    mergeTags: all,
    removeTag: all,
    restoreTag: all,
    tagChanged: all,
    contactChanged: 'counts',
    noteChanged: 'counts',
    activityChanged: 'counts',
    opportunityChanged: 'counts',
    importChanged: ['crmTags', 'counts'],
  },
});
