import type { Side } from '../side/side.ts';
import type { SubjectKind } from '../subject/subject.ts';
import type { EntryKind, Facts, TimelineEntry } from './timeline-entry.ts';

/** An entry as the database has it. */
export interface EntryRow {
  id: string;
  created_at: string;
  updated_at: string;
  version: number;
  tenant_id: string;
  side: Side;
  subject_kind: SubjectKind;
  subject_id: string;
  kind: EntryKind;
  at: string;
  event_id: string;
  source: string;
  actor_kind: string;
  actor_id: string;
  correlation_id: string;
  acknowledged_at: string | null;
  facts: Facts;
  related_id: string | null;
}

/** An entry that is only shown. Since it stays as it is, no unit of work follows it, which would take longer than to read it. */
export function entryOf(row: EntryRow): TimelineEntry {
  return {
    ...{ id: row.id, version: row.version, tenantId: row.tenant_id, side: row.side },
    createdAt: new Date(row.created_at),
    updatedAt: new Date(row.updated_at),
    subject: { kind: row.subject_kind, id: row.subject_id },
    kind: row.kind,
    at: new Date(row.at),
    eventId: row.event_id,
    source: row.source,
    actor: { kind: row.actor_kind, id: row.actor_id },
    correlationId: row.correlation_id,
    acknowledgedAt: row.acknowledged_at === null ? undefined : new Date(row.acknowledged_at),
    facts: row.facts,
    relatedId: row.related_id ?? undefined,
  };
}
