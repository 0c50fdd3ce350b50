import { type ChildProcess, fork } from 'node:child_process';
import { setTimeout } from 'node:timers/promises';
import { startRedis } from '@mycelium/database/embedded/redis';
import { testDatabase, testSecret } from '@mycelium/database/testing';
import { Redis } from 'ioredis';
import { Client } from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';

const PER_TENANT = 1_000;
const ALL = 6 * PER_TENANT;
const MOST_STATEMENTS = 60;
const IDLE_MS = 3_000;

const user = uuidv7();
let database: Awaited<ReturnType<typeof testDatabase>>;
let redis: Awaited<ReturnType<typeof startRedis>>;
let admin: Client;
let client: Redis;
const children: ChildProcess[] = [];

beforeAll(async () => {
  [database, redis] = await Promise.all([testDatabase(), startRedis()]);
  admin = new Client({ connectionString: database.url });
  await admin.connect();
  client = new Redis(redis.url);
});
afterAll(async () => {
  for (const child of children) child.kill('SIGKILL');
  client?.disconnect();
  await admin?.end();
  await Promise.all([redis?.stop(), database?.drop()]);
});

function start(statements = ''): ChildProcess {
  const args = [database.url, redis.url, testSecret, user, statements];
  const child = fork(new URL('./reminder.testing.ts', import.meta.url), args, {
    execArgv: ['--import', '@mycelium/database/typescript'],
  });
  children.push(child);
  return child;
}

/** A new tenant whose reminders have been due for an hour, of an activity each; some are overdue as well. */
async function tenantWith(count: number, overdue = 0): Promise<string> {
  const tenant = uuidv7();
  await admin.query(
    `insert into crm.activity (id, tenant_id, side, type, subject_kind, subject_id, title, assignee_id, day_zone, due_at,
       due_from, due_until, due_order, remind_at, overdue_at, tags)
     select gen_random_uuid(), $1, 'TENANT', 'CALL', 'TENANT', $1, 'Call ' || n, $2, 'UTC', now() + interval '1 day',
       now(), now() + interval '1 day', now(), now() - interval '1 hour', case when n <= $4 then now() - interval '1 hour' end, '{}'
     from generate_series(1, $3::int) n`,
    [tenant, user, count, overdue],
  );
  await admin.query(
    `select crm_worker.add_job('activity-reminders', json_build_object('tenantId', $1::text, 'input', json_build_object()))`,
    [tenant],
  );
  return tenant;
}

/** How many reminders have not gone out, of one tenant or of all. */
async function waiting(tenant?: string): Promise<number> {
  const { rows } = await admin.query(
    `select count(*) filter (where reminded_for is distinct from remind_at)
       + count(*) filter (where overdue_at is not null and overdue_told_for is distinct from due_until) as n
     from crm.activity where $1::uuid is null or tenant_id = $1`,
    [tenant],
  );
  return Number(rows[0].n);
}

interface Raised {
  onceKey: string;
  values: { late?: number };
}

/** What the people of these tenants were notified of. */
async function raised(tenants: readonly string[]): Promise<Raised[]> {
  const feeds = await Promise.all(tenants.map((tenant) => client.xrange(`mycelium:feed:${tenant}`, '-', '+')));
  const events = feeds.flat().map(([, [, event = '']]) => JSON.parse(event));
  return events.flatMap(({ type, payload }) => (type === 'notice.raised' ? [payload] : []));
}

/** Waits until all of so many were raised, and some time more; each of them once. */
async function expectOnce(tenants: readonly string[], count: number): Promise<Raised[]> {
  await vi.waitFor(async () => expect((await raised(tenants)).length).toBeGreaterThanOrEqual(count), {
    timeout: 120_000,
    interval: 200,
  });
  await setTimeout(IDLE_MS);
  const told = await raised(tenants);
  expect([told.length, new Set(told.map(({ onceKey }) => onceKey)).size]).toEqual([count, count]);
  return told;
}

test('every reminder goes out exactly once, though one of two processes is killed again and again', async () => {
  const tenants: string[] = [];
  while (tenants.length < ALL / PER_TENANT) tenants.push(await tenantWith(PER_TENANT));
  const until = (count: number) =>
    vi.waitFor(async () => expect(await waiting()).toBeLessThanOrEqual(ALL - count), { timeout: 60_000, interval: 5 });
  const other = start();
  for (let share = 1; share <= 5; share += 1) {
    const doomed = start();
    await until((ALL * share) / 6);
    doomed.kill('SIGKILL');
  }
  await until(ALL);
  await expectOnce(tenants, ALL);
  other.kill('SIGKILL');
}, 180_000);

test('wherever a process is killed while it reminds, each reminder goes out once, and says that it is late', async () => {
  const tenants: string[] = [];
  // Once one lives long enough to remind of all, the others were killed after each of its statements.
  for (let statements = 1; statements === 1 || (await waiting(tenants.at(-1))) > 0; statements += 1) {
    expect(statements).toBeLessThan(MOST_STATEMENTS);
    const tenant = await tenantWith(2, 1);
    tenants.push(tenant);
    const doomed = start(String(statements));
    const isOver = async () => doomed.signalCode !== null || (await waiting(tenant)) === 0;
    await vi.waitFor(async () => expect(await isOver()).toBe(true), { timeout: 30_000, interval: 50 });
    doomed.kill('SIGKILL');
  }
  const pair = [start(), start()];
  const told = await expectOnce(tenants, 3 * tenants.length);
  expect(told.every(({ values }) => (values.late ?? 0) >= 60)).toBe(true);
  for (const child of pair) child.kill('SIGKILL');
  process.stdout.write(`killed after each of ${tenants.length} statements\n`);
}, 300_000);
