import { cacheRules } from '../graph/cache-rules.ts';

export const rules = cacheRules({
  lists: ['Tenant.auditEntries'],
  on: {
    // What is announced may be nothing that this role reads.
    auditRecorded: ({ entries }) => (Array.isArray(entries) && entries.length > 0 ? 'auditEntries' : undefined),
  },
});
