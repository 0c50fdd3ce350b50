import { publishEvents } from '@mycelium/kit/bus/bus';
import { answerKey, bellOf, indexKey, queueKey, readyKey, readySourcesKey } from '@mycelium/kit/bus/keys';
import { type TestSubgraph, testSubgraph } from '@mycelium/kit/testing';
import type { Event } from '@mycelium/schema/events';
import { Redis } from 'ioredis';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { eventOf } from './chaos/story.ts';
import { events } from './subgraph.ts';

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

const completed = (tenant: string, entityId: string): Event => ({
  ...eventOf(tenant, 1, 'affiliate', 'referral.completed'),
  payload: { entityId, payout: { amount: 1, currency: 'USD' } },
});

/** Puts something into the queue that nobody could have published. */
async function putIn(tenant: string, text: string): Promise<void> {
  const id = uuidv7();
  const entry = await redis.xadd(
    queueKey(tenant, 'affiliate', 'system'),
    '*',
    'event',
    text,
    'id',
    id,
    'type',
    'x',
    'key',
    '',
  );
  await redis.hset(indexKey(tenant, 'system'), id, `${entry} affiliate x `);
  await redis.zadd(readySourcesKey(tenant, 'system'), 1, 'affiliate');
  await redis.zadd(readyKey('system'), 1, tenant);
  await redis.publish(bellOf('system'), tenant);
}

test.each([
  ['no JSON', (tenant: string) => putIn(tenant, 'garbage')],
  ['no event', (tenant: string) => putIn(tenant, '{"id":1}')],
  ['null', (tenant: string) => putIn(tenant, 'null')],
  [
    'a payload that cannot be kept',
    (tenant: string) => publishEvents(redis, [{ event: completed(tenant, 'r\0'), targets: ['system'] }]),
  ],
  [
    'a payload of another form',
    (tenant: string) =>
      publishEvents(redis, [{ event: { ...completed(tenant, 'r'), payload: 'text' }, targets: ['system'] }]),
  ],
])('%s among what is to be reacted to holds up none of what comes behind it, nor another tenant', async (_, poison) => {
  const [tenant, other] = [uuidv7(), uuidv7()];
  const good = [tenant, tenant, other, tenant].map((of, n) => completed(of, `r${n}`));
  const publish = (some: readonly Event[]) =>
    publishEvents(
      redis,
      some.map((event) => ({ event, targets: ['system'] })),
    );
  await publish(good.slice(0, 1));
  await poison(tenant);
  await publish(good.slice(1));
  await vi.waitFor(async () => {
    for (const { feed, id } of good) expect(await redis.get(answerKey(feed, 'system', id))).toContain('ACKNOWLEDGED');
  }, 8_000);
});
