import { startRedis } from '@mycelium/database/embedded/redis';
import { openOrm } from '@mycelium/database/orm';
import { roleUrl } from '@mycelium/database/role';
import { type TestDatabase, testDatabase, testSecret } from '@mycelium/database/testing';
import { GraphQLError } from 'graphql';
import { Redis } from 'ioredis';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { asAnswers } from './failure.ts';
import { createLog } from './log.ts';
import { OutboxRow } from './outbox.ts';
import { hastyRedis } from './redis.ts';

const log = createLog('test', 'silent');
let database: TestDatabase;
let orm: Awaited<ReturnType<typeof openOrm>>;
let redis: Awaited<ReturnType<typeof startRedis>>;

beforeAll(async () => {
  [database, redis] = await Promise.all([testDatabase(), startRedis()]);
  orm = await openOrm({
    url: roleUrl(database.url, 'restaurant', testSecret),
    subgraph: 'restaurant',
    entities: [OutboxRow],
  });
});
afterAll(async () => {
  await orm.close();
  await Promise.all([database.drop(), redis.stop()]);
});

/** What the client would be told, had fields failed with this. */
function told(...failures: unknown[]) {
  const errors = failures.map((error) => new GraphQLError('', { originalError: error as Error, path: ['field'] }));
  return asAnswers(errors, log, 'test').map(({ extensions }) => extensions);
}

async function failureOf(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => new Error('It did not fail.'),
    (error: unknown) => error,
  );
}

const sql = (text: string) => failureOf(orm.em.fork().execute(text));
const raised = (state: string) => sql(`do $$ begin raise exception using errcode = '${state}'; end $$`);

const AWAY =
  '08000 08001 08003 08004 08006 08007 53000 53100 53200 53400 57000 57P01 57P02 57P03 57P04 57P05 58000 58030 58P01 58P02 28000 28P01 3D000 25006';
const BUSY = '53300 57014 25P02 25P03 25P04 40000 40001 40002 40003 40P01 55006 55P03';
const FORM =
  '08P01 22000 22001 22003 22007 22008 22012 22021 22023 22025 2201B 22P02 22P03 22P05 22030 22032 23502 23514 54000 54001 54023';
const AT_ODDS = '23000 23001 23503 23505 23P01';
const OUR_BUG = '0A000 42501 42601 42703 42883 42P01 XX000 P0001 21000 25001';

test('what PostgreSQL cannot do for now is UNAVAILABLE, and says when to come again', async () => {
  for (const state of AWAY.split(' ')) {
    expect([state, ...told(await raised(state))]).toEqual([
      state,
      { code: 'UNAVAILABLE', missing: 'The database', retryAfter: expect.any(Number) },
    ]);
  }
});

test('what somebody else holds up for a moment is no outage: there is too much to do', async () => {
  for (const state of BUSY.split(' ')) {
    expect([state, ...told(await raised(state))]).toEqual([
      state,
      { code: 'UNAVAILABLE', reason: 'BUSY', retryAfter: expect.any(Number) },
    ]);
  }
});

test('who finds no connection free is told that there is too much to do, and a statement that takes too long is', async () => {
  const one = await openOrm({
    url: roleUrl(database.url, 'restaurant', testSecret),
    subgraph: 'restaurant',
    entities: [OutboxRow],
    poolSize: 1,
    // The same limit holds for the first connection, which a busy machine makes in half a second.
    connectionTimeoutMillis: 2_000,
  });
  const em = one.em.fork();
  await em.begin();
  expect(told(await failureOf(one.em.fork().execute('select 1')))).toMatchObject([{ reason: 'BUSY' }]);
  await em.execute('set local statement_timeout = 20');
  expect(told(await failureOf(em.execute('select pg_sleep(1)')))).toMatchObject([{ reason: 'BUSY' }]);
  await em.rollback();
  await one.close();
});

test('what PostgreSQL will not keep is the fault of what was given', async () => {
  for (const state of FORM.split(' ')) {
    expect([state, ...told(await raised(state))]).toMatchObject([state, { code: 'BAD_USER_INPUT' }]);
  }
  for (const state of AT_ODDS.split(' ')) {
    expect([state, ...told(await raised(state))]).toMatchObject([state, { code: 'CONFLICT' }]);
  }
  expect(told(await raised('23505'))).toMatchObject([{ reason: 'TAKEN' }]);
});

test('every other code is a bug, of which nothing is told', async () => {
  for (const state of OUR_BUG.split(' ')) {
    expect([state, ...told(await raised(state))]).toEqual([state, { code: 'INTERNAL', correlationId: 'test' }]);
  }
});

test.each([
  ['a NUL', `select 'a\0b'`, 'BAD_USER_INPUT'],
  ['a NUL by its number', `select e'\\000'`, 'BAD_USER_INPUT'],
  ['a date that is none', `select '2026-02-30'::timestamptz`, 'BAD_USER_INPUT'],
  ['a number without end', 'select 9007199254740993::int', 'BAD_USER_INPUT'],
  ['a statement without end', `set statement_timeout = 20; select pg_sleep(5)`, 'UNAVAILABLE'],
])('%s is met as PostgreSQL really says it', async (_what, text, code) => {
  const failure = await orm.em
    .fork()
    .transactional((em) => em.execute(text))
    .catch((error: unknown) => error);
  expect(told(failure)).toMatchObject([{ code }]);
});

test('a connection that an operator ends is UNAVAILABLE, also for what comes behind it', async () => {
  const em = orm.em.fork();
  await em.begin();
  const [row] = await em.execute<{ pid: number }[]>('select pg_backend_pid() as pid');
  await orm.em.fork().execute('select pg_terminate_backend(?)', [row?.pid]);
  const failures = [await failureOf(em.execute('select 1')), await failureOf(em.execute('select 1'))];
  await em.rollback().catch(() => undefined);
  expect(told(...failures)).toMatchObject([{ code: 'UNAVAILABLE' }, { code: 'UNAVAILABLE' }]);
});

test('a server that is not there is UNAVAILABLE', async () => {
  const nowhere = await openOrm({
    url: 'postgres://nobody:x@127.0.0.1:1/nothing',
    subgraph: 'restaurant',
    entities: [OutboxRow],
  });
  expect(told(await failureOf(nowhere.em.fork().execute('select 1')))).toMatchObject([{ code: 'UNAVAILABLE' }]);
  await nowhere.close();
});

test('fields that share a failed transaction are told why it failed', async () => {
  const em = orm.em.fork();
  await em.begin();
  const [first, second] = await Promise.all([
    failureOf(em.execute(`select 'x'::uuid`)),
    failureOf(em.execute('select 1')),
  ]);
  await em.rollback();
  expect(told(second, first)).toMatchObject([{ code: 'BAD_USER_INPUT' }, { code: 'BAD_USER_INPUT' }]);
});

test('what Redis cannot do for now is UNAVAILABLE', async () => {
  const client = new Redis(redis.url);
  const answers =
    'BUSY|LOADING|MASTERDOWN|MISCONF|NOREPLICAS|NOSCRIPT|OOM|READONLY|TRYAGAIN|UNKILLABLE|EXECABORT|CLUSTERDOWN';
  for (const answer of answers.split('|')) {
    const failure = await failureOf(client.eval(`return redis.error_reply('${answer} Not now')`, 0));
    expect([answer, ...told(failure)]).toMatchObject([
      answer,
      { code: 'UNAVAILABLE', missing: 'Redis', retryAfter: expect.any(Number) },
    ]);
  }
  expect(told(await failureOf(client.call('lpush', 'x')))).toMatchObject([{ code: 'INTERNAL' }]);
  client.disconnect();
});

test('Redis that is silent, gone or full is UNAVAILABLE', async () => {
  const hasty = hastyRedis(redis.url, log);
  await vi.waitFor(() => expect(hasty.status).toBe('ready'));
  const silent = await failureOf(hasty.blpop('nothing comes', 5));
  const admin = new Redis(redis.url);
  await admin.config('SET', 'maxmemory', '1');
  const full = await failureOf(admin.set('x', 'y'));
  await admin.config('SET', 'maxmemory', '0');
  const cut = failureOf(admin.blpop('nothing comes', 5));
  admin.disconnect();
  const closed = await failureOf(admin.get('x'));
  hasty.disconnect();
  const gone = await failureOf(hasty.get('x'));
  for (const failure of [silent, full, await cut, closed, gone]) {
    expect([String(failure), ...told(failure)]).toMatchObject([String(failure), { code: 'UNAVAILABLE' }]);
  }
});

test('a log-in that PostgreSQL does not take is an outage: an operator has changed it', async () => {
  const url = Object.assign(new URL(database.url), { username: 'mycelium_nobody' }).href;
  const other = await openOrm({ url, subgraph: 'restaurant', entities: [OutboxRow] });
  const failure = await failureOf(other.em.fork().execute('select 1'));
  await other.close();
  expect(told(failure)).toMatchObject([{ code: 'UNAVAILABLE', missing: 'The database' }]);
});
