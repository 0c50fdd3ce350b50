import { eventOf } from '@mycelium/bus/chaos/story';
import { answerKey, applicationKey, bellOf, indexKey, queueKey, readyKey, readySourcesKey } from '@mycelium/bus/keys';
import { publishToBus } from '@mycelium/bus/publish';
import { person, type TestSubgraph, testSubgraph } from '@mycelium/kit/testing';
import type { Event } from '@mycelium/schema/event-type';
import { Redis } from 'ioredis';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
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

let puts = 0;

const QUARANTINE = `query ($t: ID!) { quarantine(tenantId: $t) { edges { node { place entry reason } } } }`;

/** Puts something into the queue that nobody could have published; answers its id. */
async function putIn(tenant: string, text: string): Promise<string> {
  const [id, entry] = [uuidv7(), `${Date.now()}-${++puts}`];
  await redis
    .multi()
    .xadd(queueKey(tenant, 'affiliate', 'system'), entry, 'event', text, 'id', id, 'type', 'x', 'key', '')
    .hset(indexKey(tenant, 'system'), id, `${entry} affiliate x `)
    .zadd(readySourcesKey(tenant, 'system'), 1, 'affiliate')
    .zadd(readyKey('system'), 1, tenant)
    .publish(bellOf('system'), tenant)
    .exec();
  return id;
}

test.each(['garbage', '{"id":1}', 'null', ''])(
  'what is no event, such as %j, is in quarantine at once with its reason, and opens no breaker',
  async (text) => {
    const tenant = uuidv7();
    const ids: string[] = [];
    for (let i = 0; i < 6; i += 1) ids.push(await putIn(tenant, text));
    const owner = testing.as(person('OWNER', tenant));
    await vi.waitFor(async () => {
      const { quarantine } = await owner.run<{ quarantine: { edges: { node: Record<string, unknown> }[] } }>(
        QUARANTINE,
        { t: tenant },
      );
      const nodes = quarantine.edges.map(({ node }) => node);
      expect(nodes).toHaveLength(ids.length);
      for (const id of ids)
        expect(nodes).toContainEqual({
          place: 'KEEPER',
          entry: expect.stringContaining(id),
          reason: expect.stringContaining('no event'),
        });
    });
    expect(await redis.hgetall(applicationKey(tenant, 'system'))).toEqual({});
    expect(await redis.xlen(queueKey(tenant, 'affiliate', 'system'))).toBe(0);
  },
);

test.each([
  ['no JSON', (tenant: string) => putIn(tenant, 'garbage')],
  ['no event', (tenant: string) => putIn(tenant, '{"id":1}')],
  ['null', (tenant: string) => putIn(tenant, 'null')],
  [
    'a payload that cannot be kept',
    (tenant: string) => publishToBus(redis, [{ event: completed(tenant, 'r\0'), targets: ['system'] }]),
  ],
  [
    'a payload of another form',
    (tenant: string) =>
      publishToBus(redis, [{ event: { ...completed(tenant, 'r'), payload: 'text' }, targets: ['system'] }]),
  ],
])('%s among what is to be reacted to holds up none of what comes behind it, nor another tenant', async (_, poison) => {
  const [tenant, other] = [uuidv7(), uuidv7()];
  const good = [tenant, tenant, other, tenant].map((of, n) => completed(of, `r${n}`));
  const publish = (some: readonly Event[]) =>
    publishToBus(
      redis,
      some.map((event) => ({ event, targets: ['system'] })),
    );
  await publish(good.slice(0, 1));
  await poison(tenant);
  await publish(good.slice(1));
  await vi.waitFor(async () => {
    for (const { feed, id } of good) expect(await redis.get(answerKey(feed, 'system', id))).toContain('ACKNOWLEDGED');
  });
});
