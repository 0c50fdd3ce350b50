import { feedKey } from '@mycelium/bus/feed-key';
import { queueKey } from '@mycelium/bus/keys';
import { startRedis } from '@mycelium/database/embedded/redis';
import { openOrm } from '@mycelium/database/orm';
import { roleUrl } from '@mycelium/database/role';
import { testDatabase, testSecret } from '@mycelium/database/testing';
import type { Event } from '@mycelium/schema/event-type';
import { menuItemAdded, menuSectionRemoved } from '@mycelium/schema/subgraphs/restaurant';
import { Redis } from 'ioredis';
import { Client } from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ASIDE_KEY } from './aside.ts';
import { createLog } from './log.ts';
import { makeEvent, OutboxRow, writeOutbox } from './outbox.ts';
import { forget, handOverEntries, type Relay, readOutbox, type Shift, startRelay, takeShift } from './relay.ts';
import { anonymous } from './viewer.ts';

const name = 'restaurant';
const tenant = uuidv7();
const log = createLog('test', 'silent');

let databaseUrl: string;
let redisUrl: string;
let redis: Redis;
let orm: Awaited<ReturnType<typeof openOrm>>;
const closing: (() => unknown)[] = [];

beforeEach(async () => {
  const [database, server] = await Promise.all([testDatabase(), startRedis()]);
  databaseUrl = roleUrl(database.url, name, testSecret);
  redisUrl = server.url;
  redis = new Redis(redisUrl, { maxRetriesPerRequest: null });
  orm = await openOrm({ url: databaseUrl, subgraph: name, entities: [OutboxRow] });
  closing.push(
    database.drop,
    server.stop,
    () => redis.disconnect(),
    () => orm.close(),
  );
});
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

async function tell(type: typeof menuItemAdded | typeof menuSectionRemoved = menuItemAdded): Promise<Event> {
  const payload = { itemId: uuidv7(), sectionId: uuidv7(), menuId: uuidv7() };
  const event = makeEvent(type as typeof menuItemAdded, payload, {
    feed: tenant,
    call: { viewer: anonymous, correlationId: 'test' },
  });
  await orm.em.fork().transactional((em) => writeOutbox(em, name, [event]));
  return event;
}

async function newShift(): Promise<Shift> {
  const client = new Client({ connectionString: databaseUrl });
  client.on('error', () => undefined);
  await client.connect();
  closing.push(() => client.end());
  const shift = await takeShift({ name, client, redis, log });
  if (!shift) throw new Error('Another relay is at work.');
  return shift;
}

/** A relay's process dies: its connection goes, and with it the lock. */
async function die({ client }: Shift): Promise<void> {
  await client.end();
}

async function feedIds(): Promise<string[]> {
  const entries = await redis.xrange(feedKey(tenant), '-', '+');
  return entries.map(([, fields]) => JSON.parse(fields[1] ?? '{}').id);
}

function run(): Relay {
  const relay = startRelay({ name, databaseUrl, redis, log });
  closing.push(() => relay.close());
  return relay;
}

test('a relay that dies before it hands over loses nothing', async () => {
  const events = [await tell(), await tell()];
  const first = await newShift();
  await readOutbox(first);
  await die(first);
  run();
  await vi.waitFor(async () => expect(await feedIds()).toEqual(events.map(({ id }) => id)));
});

test('a relay that dies after it handed over and before it forgot delivers nothing twice', async () => {
  const events = [await tell(menuSectionRemoved), await tell(menuSectionRemoved)];
  const first = await newShift();
  await handOverEntries(first, await readOutbox(first));
  await die(first);
  run();
  events.push(await tell(menuSectionRemoved));
  await vi.waitFor(async () => expect(await feedIds()).toEqual(events.map(({ id }) => id)));
  const queue = await redis.xrange(queueKey(tenant, 'ORDERING', 'DIGITAL_MENU'), '-', '+');
  expect(queue.map(([, fields]) => fields[3])).toEqual(events.map(({ id }) => id));
});

test('a relay that was replaced and does not know it is refused', async () => {
  const old = await newShift();
  const entries = [await tell()].map((event, position) => ({ event, position: String(position) }));
  await old.client.query('select pg_advisory_unlock_all()');
  const next = await newShift();
  await handOverEntries(next, await readOutbox(next));
  await expect(handOverEntries(old, entries)).rejects.toThrow('STALE');
  await forget(next, await readOutbox(next));
  expect(await feedIds()).toHaveLength(1);
});

test('only one relay is at work, and the other takes over when it dies', async () => {
  const first = await newShift();
  run();
  const event = await tell();
  expect(await feedIds()).toEqual([]);
  await die(first);
  await vi.waitFor(async () => expect(await feedIds()).toEqual([event.id]));
});

test('many writers at once: every change arrives once, in the order of the commits', async () => {
  run();
  await Promise.all(
    Array.from({ length: 20 }, async () => {
      for (let count = 0; count < 10; count += 1) await tell();
    }),
  );
  await vi.waitFor(async () => expect(await feedIds()).toHaveLength(200));
  expect(new Set(await feedIds()).size).toBe(200);
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  const { rows } = await client.query(`select count(*)::int as left from ${name}.outbox`);
  await client.end();
  expect(rows).toEqual([{ left: 0 }]);
});

test.each<[string, (feed: string) => Promise<unknown>, (event: Event) => unknown]>([
  ['what is no event', async () => undefined, ({ id }) => ({ id, type: 'old' })],
  ['what Redis refuses', (feed) => redis.set(feedKey(feed), 'no stream'), (event) => event],
])('%s is set aside, and all others go on, each once and in order, also in the next turn', async (_, spoil, poison) => {
  const bad = await tell();
  const feed = uuidv7();
  await spoil(feed);
  const sql = (text: string, values: unknown[]) => orm.em.fork().execute(text, values);
  await sql(`update ${name}.outbox set event = ?::jsonb`, [JSON.stringify(poison({ ...bad, feed }))]);
  const events = [await tell(menuSectionRemoved), await tell(menuSectionRemoved)];
  run();
  await vi.waitFor(async () => expect(await feedIds()).toEqual(events.map(({ id }) => id)));
  events.push(await tell(menuSectionRemoved));
  await vi.waitFor(async () => expect(await feedIds()).toEqual(events.map(({ id }) => id)));
  const queue = await redis.xrange(queueKey(tenant, 'ORDERING', 'DIGITAL_MENU'), '-', '+');
  expect(queue.map(([, fields]) => fields[3])).toEqual(events.map(({ id }) => id));
  const aside = await redis.xrange(ASIDE_KEY, '-', '+');
  expect(aside).toHaveLength(1);
  expect(aside[0]?.[1]).toEqual(expect.arrayContaining(['RELAY', expect.stringContaining(bad.id)]));
  await vi.waitFor(async () => expect(await sql(`select 1 from ${name}.outbox`, [])).toEqual([]));
});

test('an audit that an older version left in the outbox still reaches the hub', async () => {
  const { id } = await tell();
  await orm.em.fork().execute(`update ${name}.outbox set event = jsonb_set(event, '{type}', '"audit.recorded"')`);
  run();
  await vi.waitFor(async () => {
    const [[, fields = []] = []] = await redis.xrange(queueKey(tenant, 'ORDERING', 'wrapper'), '-', '+');
    expect(fields[3]).toBe(id);
  });
});

test('a transaction that is rolled back tells nothing', async () => {
  run();
  const event = makeEvent(
    menuItemAdded,
    { itemId: uuidv7(), sectionId: uuidv7() },
    { feed: tenant, call: { viewer: anonymous, correlationId: 'test' } },
  );
  const failing = orm.em.fork().transactional(async (em) => {
    await writeOutbox(em, name, [event]);
    throw new Error('no');
  });
  await expect(failing).rejects.toThrow('no');
  const next = await tell();
  await vi.waitFor(async () => expect(await feedIds()).toEqual([next.id]));
});
