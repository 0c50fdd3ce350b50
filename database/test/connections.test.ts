import type { EntityManager as Em, MikroORM } from '@mikro-orm/postgresql';
import { keepPool, onOneConnection } from '@mycelium/database/connections';
import { openOrm } from '@mycelium/database/orm';
import { roleUrl } from '@mycelium/database/role';
import { type TestDatabase, testDatabase, testSecret } from '@mycelium/database/testing';
import { Pool } from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';

let database: TestDatabase;
let url: string;
let orm: MikroORM;

beforeEach(async () => {
  database = await testDatabase();
  url = roleUrl(database.url, 'restaurant', testSecret);
  orm = await openOrm({ url, subgraph: 'restaurant', entities: [] });
});
afterEach(async () => {
  await orm.close();
  await database.drop();
});

const connections = async (): Promise<number> => ((await orm.em.getConnection().getNativeClient()) as Pool).totalCount;

async function seen(em: Em): Promise<number> {
  const [row] = await em.execute<{ one: number }[]>('select 1 as one');
  return row?.one ?? 0;
}

test('whoever has one connection gets no second one before it is back', async () => {
  const em = orm.em.fork();
  await onOneConnection(() => Promise.all(Array.from({ length: 20 }, () => seen(orm.em.fork()))));
  expect(await connections()).toBe(1);
  await onOneConnection(async () => {
    await em.begin();
    const second = seen(orm.em.fork());
    await seen(em);
    await em.commit();
    expect(await second).toBe(1);
  });
  expect(await connections()).toBe(1);
});

test('a connection that ends while it is taken is no loss, and no wait for who comes behind it', async () => {
  for (let round = 0; round < 15; round += 1) {
    await onOneConnection(async () => {
      const em = orm.em.fork();
      await em.begin();
      const ended = em.execute('select pg_terminate_backend(pg_backend_pid())').catch((error: unknown) => error);
      expect(await seen(orm.em.fork())).toBe(1);
      await ended;
      await em.rollback().catch(() => undefined);
    });
  }
  expect(await connections()).toBe(1);
});

test('PostgreSQL ends what takes too long, waits too long for a lock, and does nothing within a transaction', async () => {
  const settings = 'statement_timeout lock_timeout idle_in_transaction_session_timeout'.split(' ');
  for (const setting of settings) {
    const [row] = await orm.em.fork().execute<Record<string, string>[]>(`show ${setting}`);
    expect([setting, row?.[setting]]).toEqual([setting, expect.stringMatching(/^\d+s$/)]);
  }
});

test('a server that says nothing any more is given up, and the next connection is as good as ever', async () => {
  const pool = new Pool({ connectionString: url });
  keepPool(pool, 300);
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  const frozen = await pool.connect();
  const { rows } = await frozen.query<{ pid: number }>('select pg_backend_pid() as pid');
  const pid = rows[0]?.pid ?? 0;
  process.kill(pid, 'SIGSTOP');
  try {
    await expect(frozen.query('select 1')).rejects.toThrow('Connection terminated');
    frozen.release();
    expect(pool.totalCount).toBe(0);
    const next = await pool.connect();
    expect((await next.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
    next.release();
  } finally {
    process.kill(pid, 'SIGCONT');
    await pool.end();
  }
});
