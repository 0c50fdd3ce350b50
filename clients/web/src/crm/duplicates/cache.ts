import { cacheRules } from '../../graph/cache-rules.ts';

export const rules = cacheRules({
  views: ['Tenant.duplicates', 'Contact.duplicates'],
  on: {
    dismissDuplicate: 'duplicates',
    reopenDuplicate: 'duplicates',
    mergeContacts: 'duplicates',
    undoMerge: 'duplicates',
    createContact: 'duplicates',
    contactChanged: 'duplicates',
  },
});
