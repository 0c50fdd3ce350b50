import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import type { Audit, AuditRecord } from '@mycelium/schema/audit';
import type { Redis } from 'ioredis';
import type { Client } from 'pg';
import { legibleJson } from './legible.ts';

/** What was done in a transaction and is not in the log yet. The relay empties it; no bus of events ever carries it. */
@Entity({ tableName: 'audit_outbox' })
export class AuditOutboxRow {
  @PrimaryKey({ type: 'bigint', autoincrement: true })
  position!: string;

  @Property({ type: 'json' })
  audit!: Audit;
}

/** The platform's own way to the log: a stream, each entry with one audit as JSON, and the channel on which it is said that there are new ones. */
export const AUDIT_KEY = 'mycelium:audit';

/** How many records one entry carries, and how many characters they have together. */
const MOST_RECORDS = 200;
const MOST_CHARACTERS = 256 * 1024;

/** How many audits are handed over at a time, and how many lie in Redis at most: what the log has not taken yet waits in PostgreSQL, where there is room. */
const AT_ONCE = 20;
const MOST_IN_REDIS = 200;

/** The audits of many records, in their order, each small enough to travel. */
function inParts({ records, ...call }: Audit): Audit[] {
  const parts: AuditRecord[][] = [];
  let room = 0;
  for (const record of records) {
    const size = JSON.stringify(record).length;
    const last = parts.at(-1);
    if (last && last.length < MOST_RECORDS && size <= room) last.push(record);
    else {
      parts.push([record]);
      room = MOST_CHARACTERS;
    }
    room -= size;
  }
  return parts.map((part) => ({ ...call, records: part }));
}

/** The rows of audits, to be inserted with the transaction. */
export function auditInsert(schema: string, audits: readonly Audit[]): { sql: string; values: string[] } {
  const parts = audits.flatMap(inParts);
  return {
    sql: `insert into ${schema}.audit_outbox (audit) values ${parts.map(() => '(?::jsonb)').join(', ')}`,
    values: parts.map(legibleJson),
  };
}

/**
 * Carries what waits to the log's stream. A relay that dies in between carries it again, and the log knows each record
 * by its id. Answers whether there may be more, and whether the stream is full.
 */
export async function carryAudits({
  client,
  redis,
  name,
}: {
  client: Client;
  redis: Redis;
  name: string;
}): Promise<'EMPTY' | 'MORE' | 'FULL'> {
  const { rows } = await client.query<{ position: string; audit: string }>(
    `select position, audit::text from ${name}.audit_outbox order by position limit ${AT_ONCE}`,
  );
  if (rows.length === 0) return 'EMPTY';
  if ((await redis.xlen(AUDIT_KEY)) >= MOST_IN_REDIS) return 'FULL';
  const steps = redis.multi();
  for (const { audit } of rows) steps.xadd(AUDIT_KEY, '*', 'audit', audit);
  steps.publish(AUDIT_KEY, name);
  for (const [error] of (await steps.exec()) ?? []) if (error) throw error;
  const positions = rows.map(({ position }) => position);
  await client.query(`delete from ${name}.audit_outbox where position = any($1)`, [positions]);
  return rows.length < AT_ONCE ? 'EMPTY' : 'MORE';
}
