import type { Context } from '@mycelium/kit/context';
import { legibleJson } from '@mycelium/kit/legible';
import type { Event } from '@mycelium/schema/event-type';
import { timelineUpdated } from '@mycelium/schema/subgraphs/crm';
import { v7 as uuidv7 } from 'uuid';
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
}

/**
 * Writes into the timeline of a subject what an event says, with the transaction: once per event and subject, however often
 * it comes. The event is one that was heard, which counts as acknowledged with this, or the id of one that this call
 * publishes itself.
 */
export async function tell(ctx: Context, told: Told, event: Event | string): Promise<void> {
  const tenantId = ctx.viewer.tenantId;
  if (!tenantId) throw new Error('A timeline is that of a tenant.');
  const { subject, side, kind, facts = {}, relatedId, at } = told;
  const { id, source, actor, correlationId, ...heard } = typeof event === 'string' ? publishedNow(ctx, event) : event;
  const inserted = await ctx.em.execute<{ id: string }[]>(
    `insert into crm.timeline_entry (id, created_at, updated_at, version, tenant_id, side, subject_kind, subject_id, kind, at,
       event_id, source, actor_kind, actor_id, correlation_id, acknowledged_at, facts, related_id)
     values (?, now(), now(), 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?)
     on conflict (tenant_id, event_id, subject_kind, subject_id) do nothing returning id`,
    [
      ...[uuidv7(), tenantId, side, subject.kind, subject.id, kind, at ?? new Date(heard.at)],
      ...[id, source, actor.kind, actor.id, correlationId, typeof event === 'string' ? null : new Date()],
      ...[legibleJson(facts), relatedId ?? null],
    ],
  );
  const [entry] = inserted;
  if (entry) ctx.publish(timelineUpdated, { entryId: entry.id }, feedOf({ side, tenantId }));
}

function publishedNow({ call, viewer }: Context, id: string): Omit<Event, 'type' | 'feed' | 'payload'> {
  return {
    id,
    at: new Date().toISOString(),
    source: call.origin ?? viewer.application ?? 'crm',
    actor: { kind: viewer.kind, id: viewer.id },
    correlationId: call.correlationId,
  };
}
