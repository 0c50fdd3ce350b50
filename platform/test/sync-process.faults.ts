import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { makeCatalogue } from '@mycelium/bench/sync/catalogue';
import { testSecret } from '@mycelium/database/testing';
import { createLog } from '@mycelium/kit/log';
import { listen } from '@mycelium/kit/serve';
import type { Manifest } from '@mycelium/kit/subgraph';
import { type TestSubgraph, testSubgraph } from '@mycelium/kit/testing';
import { restaurant } from '@mycelium/restaurant/subgraph';
import { type Smp, startSmp } from '@mycelium/smp/smp';
import { seedServices, seedTenant } from '@mycelium/tenants/seed';
import { tenants } from '@mycelium/tenants/subgraph';
import { Client } from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';

/** The graph alone; the runs are those of processes that a test starts and kills. */
const idle: Manifest = { ...tenants, workers: [], reactions: [] };
const token = 'a token for SMP';

let menu: TestSubgraph;
let house: TestSubgraph;
let door: Awaited<ReturnType<typeof listen>>;
let smp: Smp;
let database: Client;
const running = new Set<ChildProcess>();

beforeAll(async () => {
  menu = await testSubgraph(restaurant);
  house = await testSubgraph(idle, { beside: menu, isIdle: true });
  door = await listen(menu.subgraph, { host: '127.0.0.1', port: 0, log: createLog('test', 'silent') });
  smp = await startSmp({ token });
  database = new Client({ connectionString: menu.databaseUrl });
  await database.connect();
});
afterEach(() => Promise.all([...running].map(kill)));
afterAll(async () => {
  await database.end();
  await smp.close();
  await door.close();
  await house.close();
  await menu.close();
});

/** A process of the tenants subgraph, with its workers. */
async function startWorker(...execArgv: string[]): Promise<ChildProcess> {
  const args = ['tenants', menu.databaseUrl, menu.redisUrl, testSecret, door.url];
  const child = fork(new URL(import.meta.resolve('@mycelium/bench/sync/subgraph')), args, {
    execArgv: ['--import', '@mycelium/database/typescript', ...execArgv],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  running.add(child);
  await once(child, 'message');
  return child;
}

async function kill(child: ChildProcess): Promise<void> {
  running.delete(child);
  if (child.exitCode !== null || child.signalCode) return;
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}

/** A tenant with a catalogue of so many items, and SMP. */
async function openTenant(items: number): Promise<string> {
  const id = uuidv7();
  const looks = { name: 'Las Reinas', languages: ['es'], currency: 'USD', timeZone: 'America/Chicago' };
  const demo = { slug: id, ...looks, restaurant: looks, locations: [], users: [], boards: [] };
  await house.subgraph.work((ctx) => seedTenant(ctx, demo, new Map(), id, 'x'));
  await makeCatalogue(database, id, items);
  return id;
}

/** Queues an INITIAL run. */
function queueRun(tenantId: string): Promise<void> {
  return house.subgraph.work((ctx) => seedServices(ctx, tenantId, { baseUrl: smp.url, token }));
}

interface Run {
  status: string;
  message: string | null;
  steps: { name: string; seen: number; created: number; failed: number }[];
}

async function lastRun(tenantId: string): Promise<Run> {
  const { rows } = await database.query<Run>(
    'select status, message, steps from tenants.sync_run where tenant_id = $1 order by id desc limit 1',
    [tenantId],
  );
  if (!rows[0]) throw new Error('There is no run.');
  return rows[0];
}

/** Of a tenant's items: how many the menu has, how many of them are different, and how many have a link that is settled. */
async function countItems(tenantId: string): Promise<{ items: number; names: number; links: number }> {
  const { rows } = await database.query<{ items: number; names: number; links: number }>(
    `select count(*)::int as items, count(distinct names::text)::int as names,
       (select count(*)::int from tenants.external_id where tenant_id = $1 and kind = 'ITEM' and not is_coming) as links
     from restaurant.menu_item where tenant_id = $1`,
    [tenantId],
  );
  if (!rows[0]) throw new Error('There is no menu.');
  return rows[0];
}

test('workers that are killed at any moment leave no item out, make none twice, and the counts are right', async () => {
  const [ours, theirs] = [1_000, 400];
  const id = await openTenant(ours);
  const account = smp.account(id);
  const { rows } = await database.query('select id from restaurant.menu_section where tenant_id = $1', [id]);
  const [category] = account.pushCategories(rows.map((row) => ({ reference: row.id, name: { es: 'Parte' } })));
  for (let n = 0; n < theirs; n += 1)
    account.add({ name: { es: `Suyo ${n}` }, priceMinor: 100 + n, categoryId: category?.id });
  await queueRun(id);

  for (let kills = 0; kills < 6; kills += 1) {
    const before = await countItems(id);
    const worker = await startWorker();
    const isFurther = async () => {
      const now = await countItems(id);
      expect(now.items + now.links).toBeGreaterThan(before.items + before.links);
    };
    await vi.waitFor(isFurther, { timeout: 20_000, interval: 5 });
    await sleep(Math.random() * 200);
    expect((await lastRun(id)).status).toBe('RUNNING');
    await kill(worker);
  }
  await startWorker();
  await vi.waitFor(async () => expect((await lastRun(id)).status).toBe('SUCCESS'), { timeout: 30_000, interval: 50 });

  const all = ours + theirs;
  expect(await countItems(id)).toEqual({ items: all, names: all, links: all });
  expect(account.items.size).toBe(all);
  const { steps } = await lastRun(id);
  expect(steps.find(({ name }) => name === 'PULL')).toMatchObject({ seen: theirs, created: theirs, failed: 0 });
  expect(steps.find(({ name }) => name === 'PUSH')).toMatchObject({ seen: all, created: ours, failed: 0 });
}, 120_000);

test('two processes share the runs that wait: each is done once, and those of one sync one after the other', async () => {
  const ids = [await openTenant(500), await openTenant(500), await openTenant(500)];
  for (const id of [...ids, ...ids]) await queueRun(id);
  await Promise.all([startWorker(), startWorker()]);
  const runsOf = async (id: string) =>
    (
      await database.query<{ status: string; started: Date; ended: Date | null; created: number }>(
        `select status, started_at as started, ended_at as ended,
           (jsonb_path_query_first(steps, '$[*] ? (@.name == "PUSH").created'))::int as created
         from tenants.sync_run where tenant_id = $1 order by started_at`,
        [id],
      )
    ).rows;
  for (const id of ids) {
    const isDone = async () => {
      expect((await runsOf(id)).map(({ status }) => status)).toEqual(['SUCCESS', 'SUCCESS']);
    };
    await vi.waitFor(isDone, { timeout: 60_000, interval: 50 });
    const [first, second] = await runsOf(id);
    expect([first?.created, second?.created]).toEqual([500, 0]);
    expect(Number(second?.started)).toBeGreaterThanOrEqual(Number(first?.ended));
    expect(smp.calls.filter(({ method, path }) => method === 'PUT' && path === `/accounts/${id}`).length).toBe(2);
    expect(smp.account(id).items.size).toBe(500);
  }
}, 120_000);

/** The heap that is in use at a moment, without garbage. */
async function liveHeap(worker: ChildProcess): Promise<number> {
  const answer = once(worker, 'message');
  worker.send({ live: true });
  const [{ done }] = await answer;
  return done / 2 ** 20;
}

test('a sync in 300 MB of heap holds no more at the end of a catalogue than at its beginning', async () => {
  const items = 5_000;
  const id = await openTenant(items);
  const worker = await startWorker('--max-old-space-size=300', '--expose-gc');
  // At first all goes over; then both sides have all, which is read and compared.
  for (let time = 0; time < 2; time += 1) {
    await queueRun(id);
    const heapAt = async (seen: number): Promise<number> => {
      const isThere = async () => {
        const { status, message, steps } = await lastRun(id);
        expect([status, message]).not.toContain('ERROR');
        expect(steps.find(({ name }) => name === 'PUSH')?.seen ?? 0).toBeGreaterThanOrEqual(seen);
      };
      await vi.waitFor(isThere, { timeout: 60_000, interval: 20 });
      return liveHeap(worker);
    };
    const early = await heapAt(1_000);
    const late = await heapAt(items - 600);
    // The items between, of which each left a kilobyte behind, would be more.
    expect(late).toBeLessThan(early + 3);
    await vi.waitFor(async () => expect((await lastRun(id)).status).toBe('SUCCESS'), { timeout: 30_000, interval: 50 });
  }
}, 180_000);
