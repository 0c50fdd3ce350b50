import { eventOf } from '@mycelium/bus/bus.testing';
import { answerKey } from '@mycelium/bus/keys';
import { publishToBus } from '@mycelium/bus/publish';
import type { Event, EventType } from '@mycelium/schema/event-type';
import { commissionProcessed, referralCompleted } from '@mycelium/schema/subgraphs/crm/partners';
import { Redis } from 'ioredis';
import { Query, Resolver } from 'type-graphql';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { GivenUp } from './given-up.ts';
import { part } from './part.ts';
import { type Manifest, on } from './subgraph.ts';
import { type TestSubgraph, testSubgraph } from './testing.ts';

@Resolver()
class Alive {
  @Query(() => Boolean)
  alive(): boolean {
    return true;
  }
}

let release = Promise.withResolvers<void>();
let begun = 0;
const orders: string[] = [];

const manifest: Manifest = {
  ...{ name: 'events', parts: [part(Alive)], references: [] },
  reactions: [
    on<unknown>(referralCompleted, async () => {
      begun += 1;
      await release.promise;
    }),
    on<unknown>(commissionProcessed, async (_ctx, _payload, { id, correlationId }) => {
      if (correlationId === 'no partner') throw new GivenUp('NO_PARTNER', 'there is none.');
      orders.push(id);
      return { count: orders.length };
    }),
  ],
};

let testing: TestSubgraph;
let redis: Redis;
beforeAll(async () => {
  testing = await testSubgraph(manifest);
  redis = new Redis(testing.redisUrl);
});
afterAll(async () => {
  redis.disconnect();
  await testing.close();
});

async function publish(type: Pick<EventType, 'name'>, tenant: string, more: Partial<Event> = {}): Promise<Event> {
  const payload = { entityId: uuidv7(), payout: { amount: 1, currency: 'USD' } };
  const event = eventOf(tenant, { type: type.name, source: 'affiliate', payload, ...more });
  await publishToBus(redis, [{ event, targets: ['system'] }]);
  return event;
}

const answerTo = ({ feed, id }: Event) => redis.get(answerKey(feed, 'system', id));

test('a slow reaction holds up neither those behind it, of its tenant and of others, nor those that come later', async () => {
  release = Promise.withResolvers();
  begun = 0;
  const [tenant, other] = [uuidv7(), uuidv7()];
  const slow = await publish(referralCompleted, tenant);
  const behind: Event[] = [];
  for (let i = 0; i < 30; i += 1) behind.push(await publish(commissionProcessed, tenant));
  await vi.waitFor(async () => {
    for (const event of behind) expect(await answerTo(event)).toContain('ACKNOWLEDGED');
  });
  const later = [await publish(commissionProcessed, tenant), await publish(commissionProcessed, other)];
  await vi.waitFor(async () => {
    for (const event of later) expect(await answerTo(event)).toContain('ACKNOWLEDGED');
  });
  expect([begun, await answerTo(slow)]).toEqual([1, null]);
  release.resolve();
  await vi.waitFor(async () => expect(await answerTo(slow)).toContain('ACKNOWLEDGED'));
});

test('those of one ordering key are reacted to one after the other, in their order', async () => {
  const tenant = uuidv7();
  orders.length = 0;
  const events: Event[] = [];
  for (let i = 0; i < 12; i += 1) events.push(await publish(commissionProcessed, tenant, { orderingKey: 'k' }));
  await vi.waitFor(async () => expect(await answerTo(events[11] as Event)).toContain('ACKNOWLEDGED'));
  expect(orders).toEqual(events.map(({ id }) => id));
});

test('an event that comes again because its answer was lost is not reacted to again, and has the same answer', async () => {
  const tenant = uuidv7();
  orders.length = 0;
  const event = await publish(commissionProcessed, tenant);
  await vi.waitFor(async () => expect(await answerTo(event)).toContain('"count":1'));
  await redis.del(answerKey(tenant, 'system', event.id));
  await publishToBus(redis, [{ event, targets: ['system'] }]);
  await vi.waitFor(async () => expect(await answerTo(event)).toContain('"count":1'));
  expect(orders).toEqual([event.id]);
});

test('what no other try would mend is given up with the first', async () => {
  const event = await publish(commissionProcessed, uuidv7(), { correlationId: 'no partner' });
  await vi.waitFor(async () => expect(await answerTo(event)).toMatch(/"FAILED".*"attempts":1\b/));
});
