import { cacheRules } from '../../graph/cache-rules.ts';

export const rules = cacheRules({
  lists: ['Tenant.contacts'],
  views: ['Tenant.searchCrm'],
  things: { contact: 'Contact' },
  on: {
    createContact: ['contacts', 'searchCrm'],
    updateContact: 'searchCrm',
    removeContact: ['contacts', 'searchCrm'],
    restoreContact: ['contacts', 'searchCrm'],
    mergeContacts: ['contacts', 'searchCrm'],
    undoMerge: ['contacts', 'searchCrm'],
    contactChanged: ['contacts', 'searchCrm'],
  },
});
