import { Query, Resolver } from 'type-graphql';
import { expect, test, vi } from 'vitest';
import { z } from 'zod';
import { part } from '../part.ts';
import { testSubgraph } from '../testing.ts';
import { enqueue } from './enqueue.ts';
import { task } from './task.ts';
import { tidy } from './tidy.ts';

@Resolver()
class Alive {
  @Query(() => Boolean)
  alive(): boolean {
    return true;
  }
}

test('old attempts, what was given up long ago and empty queues are forgotten; what waits stays in its queue', async () => {
  const some = task('some', z.object({}), async () => undefined);
  const tasks = [some];
  const testing = await testSubgraph({
    name: 'restaurant',
    parts: [part(Alive)],
    references: [],
    reactions: [],
    tasks,
  });
  const sql = <Row>(query: string) => testing.subgraph.work(({ em }) => em.execute<Row[]>(query));
  const later = { runAt: new Date(Date.now() + 3_600_000) };
  await testing.subgraph.work(async (ctx) => {
    enqueue(ctx, some, {}, { queue: 'done' });
    enqueue(ctx, some, {}, { queue: 'planned', ...later });
    enqueue(ctx, some, {}, { key: 'over', ...later });
  });
  await vi.waitFor(async () => expect(await sql('select 1 from restaurant_worker.attempt')).toHaveLength(1));
  await sql(`insert into restaurant_worker.attempt (job_id, kind, number, outcome, ended_at)
    values (1, 'old', 1, 'DONE', now() - interval '8 days')`);
  await sql(`update restaurant_worker._private_jobs set attempts = max_attempts, updated_at = now() - interval '31 days'
    where key is not null and payload ->> 'cron' is null`);
  await testing.subgraph.work(async (ctx) => enqueue(ctx, tidy, {}));
  await vi.waitFor(async () => {
    expect(await sql(`select kind from restaurant_worker.attempt where kind = 'tidy'`)).toHaveLength(1);
  });
  expect(await sql(`select kind from restaurant_worker.attempt order by id`)).toEqual([
    { kind: 'some' },
    { kind: 'tidy' },
  ]);
  expect(await sql(`select key from restaurant_worker._private_jobs where payload ->> 'cron' is null`)).toEqual([
    { key: null },
  ]);
  const queues = await sql<{ queue_name: string }>('select queue_name from restaurant_worker._private_job_queues');
  expect(queues.map(({ queue_name: name }) => name).filter((name) => !name.startsWith('round'))).toEqual(['planned']);
  await testing.close();
});
