import { Query, Resolver } from 'type-graphql';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { resourcesOf } from '../context.ts';
import { part } from '../part.ts';
import type { Manifest } from '../subgraph.ts';
import { type TestSubgraph, testSubgraph } from '../testing.ts';
import { enqueue } from './enqueue.ts';
import { nextTime } from './next-time.ts';
import { schedule } from './rounds.ts';
import { task } from './task.ts';

@Resolver()
class Alive {
  @Query(() => Boolean)
  alive(): boolean {
    return true;
  }
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

let runs: string[] = [];
const remind = task('remind', z.object({ what: z.string() }), async (_desk, { what }) => void runs.push(what));
const nightly = schedule('nightly', '0 4 * * *', async () => void runs.push('nightly'));
const manifest: Manifest = {
  ...{ name: 'restaurant', parts: [part(Alive)], references: [], reactions: [] },
  tasks: [remind, nightly],
};

let testing: TestSubgraph;
let other: TestSubgraph;
beforeAll(async () => {
  testing = await testSubgraph(manifest);
  other = await testSubgraph(manifest, { beside: testing });
});
beforeEach(async () => {
  await move(0);
  await sql(`delete from restaurant_worker._private_jobs where payload ->> 'cron' is null`);
  // As if the round had never been done.
  await sql(
    `update restaurant_worker._private_jobs set run_at = $1, payload = (payload::jsonb || $2::jsonb)::json where key = 'round nightly'`,
    ...planned(),
  );
  runs = [];
});
afterAll(async () => {
  await other?.subgraph.close();
  await testing?.close();
});

const clockOf = () => testing.subgraph.work(async (ctx) => resourcesOf(ctx).clock);
const move = async (aheadMs: number) => (await clockOf()).move(aheadMs);
const sql = (text: string, ...values: unknown[]) =>
  testing.subgraph.work(({ em }) => em.execute<Record<string, unknown>[]>(text.replaceAll(/\$\d/g, '?'), values));
/** When a job is due in real time. */
const runAt = async (key: string) => {
  const [job] = await sql('select run_at from restaurant_worker._private_jobs where key = ?', key);
  return new Date(String(job?.run_at ?? 0)).getTime();
};
const plan = (when: Parameters<typeof enqueue>[3], what: string) =>
  testing.subgraph.work(async (ctx) => enqueue(ctx, remind, { what }, { key: what, ...when }));
/** What was planned by a clock that was moved is planned again within a second. */
const settled = (key: string, at: number) =>
  vi.waitFor(async () => expect(Math.abs((await runAt(key)) - at)).toBeLessThan(2_000));

function planned(): [string, string] {
  const next = nextTime(nightly, {}, { now: () => new Date(), aheadMs: 0 });
  return [next?.runAt.toISOString() ?? '', JSON.stringify(next?.byBusiness)];
}

test('a reminder comes when the clock of the business says so, and one by real time does not', async () => {
  await plan({ dueAt: new Date(Date.now() + 3 * DAY) }, 'due');
  await plan({ runAt: new Date(Date.now() + 3 * DAY) }, 'real');
  await move(2 * DAY);
  await settled('remind system due', Date.now() + DAY);
  expect(runs.filter((each) => each !== 'nightly')).toEqual([]);
  await move(3 * DAY + HOUR);
  await vi.waitFor(() => expect(runs).toContain('due'));
  expect(runs).not.toContain('real');
  expect(Math.abs((await runAt('remind system real')) - Date.now() - 3 * DAY)).toBeLessThan(10_000);
});

test('what is due by a clock that is ahead is planned by it, and waits again when that is set back', async () => {
  await move(5 * DAY);
  await plan({ dueAt: new Date(Date.now() + 5 * DAY + HOUR) }, 'soon');
  await settled('remind system soon', Date.now() + HOUR);
  await move(0);
  await settled('remind system soon', Date.now() + 5 * DAY + HOUR);
  expect(runs).not.toContain('soon');
});

test('a schedule makes up for all times that the clock was moved over by one, and does none twice when it is set back', async () => {
  const first = await runAt('round nightly');
  await move(10 * DAY);
  await vi.waitFor(() => expect(runs).toEqual(['nightly']));
  // The next one is the first after the time that it is there.
  await settled('round nightly', first);
  await move(0);
  await settled('round nightly', first + 10 * DAY);
  await move(10 * DAY);
  await settled('round nightly', first);
  expect(runs).toEqual(['nightly']);
  await move(11 * DAY);
  await vi.waitFor(() => expect(runs).toEqual(['nightly', 'nightly']));
});

test('what comes every day at a time of a place follows the clock too, one of each day', async () => {
  const daily = { at: '09:00', zone: 'America/Mexico_City' };
  await plan({ daily }, 'open');
  const first = await runAt('remind system open');
  expect(first - Date.now()).toBeLessThanOrEqual(DAY);
  await move(3 * DAY);
  await vi.waitFor(() => expect(runs).toContain('open'));
  await settled('remind system open', first);
  await move(0);
  await settled('remind system open', first + 3 * DAY);
  expect(runs.filter((each) => each === 'open')).toHaveLength(1);
});

test('what somebody does ahead of its time is done at its time all the same', async () => {
  await plan({ daily: { at: '09:00', zone: 'America/Mexico_City' } }, 'early');
  const first = await runAt('remind system early');
  await sql(`update restaurant_worker._private_jobs set run_at = now() where key = 'remind system early'`);
  await sql(`select pg_notify('jobs:insert', '{"count":1}')`);
  await vi.waitFor(() => expect(runs).toContain('early'));
  await settled('remind system early', first);
});

test('what waits for another attempt does so in real time, wherever the clock is moved to', async () => {
  await plan({ dueAt: new Date(Date.now() + DAY) }, 'failed');
  // As it stands after an attempt that failed.
  await sql(
    `update restaurant_worker._private_jobs set run_at = now() + interval '1 hour' where key = 'remind system failed'`,
  );
  await plan({ dueAt: new Date(Date.now() + DAY) }, 'beside');
  await move(2 * DAY);
  await vi.waitFor(() => expect(runs).toContain('beside'));
  expect(runs).not.toContain('failed');
});
