import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { Client } from 'pg';
import { afterAll, expect, test, vi } from 'vitest';
import { keepAlive, type Told } from './keep-alive.ts';
import { startPostgres } from './postgres.ts';
import { freePort } from './process.ts';
import { startRedis } from './redis.ts';
import { temporaryFolder } from './throw-away.ts';

const folder = await temporaryFolder('mycelium-keep-alive-');
afterAll(() => rm(folder, { recursive: true, force: true }));

test('a Redis that is killed comes back at its address with its data, and one that was ended on purpose stays away', async () => {
  const start = (port: number) => startRedis({ dataDir: join(folder, 'redis'), port });
  const port = await freePort();
  const server = await start(port);
  const told: Told[] = [];
  const kept = keepAlive(
    server,
    () => start(port),
    (what) => void told.push(what),
  );
  const redis = new Redis(server.url, { maxRetriesPerRequest: null });
  redis.on('error', () => undefined);
  await redis.set('kept', 'yes');
  process.kill(kept.pid, 'SIGKILL');
  await vi.waitFor(() => expect(told).toMatchObject([{ ended: true }, { back: true }]), 15_000);
  expect(await redis.get('kept')).toBe('yes');
  redis.disconnect();
  const last = kept.pid;
  await kept.stop();
  // Whoever adopted it takes a moment to bury it.
  await vi.waitFor(() => expect(() => process.kill(last, 0)).toThrow());
  expect(told).toHaveLength(2);
});

test('a PostgreSQL that is killed comes back at its address with its data', async () => {
  const start = (port: number) => startPostgres({ dataDir: join(folder, 'postgres'), port });
  const port = await freePort();
  const server = await start(port);
  const told: Told[] = [];
  const kept = keepAlive(
    server,
    () => start(port),
    (what) => void told.push(what),
  );
  const ask = async (sql: string): Promise<unknown[]> => {
    const client = new Client({ connectionString: server.url });
    client.on('error', () => undefined);
    await client.connect();
    try {
      return (await client.query(sql)).rows;
    } finally {
      await client.end();
    }
  };
  await ask('create table kept (answer int); insert into kept values (42)');
  process.kill(kept.pid, 'SIGKILL');
  await vi.waitFor(() => expect(told).toMatchObject([{ ended: true }, { back: true }]), 30_000);
  expect(await ask('select answer from kept')).toEqual([{ answer: 42 }]);
  await kept.stop();
}, 60_000);

test('while it cannot be started again, that is told and tried at growing distances, until it can', async () => {
  const told: Told[] = [];
  let refusals = 2;
  const running = await startRedis();
  const kept = keepAlive(
    { ...running, pid: 0, stop: async () => undefined },
    async () => {
      if (refusals-- > 0) throw new Error('no space left on device');
      return running;
    },
    (what) => void told.push(what),
  );
  await vi.waitFor(() => expect(told.at(-1)).toMatchObject({ back: true }));
  expect(told.slice(0, 3)).toEqual([
    { ended: true },
    { refused: 'no space left on device', againInMs: 500 },
    { refused: 'no space left on device', againInMs: 1_000 },
  ]);
  await kept.stop();
});
