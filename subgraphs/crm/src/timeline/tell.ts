import { randomUUIDv7 } from 'node:crypto';
import type { Context } from '@mycelium/kit/context';
import { legibleJson } from '@mycelium/kit/legible';
import type { Event } from '@mycelium/schema/event-type';
import { timelineUpdated } from '@mycelium/schema/subgraphs/crm/activities';
import { feedOf, type SidedRow } from '../side/side.ts';
import type { Subject } from '../subject/subject.ts';
import type { EntryKind, Facts } from './timeline-entry.ts';

/** What an entry says. */
export interface Told {
  subject: Subject;
  side: SidedRow['side'];
  kind: EntryKind;
  /** Names and numbers that the sentence of this kind needs. */
  facts?: Facts;
  /** The row that it leads to, such as the note that was written. */
  relatedId?: string;
  /** When it happened, where that is not when it was told. */
  at?: Date;
  /** Whose timeline it is, where that is not the viewer's tenant. */
  tenantId?: string;
}

/**
 * Writes into the timeline of a subject what an event says, with the transaction: once per event and subject, however often
 * it comes. The event is one that was heard, which counts as acknowledged with this, or the id of one that this call
 * publishes itself.
 */
export async function tell(ctx: Context, told: Told, event: Event | string): Promise<void> {
  const said = typeof event === 'string' ? publishedNow(ctx, event) : { ...event, acknowledgedAt: new Date() };
  await tellAll(ctx, [told], said);
}

/** Who said it, and when: an event. */
export type TellingEvent = Pick<Event, 'id' | 'at' | 'source' | 'actor' | 'correlationId'> & { acknowledgedAt?: Date };

/** The same of several subjects of one book, of which one event speaks; whoever watches is told of the last of them. */
export async function tellAll(ctx: Context, told: readonly Told[], said: TellingEvent): Promise<void> {
  const [first] = told;
  if (!first) return;
  const tenantId = first.tenantId ?? ctx.viewer.tenantId;
  if (!tenantId) throw new Error('A timeline is that of a tenant.');
  const entries = told.map(({ subject, side, kind, facts = {}, relatedId, at }) => ({
    ...{ id: randomUUIDv7(), side, subjectKind: subject.kind, subjectId: subject.id, kind, facts, relatedId },
    at: at ?? said.at,
  }));
  const { id, source, actor, correlationId, acknowledgedAt } = said;
  const inserted = await ctx.em.execute<{ id: string }[]>(
    `insert into crm.timeline_entry (id, created_at, updated_at, version, tenant_id, side, subject_kind, subject_id, kind, at,
       event_id, source, actor_kind, actor_id, correlation_id, acknowledged_at, facts, related_id)
     select id, now(), now(), 1, ?, side, "subjectKind", "subjectId", kind, at, ?, ?, ?, ?, ?, ?, facts, "relatedId"
     from jsonb_to_recordset(?::jsonb) as entry (id uuid, side text, "subjectKind" text, "subjectId" uuid, kind text, at timestamptz,
       facts jsonb, "relatedId" uuid)
     on conflict (tenant_id, event_id, subject_kind, subject_id) do nothing returning id`,
    [tenantId, id, source, actor.kind, actor.id, correlationId, acknowledgedAt ?? null, legibleJson(entries)],
  );
  const last = inserted.at(-1);
  if (last) ctx.publish(timelineUpdated, { entryId: last.id }, feedOf({ side: first.side, tenantId }));
}

function publishedNow({ call, viewer }: Context, id: string): TellingEvent {
  return {
    id,
    at: new Date().toISOString(),
    source: call.origin ?? viewer.application ?? 'crm',
    actor: { kind: viewer.kind, id: viewer.id },
    correlationId: call.correlationId,
  };
}
