import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from 'pg';
import type { Child } from '../child.ts';
import { fillReminders } from './fill.ts';

const DUE = 100_000;
const BATCH = 1_000;

export interface RemindersRow {
  reminders: number;
  /** How many events came of them. */
  notices: number;
  seconds: number;
  /** As many events written into the outbox, in batches as large, and nothing else. */
  outboxSeconds: number;
}

/** So many reminders whose moment has come at once, until the last of them has left the outbox. */
export async function measureReminders(
  crm: Child,
  database: Client,
  tenantId: string,
  userId: string,
): Promise<RemindersRow> {
  await fillReminders(database, tenantId, userId, DUE);
  const before = await written(database);
  const begin = performance.now();
  await crm.ask({ remindIn: tenantId }, 'done');
  while (await areWaiting(database, tenantId)) await sleep(100);
  const seconds = (performance.now() - begin) / 1_000;
  const notices = (await written(database)) - before;
  return { reminders: DUE, notices, seconds, outboxSeconds: await outboxAlone(database) };
}

/** How many events the CRM has written since it is there. */
async function written(database: Client): Promise<number> {
  const { rows } = await database.query<{ written: number }>(
    'select case when is_called then last_value else 0 end::int as written from crm.outbox_position_seq',
  );
  return rows[0]?.written ?? 0;
}

/** Whether some are still to be told, or on their way; it costs next to nothing to ask. */
async function areWaiting(database: Client, tenantId: string): Promise<boolean> {
  const { rows } = await database.query<{ waiting: boolean }>(
    `select exists (
       select from crm.activity where tenant_id = $1 and remind_at is not null and completed_at is null
         and removed_at is null and assignee_id is not null and reminded_for is distinct from remind_at
     ) or exists (select from crm.outbox) as waiting`,
    [tenantId],
  );
  return rows[0]?.waiting ?? false;
}

async function outboxAlone(database: Client): Promise<number> {
  const {
    rows: [like],
  } = await database.query<{ event: object }>(`select jsonb_build_object('type', 'bench', 'feed', gen_random_uuid(),
    'payload', repeat('x', 400)) as event`);
  await database.query('create table bench_outbox (position bigserial primary key, event jsonb not null)');
  const begin = performance.now();
  for (let row = 0; row < DUE; row += BATCH) {
    const events = Array.from({ length: BATCH }, () => JSON.stringify(like?.event));
    await database.query('insert into bench_outbox (event) select unnest($1::text[])::jsonb', [events]);
  }
  const seconds = (performance.now() - begin) / 1_000;
  await database.query('drop table bench_outbox');
  return seconds;
}
