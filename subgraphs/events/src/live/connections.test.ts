import { person, type TestSubgraph, type TestViewer, testSubgraph } from '@mycelium/kit/testing';
import { Redis } from 'ioredis';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { events } from '../subgraph.ts';

const HEALTH = 'subscription ($t: ID!) { healthChanged(tenantId: $t) { status } }';
const MATRIX = 'subscription ($t: ID!) { communicationMatrixChanged(tenantId: $t) { totalPendingEvents } }';
const ALERTS = 'subscription ($t: ID!) { alertRaised(tenantId: $t) { kind } }';
const ANSWERS = 'subscription { acknowledgmentReceived(application: "crm") { cursor } }';
const DELIVERIES = 'subscription { eventReceived(application: "hr", consumer: "test") { attempt } }';

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

/** The connections to Redis, by what they are for. */
async function connections(): Promise<{ all: number; listening: number }> {
  const count = (list: unknown): number => String(list).split('\n').filter(Boolean).length;
  return {
    all: count(await redis.call('CLIENT', 'LIST')),
    listening: count(await redis.call('CLIENT', 'LIST', 'TYPE', 'pubsub')),
  };
}

test('however many tenants and applications follow, a subgraph has three connections to Redis, of which one listens', async () => {
  const own = 1;
  await vi.waitFor(async () => expect(await connections()).toEqual({ all: 3 + own, listening: 1 }));
  const following: AsyncIterator<unknown>[] = [];
  const follow = async (viewer: TestViewer, query: string): Promise<void> => {
    following.push(await viewer.follow(query, { t: viewer.viewer.tenantId }));
  };
  for (let tenant = 0; tenant < 12; tenant += 1) {
    const owner = testing.as(person('OWNER'));
    const { tenantId } = owner.viewer;
    const scopes = ['events:read', 'events:publish', 'events:consume'];
    const as = (application: string) => testing.as({ kind: 'client', id: uuidv7(), tenantId, scopes, application });
    for (const query of [HEALTH, MATRIX, ALERTS]) await follow(owner, query);
    await follow(as('crm'), ANSWERS);
    await follow(as('hr'), DELIVERIES);
  }
  expect(await connections()).toEqual({ all: 3 + own, listening: 1 });
  for (const each of following) await each.return?.();
  expect(await connections()).toEqual({ all: 3 + own, listening: 1 });
});
