import { bellOf, leasesKey } from '@mycelium/bus/keys';
import { publishToBus } from '@mycelium/bus/publish';
import { type TestSubgraph, type TestViewer, testSubgraph } from '@mycelium/kit/testing';
import { Redis } from 'ioredis';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { events } from '../subgraph.ts';

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

function program(tenantId: string): TestViewer {
  const scopes = ['events:consume', 'events:publish', 'events:read'];
  return testing.as({ kind: 'client', id: uuidv7(), tenantId, application: 'hr', scopes });
}

async function publish(tenant: string, count: number): Promise<string[]> {
  const actor = { kind: 'client', id: 'test' };
  const all = Array.from({ length: count }, () => {
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
  });
  return publishToBus(
    redis,
    all.map((event) => ({ event, targets: ['hr'] })),
  );
}

const follow = (viewer: TestViewer, max = 10, leaseMs = 30_000) =>
  viewer.follow(
    `subscription ($max: Int!, $leaseMs: Int!) {
      eventReceived(application: "hr", consumer: "a", max: $max, leaseMs: $leaseMs) { event { eventId } }
    }`,
    { max, leaseMs },
  );

const idOf = (value: unknown): string =>
  (value as { data: { eventReceived: { event: { eventId: string } } } }).data.eventReceived.event.eventId;

/** How many connections hear the bell of hr. */
async function ears(): Promise<number> {
  const [, count] = (await redis.pubsub('NUMSUB', bellOf('hr'))) as [string, number];
  return count;
}

const acknowledge = (viewer: TestViewer, id: string | undefined) =>
  viewer.run('mutation ($id: ID!) { acknowledgeEvent(eventId: $id, application: "hr") }', { id });

test('a subscription never has more than it asked for, and leaves the rest to its neighbour', async () => {
  const tenant = uuidv7();
  const ids = await publish(tenant, 10);
  const viewer = program(tenant);
  const [slow, quick] = [await follow(viewer, 3), await follow(viewer, 2)];
  const taken: string[] = [];
  for (let count = 0; count < 3; count += 1) taken.push(idOf((await slow.next()).value));
  const fourth = slow.next();
  for (let count = 3; count < 9; count += 1) {
    const id = idOf((await quick.next()).value);
    taken.push(id);
    expect(await redis.hlen(leasesKey(tenant, 'hr'))).toBeLessThanOrEqual(5);
    await acknowledge(viewer, id);
  }
  expect(taken).toEqual(ids.slice(0, 9));
  await quick.return?.();
  // What the neighbour had ahead comes back when its lease is over; one that failed makes room as well.
  const fail = 'mutation ($id: ID!) { failEvent(eventId: $id, application: "hr", reason: "x", mayRetry: false) }';
  await viewer.run(fail, { id: taken[0] });
  await publish(tenant, 1);
  expect(ids.slice(0, 9)).not.toContain(idOf((await fourth).value));
  await slow.return?.();
});

test('what nobody acknowledges makes room when its lease is over', async () => {
  const tenant = uuidv7();
  const ids = await publish(tenant, 2);
  const deliveries = await follow(program(tenant), 1, 1_000);
  const [first, second] = [idOf((await deliveries.next()).value), idOf((await deliveries.next()).value)];
  expect(ids).toEqual(expect.arrayContaining([first, second]));
  await deliveries.return?.();
});

test('all subscriptions of a process share one connection, and each hears of its own tenant', async () => {
  // Those of the test before hang up first.
  await vi.waitFor(async () => expect(await ears()).toBe(0));
  const tenants = Array.from({ length: 5 }, () => uuidv7());
  const all = await Promise.all(tenants.map((tenant) => follow(program(tenant))));
  const nexts = all.map((deliveries) => deliveries.next());
  await vi.waitFor(async () => expect(await ears()).toBe(1));
  for (const [index, tenant] of tenants.entries()) {
    const [id] = await publish(tenant, 1);
    expect(idOf((await nexts[index])?.value)).toBe(id);
  }
  await Promise.all(all.map((deliveries) => deliveries.return?.()));
  await vi.waitFor(async () => expect(await ears()).toBe(0));
});
