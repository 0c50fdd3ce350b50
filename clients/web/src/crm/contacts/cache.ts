import { cacheRules } from '../../graph/cache-rules.ts';
import { newsOf } from '../imports/import-news.ts';

export const rules = cacheRules({
  lists: ['Tenant.contacts'],
  // Of what stands in a panel the news has only a part.
  views: ['Tenant.searchCrm', 'Contact.mails', 'Contact.phones', 'Contact.doNotContact', 'Contact.merges'],
  things: { contact: 'Contact' },
  on: {
    createContact: ['contacts', 'searchCrm'],
    updateContact: 'searchCrm',
    removeContact: ['contacts', 'searchCrm'],
    restoreContact: ['contacts', 'searchCrm'],
    mergeContacts: ['contacts', 'searchCrm', 'mails', 'phones', 'doNotContact', 'merges'],
    undoMerge: ['contacts', 'searchCrm', 'mails', 'phones', 'doNotContact', 'merges'],
    contactChanged: ['contacts', 'searchCrm', 'mails', 'phones', 'doNotContact', 'merges'],
    importChanged: (change) => (newsOf(change).concernsContacts ? ['contacts', 'searchCrm'] : []),
  },
});
