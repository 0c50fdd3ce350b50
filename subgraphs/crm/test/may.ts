import type { Role } from '@mycelium/schema/role';

const writers: Role[] = ['OWNER', 'MANAGER', 'MARKETER', 'ADMIN'];
const readers: Role[] = [...writers, 'SUPPORT', 'AUDITOR'];

/**
 * Who may call which mutation of this subgraph; what it says is compared with what the gateway does.
 * @public read by name, in the test of roles
 */
export const may: Record<string, readonly (Role | 'nobody')[]> = {
  // What the staff keep about a tenant is theirs alone.
  updateAccount: ['ADMIN'],
  assessAccounts: ['ADMIN'],
  createContact: writers,
  updateContact: writers,
  removeContact: writers,
  restoreContact: writers,
  registerPartner: writers,
  updatePartner: writers,
  removePartner: writers,
  restorePartner: writers,
  setCommission: writers,
  completeReferral: writers,
  processCommission: writers,
  createActivity: writers,
  updateActivity: writers,
  completeActivity: writers,
  reopenActivity: writers,
  removeActivity: writers,
  restoreActivity: writers,
  createNote: writers,
  updateNote: writers,
  removeNote: writers,
  restoreNote: writers,
  createPipeline: writers,
  updatePipeline: writers,
  removePipeline: writers,
  restorePipeline: writers,
  createOpportunity: writers,
  updateOpportunity: writers,
  moveOpportunity: writers,
  removeOpportunity: writers,
  restoreOpportunity: writers,
  // A calendar is one in a tenant, so the platform's staff chooses one first.
  createCalendarFeed: readers.filter((role) => role !== 'ADMIN'),
  revokeCalendarFeed: readers,
  dismissDuplicate: writers,
  mergeContacts: writers,
  planImport: writers,
  applyImport: writers,
  undoImport: writers,
  cancelImport: writers,
  undoMerge: writers,
  reopenDuplicate: writers,
  updateTag: writers,
  renameTag: writers,
  mergeTags: writers,
  removeTag: writers,
  restoreTag: writers,
  createView: writers,
  updateView: writers,
  removeView: writers,
  restoreView: writers,
};
