import { cacheRules } from '../../graph/cache-rules.ts';

export const rules = cacheRules({
  lists: ['Tenant.contacts'],
  things: { contact: 'Contact' },
  on: { createContact: 'contacts', removeContact: 'contacts', restoreContact: 'contacts', contactChanged: 'contacts' },
});
