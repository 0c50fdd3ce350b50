import { cacheRules } from '../../graph/cache-rules.ts';

export const rules = cacheRules({
  views: ['Tenant.notes'],
  things: { note: 'Note' },
  on: {
    createNote: 'notes',
    updateNote: 'notes',
    removeNote: 'notes',
    restoreNote: 'notes',
    noteChanged: 'notes',
    mergeContacts: 'notes',
    undoMerge: 'notes',
    // With a contact that became part of another one, or is one of its own again, its notes have gone, too.
    contactChanged: ({ kind }) => (kind === 'UPDATED' ? undefined : 'notes'),
  },
});
