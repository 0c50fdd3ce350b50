import type { EntityManager as Em, MikroORM } from '@mikro-orm/postgresql';
import { WITH_NEXT } from '@mycelium/database/begin-with-first';
import { openOrm } from '@mycelium/database/orm';
import { roleUrl } from '@mycelium/database/role';
import { tenantSession } from '@mycelium/database/tenant';
import { type TestDatabase, testDatabase, testSecret } from '@mycelium/database/testing';
import { beginInTurn } from '@mycelium/database/turns';
import type { Pool } from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { afterEach, beforeEach, expect, test } from 'vitest';

const tenantId = uuidv7();
const TENANT = "select current_setting('app.tenant_id', true) as tenant";
let database: TestDatabase;
let orm: MikroORM;
/** What went to the server, a message each. */
let messages: string[];

beforeEach(async () => {
  database = await testDatabase();
  const url = roleUrl(database.url, 'restaurant', testSecret);
  orm = await openOrm({ url, subgraph: 'restaurant', entities: [], poolSize: 1 });
  messages = [];
  const pool = (await orm.em.getConnection().getNativeClient()) as Pool;
  const client = await pool.connect();
  client.release();
  const { connection } = client;
  const { query } = connection;
  connection.query = (text) => {
    messages.push(text);
    query.call(connection, text);
  };
});
afterEach(async () => {
  await orm.close();
  await database.drop();
});

const tenantEm = (): Em => orm.em.fork({ session: tenantSession(tenantId) });

async function tenantOf(em: Em): Promise<string | null | undefined> {
  const [row] = await em.execute<{ tenant: string | null }[]>(TENANT);
  return row?.tenant;
}

test('a transaction goes to the server with what is asked first, and nobody waits for the end of one that only read', async () => {
  const em = tenantEm();
  await beginInTurn(em, { readOnly: true });
  expect(await tenantOf(em)).toBe(tenantId);
  expect(await tenantOf(em)).toBe(tenantId);
  await em.rollback();
  expect(messages).toEqual([
    expect.stringMatching(/^start transaction read only; select set_config\('app\.tenant_id'.*; select current/),
    ...[TENANT, 'rollback'],
  ]);
  // Its connection is the only one.
  expect(await tenantOf(orm.em.fork())).toBeFalsy();
});

test('what is asked in one moment goes to the server in one message, and each gets its own answer', async () => {
  const em = tenantEm();
  await beginInTurn(em);
  const asked = [1, 2, 3].map((n) => em.execute<{ n: number }[]>(`select ${n} as n where ${n} <> 2`));
  expect(await Promise.all(asked)).toEqual([[{ n: 1 }], [], [{ n: 3 }]]);
  const behind = [em.execute('select 4 as n'), em.execute('select 5 as n; select 6 as n'), tenantOf(em)];
  expect((await Promise.all(behind)).at(-1)).toBe(tenantId);
  await em.commit();
  expect(messages.map((message) => message.match(/select \d/g)?.length ?? 0)).toEqual([3, 1, 2, 0, 0]);
});

test('when one of what is asked in one moment fails, nothing of the transaction is kept, and its connection is as good as ever', async () => {
  for (const wrong of ['select 1 / 0', 'selec 1']) {
    const em = tenantEm();
    await beginInTurn(em);
    await em.execute('create temp table kept_beside (n int)');
    const outcomes = await Promise.allSettled([em.execute('select 1'), em.execute(wrong), tenantOf(em)]);
    expect(outcomes[1]?.status).toBe('rejected');
    await expect(em.execute('select 1')).rejects.toThrow(/aborted/);
    await em.rollback();
    expect(await orm.em.fork().execute("select 1 from pg_class where relname = 'kept_beside'")).toEqual([]);
  }
});

test('who asks and ends the transaction without waiting has asked before the end', async () => {
  const em = tenantEm();
  await beginInTurn(em);
  const asked = tenantOf(em);
  await em.commit();
  expect(await asked).toBe(tenantId);
});

test('where nothing is asked, nothing is begun, whichever way it ends', async () => {
  for (const end of ['commit', 'rollback'] as const) {
    const em = tenantEm();
    await beginInTurn(em);
    await em[end]();
  }
  expect(await tenantOf(orm.em.fork())).toBeFalsy();
  expect(messages).toEqual([TENANT]);
});

test('what is written first is there once the transaction is kept, and not at all when it is not', async () => {
  for (const end of ['commit', 'rollback'] as const) {
    const em = tenantEm();
    await beginInTurn(em);
    await em.execute(`create temp table kept_by_${end} (n int)`);
    await em[end]();
  }
  const tables = await orm.em.fork().execute("select relname from pg_class where relname like 'kept_by_%'");
  expect(tables).toEqual([{ relname: 'kept_by_commit' }]);
});

test('a first statement that fails, or is no SQL at all, leaves a transaction in which nothing more is done', async () => {
  for (const [wrong, why] of [
    ['select 1 / 0', /division by zero/],
    ['selec 1', /syntax error/],
    ['select missing', /does not exist/],
  ] as const) {
    const em = tenantEm();
    await beginInTurn(em);
    await expect(em.execute(wrong)).rejects.toThrow(why);
    await expect(em.execute('create temp table left_behind (n int)')).rejects.toThrow(/aborted/);
    await em.rollback();
    expect(await tenantOf(orm.em.fork())).toBeFalsy();
  }
  expect(await orm.em.fork().execute("select 1 from pg_class where relname = 'left_behind'")).toEqual([]);
});

test('how patient the server is counts for the first statement too', async () => {
  const em = orm.em.fork({ session: { variables: { statement_timeout: '50ms' } } });
  await beginInTurn(em);
  await expect(em.execute('select pg_sleep(8)')).rejects.toThrow(/statement timeout/);
  await em.rollback();
});

test('what is written last goes to the server with the commit, and is not there when the transaction is not kept', async () => {
  const written = 'create temp table written_last (n int)';
  for (const [end, count] of [
    ['rollback', 0],
    ['commit', 1],
  ] as const) {
    const em = tenantEm();
    await beginInTurn(em);
    await tenantOf(em);
    messages = [];
    await em.execute(`${WITH_NEXT}${written}`);
    expect(messages).toEqual([]);
    await em[end]();
    expect(messages).toEqual([end === 'commit' ? `${WITH_NEXT}${written}; commit` : 'rollback']);
    expect(await orm.em.fork().execute("select 1 from pg_class where relname = 'written_last'")).toHaveLength(count);
  }
});

test('what waits goes with whatever is asked next, and alone it is a transaction too', async () => {
  const em = tenantEm();
  await beginInTurn(em);
  await em.execute(`${WITH_NEXT}create temp table waiting (n int)`);
  expect(await em.execute('select count(*)::int as count from waiting')).toEqual([{ count: 0 }]);
  await em.execute(`${WITH_NEXT}insert into waiting values (1)`);
  await em.commit();
  const alone = tenantEm();
  await beginInTurn(alone);
  await alone.execute(`${WITH_NEXT}insert into waiting values (2)`);
  await alone.commit();
  expect(await orm.em.fork().execute('select n from waiting order by n')).toEqual([{ n: 1 }, { n: 2 }]);
});

test('a commit that fails, or with which something fails, keeps nothing, and nothing of it is done again', async () => {
  await orm.em.fork().execute('create temp table once (n int unique deferrable initially deferred)');
  await orm.em.fork().execute('insert into once values (1)');
  for (const [wrong, why] of [
    ['insert into once values (1)', /duplicate key/],
    ['insert into once select 1 / 0', /division by zero/],
    ['insert into missing values (1)', /does not exist/],
    ['inser into once values (3)', /syntax error/],
  ] as const)
    for (const isFirst of [true, false]) {
      const em = tenantEm();
      await beginInTurn(em);
      if (!isFirst) await em.execute('insert into once values (2)');
      await em.execute(`${WITH_NEXT}insert into once values (3)`);
      await em.execute(`${WITH_NEXT}${wrong}`);
      await expect(em.commit()).rejects.toThrow(why);
      await em.rollback();
      expect(await orm.em.fork().execute('select n from once')).toEqual([{ n: 1 }]);
    }
});
