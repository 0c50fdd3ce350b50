import { KEEP_KEY } from '@mycelium/bus/keys';
import { person, type TestSubgraph, type TestViewer, testSubgraph } from '@mycelium/kit/testing';
import { Redis } from 'ioredis';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { events } from '../subgraph.ts';

const PUBLISH = 'mutation ($inputs: [PublishEventInput!]!) { publishEvents(inputs: $inputs) { eventId } }';
const PULL = 'mutation { pullEvents(application: "hr", max: 500, consumer: "test") { event { eventId } } }';
const ACKNOWLEDGE = `mutation ($all: [AcknowledgmentInput!]!) {
  acknowledgeEvents(application: "hr", acknowledgments: $all)
}`;

const tenant = uuidv7();
let testing: TestSubgraph;
let owner: TestViewer;
let redis: Redis;

beforeAll(async () => {
  testing = await testSubgraph(events);
  owner = testing.as(person('OWNER', tenant));
  redis = new Redis(testing.redisUrl);
});
afterAll(async () => {
  redis.disconnect();
  await testing.close();
});

async function publish(count: number): Promise<void> {
  const payload = { entityId: 'user-456', email: 'john.doe@company.com', department: 'engineering' };
  const inputs = Array.from({ length: count }, () => ({ eventType: 'user.created', payload }));
  await owner.run(PUBLISH, { inputs });
}

test('a thousand events are published, pulled and acknowledged without a statement, and leave no row', async () => {
  const outcomes: string[] = [];
  const statements = await testing.countSql(async () => {
    for (const _ of [1, 2]) {
      await publish(500);
      const { pullEvents } = await owner.run<{ pullEvents: { event: { eventId: string } }[] }>(PULL);
      const all = pullEvents.map(({ event }) => ({ eventId: event.eventId, data: { done: true } }));
      outcomes.push(...(await owner.run<{ acknowledgeEvents: string[] }>(ACKNOWLEDGE, { all })).acknowledgeEvents);
    }
  });
  expect(outcomes).toEqual(Array.from({ length: 1_000 }, () => 'ACKNOWLEDGED'));
  expect(statements).toBe(0);
  // Nor is there anything that the keeper would write later.
  expect(await redis.xlen(KEEP_KEY)).toBe(0);
  const rows = await testing.subgraph.work(({ em }) =>
    em.execute('select id from events.event_tracking where tenant_id = ?', [tenant]),
  );
  expect(rows).toEqual([]);
});

test.each([
  ['syncHealth', '{ status totalPendingEvents channels { target latency { p99 } } }'],
  ['interAppHealth', '{ application status successRate }'],
  ['communicationMatrix', '{ totalPendingEvents channels { source target pending oldestPublishedAt } }'],
  ['unacknowledgedEvents', '{ totalCount edges { node { eventId targetApplication attempts } } }'],
  ['eventConsumers', '{ application pending lastSeenAt }'],
])('%s asks the database for nothing', async (field, selection) => {
  await publish(3);
  let answer: unknown;
  const statements = await testing.countSql(async () => {
    answer = await owner.ofTenant(`${field} ${selection}`);
  });
  expect(statements).toBe(0);
  expect(JSON.stringify(answer)).toContain('"hr"');
});
