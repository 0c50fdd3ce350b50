import { setTimeout as sleep } from 'node:timers/promises';
import { Query, Resolver } from 'type-graphql';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { backgroundContext, type Context, resourcesOf } from '../context.ts';
import { part } from '../part.ts';
import type { Manifest } from '../subgraph.ts';
import { type TestSubgraph, testSubgraph } from '../testing.ts';
import { inTransaction } from '../transaction.ts';
import { enqueue, type When } from './enqueue.ts';
import { GiveUp, NotYet, task } from './task.ts';

@Resolver()
class Alive {
  @Query(() => Boolean)
  alive(): boolean {
    return true;
  }
}

const done: { name: string; tenantId?: string; at: number; correlationId: string; attempt: number }[] = [];
const named = z.object({ name: z.string() });
let gate = Promise.withResolvers<void>();
let running = 0;
let most = 0;

const note = task('note', named, async ({ tenantId, correlationId, attempt }, { name }) => {
  done.push({ name, tenantId, at: Date.now(), correlationId, attempt });
});
const falter = task(
  'falter',
  named,
  async ({ attempt }, { name }) => {
    if (name === 'never') throw new GiveUp('It is of no use.');
    if (name === 'later' && done.length === 0) throw new NotYet('Not yet.', 50);
    if (name === 'twice' && attempt < 3) throw new Error(`Attempt ${attempt} failed.`);
    if (name === 'always') throw new Error('It fails.');
    done.push({ name, at: Date.now(), correlationId: '', attempt });
  },
  { attempts: 3, firstWaitMs: 20, longestWaitMs: 40 },
);
const wait = task('wait', named, async ({ signal }, { name }) => {
  running += 1;
  most = Math.max(most, running);
  signal.addEventListener('abort', () => gate.resolve());
  await gate.promise;
  running -= 1;
  signal.throwIfAborted();
  done.push({ name, at: Date.now(), correlationId: '', attempt: 1 });
});
const unlisted = task('unlisted', named, async () => undefined);

const manifest: Manifest = {
  ...{ name: 'tenants', parts: [part(Alive)], references: [], reactions: [] },
  tasks: [note, falter, wait],
};

let testing: TestSubgraph;
beforeAll(async () => {
  testing = await testSubgraph(manifest);
});
afterAll(() => testing.close());

/** Enqueues as a call of a tenant does. */
async function inTenant(tenantId: string, work: (ctx: Context) => void): Promise<void> {
  const resources = await testing.subgraph.work(async (ctx) => resourcesOf(ctx));
  const context = backgroundContext(resources, tenantId, 'a call');
  await inTransaction(context, async () => work(context));
}
const ask = (sql: string, values: unknown[] = []) =>
  testing.subgraph.work(({ em }) => em.execute<Record<string, unknown>[]>(sql, values));
/** What was planned; what comes round by itself is always there. */
const jobs = () => ask(`select * from tenants_worker._private_jobs where payload ->> 'cron' is null order by id`);
const attempts = (kind: string) =>
  ask('select number, outcome, error, tenant_id from tenants_worker.attempt where kind = ? order by id', [kind]);
const say = (name: string, when?: When) => testing.subgraph.work(async (ctx) => enqueue(ctx, note, { name }, when));
const told = (name: string) => done.filter((each) => each.name === name);

test('a task is done in the tenant and under the correlation id of the call that planned it, and leaves a line of history', async () => {
  const tenant = uuidv7();
  await inTenant(tenant, (ctx) => enqueue(ctx, note, { name: 'mine' }));
  await vi.waitFor(() => expect(told('mine')).toMatchObject([{ tenantId: tenant, correlationId: 'a call' }]));
  await vi.waitFor(async () =>
    expect(await attempts('note')).toEqual([{ number: 1, outcome: 'DONE', error: null, tenant_id: tenant }]),
  );
  expect(await jobs()).toEqual([]);
});

test('what a transaction plans that is given up is not planned', async () => {
  const failing = testing.subgraph.work(async (ctx) => {
    enqueue(ctx, note, { name: 'undone' });
    throw new Error('No.');
  });
  await expect(failing).rejects.toThrow('No.');
  await say('kept');
  await vi.waitFor(() => expect(told('kept')).toHaveLength(1));
  expect(told('undone')).toEqual([]);
});

test('a task that no manifest lists, and a payload that is none, are refused where they are planned', async () => {
  const plan = (work: (ctx: Context) => void) => testing.subgraph.work(async (ctx) => work(ctx));
  await expect(plan((ctx) => enqueue(ctx, unlisted, { name: 'x' }))).rejects.toThrow(
    'The manifest does not list the task unlisted.',
  );
  await expect(plan((ctx) => enqueue(ctx, note, { name: 7 } as never))).rejects.toThrow();
});

test('a key replaces what was planned under it, and is each tenant its own', async () => {
  const [one, other] = [uuidv7(), uuidv7()];
  const runAt = new Date(Date.now() + 60_000);
  await inTenant(one, (ctx) => enqueue(ctx, note, { name: 'early' }, { key: 'k', runAt }));
  await inTenant(other, (ctx) => enqueue(ctx, note, { name: 'theirs' }, { key: 'k', runAt }));
  await inTenant(one, (ctx) => enqueue(ctx, note, { name: 'late' }, { key: 'k', runAt }));
  const inputs = (await jobs()).map(({ payload }) => (payload as { input: { name: string } }).input.name);
  expect(inputs.toSorted()).toEqual(['late', 'theirs']);
  await ask(`delete from tenants_worker._private_jobs where payload ->> 'cron' is null`);
});

test('a key that one transaction plans under twice has what came last, at the time of the first where it keeps that', async () => {
  const [early, late] = [60_000, 120_000].map((ms) => new Date(Date.now() + ms));
  const key = 'twice';
  await inTenant(uuidv7(), (ctx) => {
    enqueue(ctx, note, { name: 'first' }, { key, runAt: early });
    enqueue(ctx, note, { name: 'kept' }, { key, runAt: late, keepsTime: true });
  });
  await inTenant(uuidv7(), (ctx) => {
    enqueue(ctx, note, { name: 'first' }, { key, runAt: early, keepsTime: true });
    enqueue(ctx, note, { name: 'moved' }, { key, runAt: late });
  });
  const planned = (await jobs()).map(({ payload, run_at }) => [
    (payload as { input: object }).input,
    new Date(String(run_at)),
  ]);
  expect(planned).toEqual([
    [{ name: 'kept' }, early],
    [{ name: 'moved' }, late],
  ]);
  await ask(`delete from tenants_worker._private_jobs where payload ->> 'cron' is null`);
});

test('what is planned for later is done then, and not when somebody looks by chance', async () => {
  const runAt = new Date(Date.now() + 300);
  await say('punctual', { runAt });
  await vi.waitFor(() => expect(told('punctual')).toHaveLength(1), { interval: 5 });
  const lateBy = (told('punctual')[0]?.at ?? 0) - runAt.getTime();
  expect(lateBy).toBeGreaterThanOrEqual(0);
  expect(lateBy).toBeLessThan(1_000);
});

test('a task that fails is tried again after growing waits, and is given up with its last reason', async () => {
  done.length = 0;
  await testing.subgraph.work(async (ctx) => {
    for (const name of ['twice', 'never', 'always', 'later']) enqueue(ctx, falter, { name });
  });
  await say('now');
  await vi.waitFor(() => expect(told('twice')).toMatchObject([{ attempt: 3 }]));
  await vi.waitFor(() => expect(told('later')).toMatchObject([{ attempt: 1 }]));
  await vi.waitFor(async () => {
    const left = (await jobs()).map(({ last_error: error, attempts, max_attempts: of }) => ({ error, attempts, of }));
    expect(left.toSorted((a, b) => String(a.error).localeCompare(String(b.error)))).toEqual([
      { error: 'It fails.', attempts: 3, of: 3 },
      { error: 'It is of no use.', attempts: 3, of: 3 },
    ]);
  });
  const outcomes = (await attempts('falter')).map(({ outcome }) => outcome);
  expect(outcomes.filter((outcome) => outcome === 'GIVEN_UP')).toHaveLength(2);
  expect(outcomes.filter((outcome) => outcome === 'FAILED')).toHaveLength(4);
  await ask(`delete from tenants_worker._private_jobs where payload ->> 'cron' is null`);
});

test('the tasks of a queue are done one after the other', async () => {
  [gate, most] = [Promise.withResolvers(), 0];
  await testing.subgraph.work(async (ctx) => {
    for (const name of ['first', 'second', 'third']) enqueue(ctx, wait, { name }, { queue: 'one by one' });
  });
  await vi.waitFor(() => expect(running).toBe(1));
  gate.resolve();
  await vi.waitFor(() => expect(told('third')).toHaveLength(1));
  expect(most).toBe(1);
});

test('a tenant with ten thousand tasks, and one whose tasks never end, hold up no other', async () => {
  const [crowd, stuck, small] = [uuidv7(), uuidv7(), uuidv7()];
  gate = Promise.withResolvers();
  await inTenant(stuck, (ctx) => {
    for (let n = 0; n < 8; n += 1) enqueue(ctx, wait, { name: 'stuck' });
  });
  await inTenant(crowd, (ctx) => {
    for (let n = 0; n < 10_000; n += 1) enqueue(ctx, note, { name: 'crowd' });
  });
  const plannedAt = Date.now();
  await inTenant(small, (ctx) => enqueue(ctx, note, { name: 'small' }));
  await vi.waitFor(() => expect(told('small')).toHaveLength(1), { interval: 5 });
  process.stdout.write(`beside 10,000 tasks of another tenant, one waited ${Date.now() - plannedAt} ms\n`);
  expect(told('crowd').length).toBeLessThan(5_000);
  expect(running).toBeLessThanOrEqual(5);
  await ask(`delete from tenants_worker._private_jobs where locked_by is null and payload ->> 'cron' is null`);
  gate.resolve();
  await vi.waitFor(async () => expect(await jobs()).toEqual([]));
});

test('an outage of the database is survived, and what was done during it is not done again', async () => {
  gate = Promise.withResolvers();
  await testing.subgraph.work(async (ctx) => enqueue(ctx, wait, { name: 'during' }));
  await vi.waitFor(() => expect(running).toBe(1));
  await testing.setDatabaseAway(true);
  gate.resolve();
  await vi.waitFor(() => expect(told('during')).toHaveLength(1));
  await sleep(200);
  await testing.setDatabaseAway(false);
  await vi.waitFor(() => say('after'));
  await vi.waitFor(() => expect(told('after').length).toBeGreaterThan(0));
  await vi.waitFor(async () => expect(await jobs()).toEqual([]));
  expect(told('during')).toHaveLength(1);
}, 30_000);

test('a subgraph that closes gives back what is not done, and that attempt does not count', async () => {
  gate = Promise.withResolvers();
  const second = await testSubgraph({ ...manifest, tasks: [note, wait] }, { beside: testing });
  await second.close();
  await testing.subgraph.work(async (ctx) => enqueue(ctx, wait, { name: 'given back' }));
  await vi.waitFor(() => expect(running).toBe(1));
  await testing.subgraph.close();
  const { Client } = await import('pg');
  const client = new Client({ connectionString: testing.databaseUrl });
  await client.connect();
  const { rows } = await client.query(
    `select attempts, locked_by from tenants_worker._private_jobs where payload ->> 'cron' is null`,
  );
  await client.end();
  expect(rows).toEqual([{ attempts: 0, locked_by: null }]);
});
