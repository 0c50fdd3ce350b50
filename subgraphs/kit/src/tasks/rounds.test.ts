import { Query, Resolver } from 'type-graphql';
import { expect, test, vi } from 'vitest';
import { z } from 'zod';
import { part } from '../part.ts';
import { TaskOrder } from '../queues/queue.ts';
import { steer } from '../queues/steer.ts';
import type { Manifest } from '../subgraph.ts';
import { type TestSubgraph, testSubgraph } from '../testing.ts';
import { enqueue } from './enqueue.ts';
import { nextRound } from './next-time.ts';
import { round } from './rounds.ts';
import { task } from './task.ts';

@Resolver()
class Alive {
  @Query(() => Boolean)
  alive(): boolean {
    return true;
  }
}

let ticks = 0;
const tick = task('tick', z.object({}), async () => {
  ticks += 1;
});

const manifest = (tasks: Manifest['tasks']): Manifest => ({
  ...{ name: 'restaurant', parts: [part(Alive)], references: [], reactions: [] },
  tasks,
});

test.each([
  ['every minute', '* * * * *', '2026-03-01T10:20:30Z', '2026-03-01T10:21:00Z'],
  ['every ten minutes', '*/10 * * * *', '2026-03-01T10:29:59Z', '2026-03-01T10:30:00Z'],
  ['at the time itself, the next one', '0 4 * * *', '2026-03-01T04:00:00Z', '2026-03-02T04:00:00Z'],
  ['once a day', '0 4 * * *', '2026-03-01T03:59:00Z', '2026-03-01T04:00:00Z'],
  ['once a week', '30 2 * * 1', '2026-03-02T02:30:00Z', '2026-03-09T02:30:00Z'],
  ['once a month', '0 0 31 * *', '2026-02-01T00:00:00Z', undefined],
])('of what comes %s, the next time is known', (_, cron, after, next) => {
  const found = () => nextRound(cron, new Date(after)).toISOString();
  if (next) expect(found()).toBe(new Date(next).toISOString());
  else expect(found).toThrow('for a month');
});

test('a pattern that is none is refused', () => {
  expect(() => nextRound('5-59/10 * * * *', new Date())).toThrow('5-59/10');
});

/** The jobs of a kind. */
const jobsOf = (testing: TestSubgraph, kind: string) =>
  testing.subgraph.work(({ em }) =>
    em.execute<{ id: string; run_at: string; last_error: string | null; attempts: number }[]>(
      `select job.* from restaurant_worker._private_jobs job join restaurant_worker._private_tasks task on task.id = task_id
       where identifier = ?`,
      [kind],
    ),
  );
const sql = (testing: TestSubgraph, text: string) => testing.subgraph.work(({ em }) => em.execute(text));

test('after a standstill a round makes up for all times that were missed by one, over all processes, and plans its next', async () => {
  const runs: string[] = [];
  const tasks = [round('hourly', '0 * * * *', async () => void runs.push('hourly'))];
  const first = await testSubgraph(manifest(tasks));
  await vi.waitFor(async () => expect(await jobsOf(first, 'hourly')).toHaveLength(1));
  await first.subgraph.close();
  const house = await testSubgraph(manifest([]), { beside: first, isIdle: true });
  await sql(house, `update restaurant_worker._private_jobs set run_at = now() - interval '10 hours'`);
  const others = await Promise.all([1, 2].map(() => testSubgraph(manifest(tasks), { beside: house })));
  await vi.waitFor(async () => {
    const [job, ...more] = await jobsOf(house, 'hourly');
    expect([runs, more]).toEqual([['hourly'], []]);
    const ahead = new Date(job?.run_at ?? 0).getTime() - Date.now();
    expect(ahead).toBeGreaterThan(0);
    expect(ahead).toBeLessThanOrEqual(3_600_000);
  });
  await Promise.all([...others, house].map(({ subgraph }) => subgraph.close()));
  expect(runs).toEqual(['hourly']);
  await first.close();
});

test('a round that is cancelled or has another pattern is planned again, and one that is no longer there is gone', async () => {
  const of = (cron: string, name = 'hourly') => manifest([round(name, cron, async () => undefined)]);
  const first = await testSubgraph(of('0 * * * *'));
  await vi.waitFor(async () => expect(await jobsOf(first, 'hourly')).toHaveLength(1));
  await first.subgraph.close();
  const second = await testSubgraph(of('30 4 * * *'), { beside: first });
  await vi.waitFor(async () => {
    const [job] = await jobsOf(second, 'hourly');
    expect(new Date(job?.run_at ?? 0).toISOString()).toContain('T04:30:00');
  });
  await second.subgraph.close();
  const third = await testSubgraph(of('30 4 * * *', 'another'), { beside: first });
  await vi.waitFor(async () => expect(await jobsOf(third, 'another')).toHaveLength(1));
  expect(await jobsOf(third, 'hourly')).toEqual([]);
  await third.subgraph.close();
  await first.close();
});

test('a round that somebody plans as well is done once for that, and comes round as before', async () => {
  let runs = 0;
  const hourly = round('hourly', '0 * * * *', async () => {
    runs += 1;
  });
  const testing = await testSubgraph(manifest([hourly]));
  await vi.waitFor(async () => expect(await jobsOf(testing, 'hourly')).toHaveLength(1));
  await testing.subgraph.work(async (ctx) => enqueue(ctx, hourly, {}, { key: 'by hand' }));
  await vi.waitFor(() => expect(runs).toBe(1));
  await vi.waitFor(async () => expect(await jobsOf(testing, 'hourly')).toMatchObject([{ key: 'round hourly' }]));
  await testing.close();
});

test('a kind that is paused comes round no more until it is resumed, and then once', async () => {
  let runs = 0;
  const hourly = round('hourly', '0 * * * *', async () => {
    runs += 1;
  });
  const tasks = [hourly, tick];
  const testing = await testSubgraph(manifest(tasks));
  const steerIt = (order: TaskOrder) =>
    testing.subgraph.work((ctx) => steer(ctx, { order, what: 'hourly', tenantId: undefined }));
  await vi.waitFor(async () => expect(await jobsOf(testing, 'hourly')).toHaveLength(1));
  await steerIt(TaskOrder.PAUSE);
  const tickOnce = async () => {
    const before = ticks;
    await testing.subgraph.work(async (ctx) => enqueue(ctx, tick, {}));
    await vi.waitFor(() => expect(ticks).toBeGreaterThan(before));
  };
  let before = 0;
  // The runner hears of it by a notice; from then on its time may come, and others alone are done.
  await vi.waitFor(async () => {
    before = runs;
    await sql(
      testing,
      `update restaurant_worker._private_jobs set run_at = now() - interval '3 hours' where key = 'round hourly'`,
    );
    await tickOnce();
    await tickOnce();
    expect(runs).toBe(before);
  });
  await steerIt(TaskOrder.RESUME);
  await vi.waitFor(() => expect(runs).toBe(before + 1));
  await vi.waitFor(async () => {
    const [job] = await jobsOf(testing, 'hourly');
    expect(new Date(job?.run_at ?? 0).getTime()).toBeGreaterThan(Date.now());
  });
  expect(runs).toBe(before + 1);
  await testing.close();
}, 30_000);

test('what comes every day plans its next day when it has been done, and when it was given up', async () => {
  const seen: string[] = [];
  const daily = task(
    'daily',
    z.object({ what: z.string() }),
    async (_desk, { what }) => {
      seen.push(what);
      if (what === 'bad') throw new Error('Not today.');
    },
    { attempts: 1 },
  );
  const testing = await testSubgraph(manifest([daily]));
  await testing.subgraph.work(async (ctx) => {
    for (const what of ['good', 'bad'])
      enqueue(ctx, daily, { what }, { key: what, daily: { at: '09:00', zone: 'America/Mexico_City' } });
  });
  const jobs = () =>
    testing.subgraph.work(({ em }) =>
      em.execute<{ run_at: string; attempts: number; last_error: string | null }[]>(
        `select run_at, attempts, last_error from restaurant_worker._private_jobs where payload ->> 'daily' is not null order by key`,
      ),
    );
  const due = (await jobs()).map(({ run_at: at }) => new Date(at).getTime());
  expect(due[0]).toBeGreaterThan(Date.now());
  expect(due[0]).toBe(due[1]);
  // As if their time had come.
  await sql(testing, `update restaurant_worker._private_jobs set run_at = now() where payload ->> 'daily' is not null`);
  await testing.subgraph.work(({ em }) => em.execute(`select pg_notify('jobs:insert', '{"count":2}')`));
  await vi.waitFor(async () => {
    expect(seen.toSorted()).toEqual(['bad', 'good']);
    const after = await jobs();
    expect(after.map(({ run_at: at }) => new Date(at).getTime())).toEqual(due);
    expect(after).toMatchObject([
      { attempts: 0, last_error: 'Not today.' },
      { attempts: 0, last_error: null },
    ]);
  });
  await testing.close();
});
