import { cacheRules } from '../../graph/cache-rules.ts';
import { newsOf } from '../imports/import-news.ts';

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
    importChanged: (change) => (newsOf(change).concernsContacts ? ['contacts', 'searchCrm'] : []),
  },
});
