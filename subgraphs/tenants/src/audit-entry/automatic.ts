import type { FilterQuery } from '@mikro-orm/core';
import type { AuditEntry } from './audit-entry.ts';
import type { AuditLine } from './write-entries.ts';

const BY_ITSELF = ['gateway', 'display'];
const GOES_ON = 'refreshSession';

/** Whether something happened without anybody doing it: by the platform, by a screen, or as a session went on. */
export function isAutomatic({ actor, action }: Pick<AuditLine, 'actor' | 'action'>): boolean {
  return BY_ITSELF.includes(actor.kind) || action === GOES_ON;
}

/** The same, as the database is asked. */
export const automatic = {
  $or: [{ actor: { kind: { $in: BY_ITSELF } } }, { action: GOES_ON }],
} as FilterQuery<AuditEntry>;
