import { type ChildProcess, fork } from 'node:child_process';
import { startRedis } from '@mycelium/database/embedded/redis';
import { testDatabase, testSecret } from '@mycelium/database/testing';
import { Redis } from 'ioredis';
import { Client } from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { expect, test, vi } from 'vitest';

const PER_TENANT = 1_000;
const ALL = 6 * PER_TENANT;

test('every reminder goes out exactly once, though one of two processes is killed again and again', async () => {
  const [database, redis] = await Promise.all([testDatabase(), startRedis()]);
  const admin = new Client({ connectionString: database.url });
  await admin.connect();
  const user = uuidv7();
  const tenants = Array.from({ length: ALL / PER_TENANT }, () => uuidv7());
  for (const tenant of tenants) {
    await admin.query(
      `insert into crm.activity (id, tenant_id, side, type, subject_kind, subject_id, title, assignee_id, day_zone, due_at,
         due_from, due_until, due_order, remind_at, tags)
       select gen_random_uuid(), $1, 'TENANT', 'CALL', 'TENANT', $1, 'Call ' || n, $2, 'UTC', now() + interval '1 day',
         now(), now() + interval '1 day', now(), now() - interval '1 hour', '{}' from generate_series(1, $3::int) n`,
      [tenant, user, PER_TENANT],
    );
    await admin.query(
      `select crm_worker.add_job('activity-reminders', json_build_object('tenantId', $1::text, 'input', json_build_object()))`,
      [tenant],
    );
  }
  const start = (): ChildProcess => {
    const args = [database.url, redis.url, testSecret, user];
    return fork(new URL('./reminder.testing.ts', import.meta.url), args, {
      execArgv: ['--import', '@mycelium/database/typescript'],
    });
  };
  const marked = async (): Promise<number> => {
    const { rows } = await admin.query('select count(*)::int as n from crm.activity where reminded_for = remind_at');
    return rows[0].n;
  };
  const until = (count: number) =>
    vi.waitFor(async () => expect(await marked()).toBeGreaterThanOrEqual(count), { timeout: 60_000, interval: 5 });
  const other = start();
  for (let share = 1; share <= 5; share += 1) {
    const doomed = start();
    await until((ALL * share) / 6);
    doomed.kill('SIGKILL');
  }
  await until(ALL);
  const client = new Redis(redis.url);
  const keys = async (): Promise<string[]> => {
    const feeds = await Promise.all(tenants.map((tenant) => client.xrange(`mycelium:feed:${tenant}`, '-', '+')));
    const events = feeds.flat().map(([, [, event = '']]) => JSON.parse(event));
    return events.flatMap(({ type, payload }) => (type === 'notice.raised' ? [payload.onceKey] : []));
  };
  await vi.waitFor(async () => expect((await keys()).length).toBeGreaterThanOrEqual(ALL), {
    timeout: 60_000,
    interval: 200,
  });
  const told = await keys();
  expect([told.length, new Set(told).size]).toEqual([ALL, ALL]);
  other.kill('SIGKILL');
  client.disconnect();
  await admin.end();
  await Promise.all([redis.stop(), database.drop()]);
}, 180_000);
