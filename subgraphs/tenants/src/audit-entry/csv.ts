import { csvOf } from '@mycelium/kit/csv';
import type { AuditEntry } from './audit-entry.ts';

const COLUMNS = [
  'at',
  'actorKind',
  'actorId',
  'actorName',
  'action',
  'kind',
  'noun',
  'nounId',
  'before',
  'after',
  'address',
  'correlationId',
];

/** The entries as a table by RFC 4180; where they came from stays out unless it may be read. */
export function csvOfEntries(entries: readonly AuditEntry[], { hasAddresses }: { hasAddresses: boolean }): string {
  const rows = entries.map(({ at, actor, action, kind, noun, nounId, before, after, address, correlationId }) => [
    at.toISOString(),
    actor.kind,
    actor.id,
    actor.name,
    action,
    kind,
    noun,
    nounId,
    JSON.stringify(before),
    JSON.stringify(after),
    hasAddresses ? address : undefined,
    correlationId,
  ]);
  return csvOf(COLUMNS, rows);
}
