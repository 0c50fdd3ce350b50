import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import type { EntityManager } from '@mikro-orm/postgresql';
import { WITH_NEXT } from '@mycelium/database/begin-with-first';
import type { Audit } from '@mycelium/schema/audit';
import type { Event, EventType } from '@mycelium/schema/event-type';
import { v7 as uuidv7 } from 'uuid';
import { auditInsert } from './audit-outbox.ts';
import type { CallContext } from './viewer.ts';

/** What was published in a transaction and has not yet been handed over. The relay empties it. */
@Entity({ tableName: 'outbox' })
export class OutboxRow {
  @PrimaryKey({ type: 'bigint', autoincrement: true })
  position!: string;

  @Property({ type: 'json' })
  event!: Event;
}

/** The events a consumer has handled, so that none is handled twice. */
@Entity({ tableName: 'inbox' })
export class InboxRow {
  @PrimaryKey({ type: 'uuid' })
  eventId!: string;

  @PrimaryKey({ type: 'text' })
  consumer!: string;

  @Property({ type: 'datetime', columnType: 'timestamptz', defaultRaw: 'now()' })
  handledAt!: Date;

  /** What it answered, for when the event comes again because nobody heard that. */
  @Property({ type: 'json', nullable: true })
  answer?: unknown;
}

export type PendingEvent = Event;

/** The event as it will travel; throws when the payload is not what the type says. */
export function makeEvent<Payload>(
  type: EventType<Payload>,
  payload: Payload,
  { feed, call, region }: { feed: string; call: CallContext; region?: string },
): PendingEvent {
  return {
    id: uuidv7(),
    type: type.name,
    feed,
    source: type.addressee ? type.source : (call.origin ?? call.viewer.application ?? type.source),
    at: new Date().toISOString(),
    actor: { kind: call.viewer.kind, id: call.viewer.id },
    correlationId: call.correlationId,
    region,
    orderingKey: type.orderingKey?.(payload),
    payload: type.payload.parse(payload),
  };
}

/** The PostgreSQL channel on which the subgraph's relay is woken. */
export function outboxChannel(schema: string): string {
  return `${schema}_outbox`;
}

/** Has the relay look once the transaction is kept; nothing else does. */
export const wakeRelay = (schema: string): string => `select pg_notify('${outboxChannel(schema)}', '')`;

/**
 * Writes events and audits into their outboxes, last of all in a transaction. A lock per feed is held until the commit, so
 * that within a feed positions are given in the order of the commits; feeds are locked in one order, so that two writers
 * never wait for each other. Audits need no lock: the log is in the order of their ids. All of it goes with the commit, and
 * fails there.
 */
export async function writeOutbox(
  em: EntityManager,
  schema: string,
  events: readonly PendingEvent[],
  audits: readonly Audit[] = [],
): Promise<void> {
  const audit = audits.length > 0 ? auditInsert(schema, audits) : undefined;
  const withAudit = audit ? `with audit as (${audit.sql})` : '';
  if (events.length === 0) {
    if (audit) await em.execute(`${WITH_NEXT}${withAudit} ${wakeRelay(schema)}`, audit.values);
    return;
  }
  const feeds = [...new Set(events.map(({ feed }) => feed))].sort();
  const locks = feeds.map(() => 'pg_advisory_xact_lock(hashtextextended(?, 0))').join(', ');
  await em.execute(`${WITH_NEXT}${wakeRelay(schema)}, ${locks}`, feeds);
  await em.execute(
    `${WITH_NEXT}${withAudit} insert into ${schema}.outbox (event)
     select event from jsonb_array_elements(?::jsonb) with ordinality as told (event, place) order by place`,
    [...(audit?.values ?? []), JSON.stringify(events)],
  );
}
