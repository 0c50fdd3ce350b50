import { type ChildProcess, fork } from 'node:child_process';
import { startRedis } from '@mycelium/database/embedded/redis';
import { testDatabase, testSecret } from '@mycelium/database/testing';
import { Client } from 'pg';
import { expect, test, vi } from 'vitest';

const TO = 120;

test('a task whose process is killed goes on where it was within seconds, and does nothing twice', async () => {
  const [database, redis] = await Promise.all([testDatabase(), startRedis()]);
  const admin = new Client({ connectionString: database.url });
  await admin.connect();
  const start = (): ChildProcess => {
    const args = [database.url, redis.url, testSecret];
    return fork(new URL('./counter.testing.ts', import.meta.url), args, {
      execArgv: ['--import', '@mycelium/database/typescript'],
    });
  };
  const counted = async () => {
    const { rows } = await admin.query<{ n: number }>('select consumer::int as n from restaurant.inbox order by 1');
    return rows.map(({ n }) => n);
  };
  /** Until it has counted so much further. */
  const further = async (by: number) => {
    const before = (await counted()).length;
    const from = Date.now();
    await vi.waitFor(async () => expect((await counted()).length).toBeGreaterThanOrEqual(Math.min(before + by, TO)), {
      timeout: 20_000,
      interval: 20,
    });
    return Date.now() - from;
  };
  await admin.query(
    `select restaurant_worker.add_job('count', json_build_object('input', json_build_object('to', ${TO})))`,
  );
  let one = start();
  await further(5);
  one.kill('SIGKILL');
  // Another one that starts afterwards.
  one = start();
  await further(1);
  // Another one that lives beside it.
  const other = start();
  await further(20);
  one.kill('SIGKILL');
  const took = await further(1);
  process.stdout.write(`a living process took up the task of a dead one after ${took} ms\n`);
  expect(took).toBeLessThan(10_000);
  await further(TO);
  expect(await counted()).toEqual(Array.from({ length: TO }, (_, at) => at + 1));
  await vi.waitFor(async () => {
    const { rows } = await admin.query('select outcome, error from restaurant_worker.attempt order by id');
    const dead = { outcome: 'FAILED', error: 'The process that worked on it has ended.' };
    expect(rows).toEqual([dead, dead, { outcome: 'DONE', error: null }]);
  });
  other.kill('SIGKILL');
  await admin.end();
  await Promise.all([redis.stop(), database.drop()]);
}, 60_000);
