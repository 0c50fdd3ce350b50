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

/** The entries as a table by RFC 4180. */
export function csvOf(entries: readonly AuditEntry[]): string {
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
    address,
    correlationId,
  ]);
  return [COLUMNS, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

/** Quoted where it must be; what a spreadsheet would read as a formula is made plain text. */
function cell(value: string | null | undefined): string {
  const text = value ?? '';
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
