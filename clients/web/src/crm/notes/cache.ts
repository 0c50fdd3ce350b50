import { cacheRules } from '../../graph/cache-rules.ts';

export const rules = cacheRules({
  views: ['Tenant.notes'],
  things: { note: 'Note' },
  on: { createNote: 'notes', updateNote: 'notes', removeNote: 'notes', restoreNote: 'notes', noteChanged: 'notes' },
});
