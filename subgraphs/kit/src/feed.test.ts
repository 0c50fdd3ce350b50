import { FEED_WINDOW_MS, feedKey } from '@mycelium/bus/feed-key';
import { handOver } from '@mycelium/bus/hand-over';
import { startRedis } from '@mycelium/database/embedded/redis';
import type { Event } from '@mycelium/schema/event-type';
import { menuItemAdded, menuItemUpdated } from '@mycelium/schema/subgraphs/restaurant';
import fc from 'fast-check';
import { Redis } from 'ioredis';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Bell, openBell } from './bell.ts';
import { type FeedChange, type Feeds, openFeeds } from './feed.ts';
import { isLater } from './feed-cursor.ts';
import { createLog } from './log.ts';
import { makeEvent } from './outbox.ts';
import { anonymous } from './viewer.ts';

const types = new Set([menuItemAdded.name]);
let server: Awaited<ReturnType<typeof startRedis>>;
let redis: Redis;
let patient: Redis;
let bell: Bell;
let feeds: Feeds;

beforeAll(async () => {
  server = await startRedis();
  redis = new Redis(server.url);
  patient = new Redis(server.url, { maxRetriesPerRequest: null });
  bell = openBell(server.url, createLog('test', 'silent'));
  feeds = openFeeds(patient, bell);
});
afterAll(async () => {
  feeds.close();
  bell.close();
  for (const connection of [redis, patient]) connection.disconnect();
  await server.stop();
});

async function tell(feed: string, type = menuItemAdded): Promise<Event> {
  const event = makeEvent(
    type,
    { itemId: uuidv7(), sectionId: uuidv7() },
    { feed, call: { viewer: anonymous, correlationId: 'test' } },
  );
  await handOver(redis, { name: 'test', epoch: '1' }, [{ event, targets: [] }]);
  return event;
}

async function take(iterator: AsyncIterator<FeedChange>, count: number): Promise<FeedChange[]> {
  const changes: FeedChange[] = [];
  while (changes.length < count) changes.push((await iterator.next()).value);
  return changes;
}

test('a follower gets the types it asked for and no others, in order', async () => {
  const feed = uuidv7();
  const iterator = await feeds.subscribe(feed, types);
  const first = iterator.next();
  const told: Event[] = [await tell(feed)];
  await tell(feed, menuItemUpdated);
  told.push(await tell(feed));
  const changes = [(await first).value, ...(await take(iterator, 1))];
  expect(changes.map(({ event }) => event.id)).toEqual(told.map(({ id }) => id));
  await iterator.return?.();
});

test('a reader that leaves while nothing happens is let go at once', async () => {
  const iterator = await feeds.subscribe(uuidv7(), types);
  const pending = iterator.next();
  await iterator.return?.();
  expect(await pending).toEqual({ done: true, value: undefined });
});

test('whoever resumes from any position while others write gets the rest, without a gap or a double', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 40 }),
      fc.nat(39),
      fc.integer({ min: 0, max: 40 }),
      async (before, from, during) => {
        const feed = uuidv7();
        const witness = await feeds.subscribe(feed, types);
        const seen = take(witness, before);
        for (let count = 0; count < before; count += 1) await tell(feed);
        const positions = await seen;
        const after = positions[from % before]?.cursor;
        const writing = (async () => {
          for (let count = 0; count < during; count += 1) await tell(feed);
        })();
        const resumed = await feeds.subscribe(feed, types, after);
        const rest = before - 1 - (from % before) + during;
        const changes = await take(resumed, rest);
        await writing;
        const all = [...positions, ...(await take(witness, during))];
        expect(changes.map(({ cursor }) => cursor)).toEqual(all.slice(all.length - rest).map(({ cursor }) => cursor));
        await Promise.all([witness.return?.(), resumed.return?.()]);
      },
    ),
    { numRuns: 15 },
  );
}, 60_000);

test('a cursor from before the window, and one that never was, say that the window has passed', async () => {
  const feed = uuidv7();
  await tell(feed);
  const old = `${Date.now() - FEED_WINDOW_MS - 1000}-0`;
  await expect(feeds.subscribe(feed, types, old)).rejects.toThrow('no longer kept');
  const never = `${Date.now() + 60_000}-0`;
  await expect(feeds.subscribe(feed, types, never)).rejects.toThrow('no longer kept');
});

test('an empty feed begins now, so that its position grows too old like any other, and misses nothing', async () => {
  const feed = uuidv7();
  const [before, idle, after] = [Date.now() - 2, await feeds.subscribe(feed, types), Date.now()];
  expect(isLater(idle.start, `${before}-0`) && isLater(`${after}-0`, idle.start)).toBe(true);
  const told = [await tell(feed), await tell(feed)];
  const resumed = await feeds.subscribe(feed, types, idle.start);
  for (const each of [idle, resumed]) {
    expect((await take(each, 2)).map(({ event }) => event.id)).toEqual(told.map(({ id }) => id));
    await each.return?.();
  }
});

test('whoever resumes in an empty feed from before another one did waits for the next change without asking on and on', async () => {
  const feed = uuidv7();
  const other = await feeds.subscribe(feed, types);
  const asked = async () => Number(/cmdstat_xrange:calls=(\d+)/.exec(await redis.info('commandstats'))?.[1] ?? 0);
  for (const after of ['0-0', `${Date.now() - 60_000}-0`]) {
    const iterator = await feeds.subscribe(feed, types, after);
    const next = iterator.next();
    const before = await asked();
    for (let round = 0; round < 200; round += 1) await redis.ping();
    expect((await asked()) - before).toBeLessThan(10);
    const { id } = await tell(feed);
    expect((await next).value.event.id).toBe(id);
    await iterator.return?.();
    await redis.del(feedKey(feed));
  }
  await other.return?.();
});

test('what happens while Redis is away for this process is caught up with', async () => {
  const feed = uuidv7();
  const iterator = await feeds.subscribe(feed, types);
  const first = iterator.next();
  const told = [await tell(feed)];
  await first;
  await redis.call('CLIENT', 'KILL', 'TYPE', 'pubsub');
  await redis.call('CLIENT', 'KILL', 'TYPE', 'normal', 'SKIPME', 'yes');
  told.push(await tell(feed), await tell(feed));
  const changes = await take(iterator, 2);
  expect(changes.map(({ event }) => event.id)).toEqual(told.slice(1).map(({ id }) => id));
  await iterator.return?.();
});

test.each([
  ['1-0', '', true],
  ['1-1', '1-0', true],
  ['2-0', '1-9', true],
  ['10-0', '9-0', true],
  ['1-0', '1-0', false],
  ['1-0', '1-1', false],
])('%s later than %j: %s', (cursor, than, expected) => {
  expect(isLater(cursor, than)).toBe(expected);
});

test('what is no event is passed over, and all others come, past and live, once each', async () => {
  const feed = uuidv7();
  const spoil = (entry: string) => redis.xadd(feedKey(feed), '*', 'event', entry);
  const told: Event[] = [];
  for (const entry of ['', 'no JSON', '{"id":1}', 'null']) {
    told.push(await tell(feed));
    await spoil(entry);
  }
  const steps = redis.pipeline();
  for (let n = 0; n < 1_200; n += 1) steps.xadd(feedKey(feed), '*', 'event', '{}');
  await steps.exec();
  told.push(await tell(feed));
  const iterator = await feeds.subscribe(feed, types, '0-0');
  const changes = await take(iterator, told.length);
  await spoil('{}');
  told.push(await tell(feed));
  changes.push(...(await take(iterator, 1)));
  expect(changes.map(({ event }) => event.id)).toEqual(told.map(({ id }) => id));
  await iterator.return?.();
});
