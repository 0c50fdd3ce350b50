import { parseCronItem } from 'graphile-worker';
import { Query, Resolver } from 'type-graphql';
import { expect, test, vi } from 'vitest';
import { z } from 'zod';
import { part } from '../part.ts';
import type { Manifest } from '../subgraph.ts';
import { testSubgraph } from '../testing.ts';
import { enqueue } from './enqueue.ts';
import { openRounds, round, sinceLast } from './rounds.ts';
import { task } from './task.ts';

@Resolver()
class Alive {
  @Query(() => Boolean)
  alive(): boolean {
    return true;
  }
}

const manifest = (tasks: Manifest['tasks']): Manifest => ({
  ...{ name: 'restaurant', parts: [part(Alive)], references: [], reactions: [] },
  tasks,
});

test.each([
  ['every minute', '* * * * *', '2026-03-01T10:20:30Z', 30],
  ['every ten minutes', '*/10 * * * *', '2026-03-01T10:29:59Z', 9 * 60 + 59],
  ['at the time itself', '0 4 * * *', '2026-03-01T04:00:00Z', 0],
  ['once a day', '0 4 * * *', '2026-03-01T03:59:00Z', 23 * 3_600 + 59 * 60],
  ['once a week', '30 2 * * 1', '2026-03-01T02:30:00Z', 6 * 86_400],
])('of what comes %s, the last time is known', (_, match, now, seconds) => {
  const item = parseCronItem({ task: 'x', match, identifier: 'x' });
  expect(sinceLast(item, Date.parse(now))).toBe(seconds * 1_000 + 1_000);
});

test('a pattern that is none is refused when the subgraph starts', () => {
  expect(() => openRounds([round('bad', '5-59/10 * * * *', async () => undefined)])).toThrow('5-59/10');
});

test('after a standstill the last time that was missed is made up for, once over all processes, and none before it', async () => {
  const runs: string[] = [];
  const tasks = [round('hourly', '0 * * * *', async () => void runs.push('hourly'))];
  // Known since long ago, as if nobody had been there meanwhile.
  const first = await testSubgraph(manifest(tasks), { isIdle: true });
  await first.subgraph.work(({ em }) =>
    em.execute(
      `insert into restaurant_worker._private_known_crontabs (identifier, known_since, last_execution)
       values ('hourly', now() - interval '9 days', now() - interval '10 hours')`,
    ),
  );
  const [one, other] = await Promise.all([1, 2].map(() => testSubgraph(manifest(tasks), { beside: first })));
  const jobs = () =>
    first.subgraph.work(({ em }) => em.execute<{ id: string }[]>('select id from restaurant_worker._private_jobs'));
  await vi.waitFor(async () => {
    expect(runs).toEqual(['hourly']);
    expect(await jobs()).toEqual([]);
  }, 10_000);
  await Promise.all([one?.subgraph.close(), other?.subgraph.close()]);
  expect(runs).toEqual(['hourly']);
  await first.close();
});

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
        'select run_at, attempts, last_error from restaurant_worker._private_jobs order by key',
      ),
    );
  const due = (await jobs()).map(({ run_at: at }) => new Date(at).getTime());
  expect(due[0]).toBeGreaterThan(Date.now());
  expect(due[0]).toBe(due[1]);
  // As if their time had come.
  await testing.subgraph.work(({ em }) => em.execute('update restaurant_worker._private_jobs set run_at = now()'));
  await testing.subgraph.work(({ em }) => em.execute(`select pg_notify('jobs:insert', '{"count":2}')`));
  await vi.waitFor(async () => {
    expect(seen.toSorted()).toEqual(['bad', 'good']);
    const after = await jobs();
    expect(after.map(({ run_at: at }) => new Date(at).getTime())).toEqual(due);
    expect(after).toMatchObject([
      { attempts: 0, last_error: 'Not today.' },
      { attempts: 0, last_error: null },
    ]);
  }, 10_000);
  await testing.close();
});
