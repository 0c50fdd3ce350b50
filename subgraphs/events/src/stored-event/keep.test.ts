import { failDeliveries } from '@mycelium/bus/answer';
import { KEEP_KEY } from '@mycelium/bus/keys';
import { leaseDeliveries } from '@mycelium/bus/lease';
import { usualPolicy } from '@mycelium/bus/policy';
import { publishToBus } from '@mycelium/bus/publish';
import { redeliverEvent } from '@mycelium/bus/redeliver';
import { openOrm } from '@mycelium/database/orm';
import { OutboxRow } from '@mycelium/kit/outbox';
import { type TestSubgraph, testSubgraph } from '@mycelium/kit/testing';
import type { Event } from '@mycelium/schema/event-type';
import { Redis } from 'ioredis';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { events } from '../subgraph.ts';
import { type Told, toldSchema, writeRows } from './write-rows.ts';

let testing: TestSubgraph;
let redis: Redis;

beforeAll(async () => {
  testing = await testSubgraph(events);
  redis = new Redis(testing.redisUrl);
});
afterAll(async () => {
  redis.disconnect();
  await testing.close();
});

function eventOf(tenant: string): Event {
  const actor = { kind: 'client', id: 'test' };
  const at = new Date().toISOString();
  return {
    id: uuidv7(),
    type: 'user.created',
    feed: tenant,
    source: 'crm',
    at,
    actor,
    correlationId: 'test',
    payload: {},
  };
}

/** Publishes events, and gives each of them up. */
async function giveUp(tenant: string, count: number, reason = 'No such department.'): Promise<Event[]> {
  const all = Array.from({ length: count }, () => eventOf(tenant));
  await publishToBus(
    redis,
    all.map((event) => ({ event, targets: ['hr'] })),
  );
  await refuse(tenant, all, reason);
  return all;
}

async function refuse(tenant: string, all: readonly Event[], reason: string): Promise<void> {
  await leaseDeliveries(redis, {
    tenant,
    application: 'hr',
    consumer: 'test',
    leaseMs: 60_000,
    most: all.length,
  });
  const failures = all.map(({ id }) => ({ id, reason, mayRetry: false }));
  await failDeliveries(redis, tenant, 'hr', failures, { ...usualPolicy, breaker: { failures: 1_000_000, openMs: 1 } });
}

async function rows(tenant: string): Promise<Record<string, unknown>[]> {
  return testing.subgraph.work(({ em }) =>
    em.execute('select event_id, status, last_error from events.event_tracking where tenant_id = ?', [tenant]),
  );
}

const isQuiet = async (): Promise<void> => expect(await redis.xlen(KEEP_KEY)).toBe(0);

test('a keeper that died after it wrote, and before it said so, writes the same once more', async () => {
  const tenant = uuidv7();
  const [event] = await giveUp(tenant, 1);
  await vi.waitFor(isQuiet);
  const before = await rows(tenant);
  const told = { tenant, application: 'hr', id: event?.id ?? '', what: 'FAILED', error: 'No such department.' };
  // As that keeper leaves it: taken, and the row is there.
  await redis
    .multi()
    .xadd(KEEP_KEY, '*', ...Object.entries({ ...told, event: JSON.stringify(event), attempts: '[]' }).flat())
    .xreadgroup('GROUP', 'keeper', 'keeper', 'COUNT', 1, 'STREAMS', KEEP_KEY, '>')
    .exec();
  await vi.waitFor(isQuiet);
  expect(before).toHaveLength(1);
  expect(await rows(tenant)).toEqual(before);
  expect((await redis.xpending(KEEP_KEY, 'keeper'))[0]).toBe(0);
});

test('what ends while the database is away is written when it is back', async () => {
  const [tenant, name] = [uuidv7(), new URL(testing.databaseUrl).pathname.slice(1)];
  const url = new URL(testing.databaseUrl);
  url.pathname = '/postgres';
  const server = await openOrm({ url: url.href, subgraph: 'events', entities: [OutboxRow] });
  const admin = server.em.fork();
  await admin.execute(`alter database ${name} with allow_connections false`);
  try {
    await admin.execute('select pg_terminate_backend(pid) from pg_stat_activity where datname = ?', [name]);
    await expect(rows(tenant)).rejects.toThrow();
    const all = await giveUp(tenant, 50);
    expect(await redis.xlen(KEEP_KEY)).toBe(50);
    await admin.execute(`alter database ${name} with allow_connections true`);
    await vi.waitFor(isQuiet);
    expect((await rows(tenant)).map(({ event_id }) => event_id).sort()).toEqual(all.map(({ id }) => id).sort());
  } finally {
    await admin.execute(`alter database ${name} with allow_connections true`);
    await server.close();
  }
});

test('what a delivery went through between two turns of the keeper is written in that order', async () => {
  const tenant = uuidv7();
  const [event] = await giveUp(tenant, 1, 'first');
  if (!event) return;
  for (const reason of ['second', 'third']) {
    await redeliverEvent(redis, event, 'hr', { isReplay: false, wasStored: true });
    await refuse(tenant, [event], reason);
  }
  await vi.waitFor(isQuiet);
  expect(await rows(tenant)).toMatchObject([{ event_id: event.id, status: 'FAILED', last_error: 'third' }]);
});

test('what makes no sense holds up nobody', async () => {
  const tenant = uuidv7();
  await redis.xadd(KEEP_KEY, '*', 'tenant', tenant, 'application', 'hr', 'id', uuidv7(), 'what', 'FAILED', 'event', '');
  await giveUp(tenant, 1);
  await vi.waitFor(isQuiet);
  expect(await rows(tenant)).toHaveLength(1);
});

test('many cost as many statements as one', async () => {
  const tenant = uuidv7();
  const told = (count: number): Told[] =>
    Array.from({ length: count }, () => {
      const event = eventOf(tenant);
      return toldSchema.parse({
        tenant,
        application: 'hr',
        id: event.id,
        what: 'FAILED',
        event: JSON.stringify(event),
      });
    });
  const cost = (count: number) => testing.countSql(() => testing.subgraph.work((ctx) => writeRows(ctx, told(count))));
  const ofOne = await cost(1);
  expect(await cost(200)).toBe(ofOne);
  expect(await rows(tenant)).toHaveLength(201);
});
