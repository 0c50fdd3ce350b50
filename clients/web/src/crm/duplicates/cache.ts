import { cacheRules } from '../../graph/cache-rules.ts';

export const rules = cacheRules({
  views: ['Tenant.duplicates'],
  on: {
    dismissDuplicate: 'duplicates',
    reopenDuplicate: 'duplicates',
    mergeContacts: 'duplicates',
    undoMerge: 'duplicates',
  },
});
