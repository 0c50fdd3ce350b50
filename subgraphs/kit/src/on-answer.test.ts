import { acknowledgeDeliveries, failDeliveries } from '@mycelium/bus/answer';
import { eventOf, policy } from '@mycelium/bus/bus.testing';
import { leaseDeliveries } from '@mycelium/bus/lease';
import { publishToBus } from '@mycelium/bus/publish';
import { userCreated } from '@mycelium/schema/subgraphs/crm/contacts';
import { partnerRegistered } from '@mycelium/schema/subgraphs/crm/partners';
import { Redis } from 'ioredis';
import { Query, Resolver } from 'type-graphql';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { onAnswer } from './on-answer.ts';
import { part } from './part.ts';
import type { Manifest } from './subgraph.ts';
import { type TestSubgraph, testSubgraph } from './testing.ts';

@Resolver()
class Alive {
  @Query(() => Boolean)
  alive(): boolean {
    return true;
  }
}

let heard: unknown[] = [];
let failures = 0;

/** A home that keeps the number of the account which the partners' program has made. */
const home: Manifest = {
  ...{ name: 'events', parts: [part(Alive)], references: [], reactions: [] },
  answers: [
    onAnswer(partnerRegistered, async (ctx, { event, application, outcome, data }) => {
      if (event.payload.name === 'Unlucky' && failures++ < 2) throw new Error('It fails twice.');
      heard.push({ tenant: ctx.viewer.tenantId, name: event.payload.name, application, outcome, data });
    }),
  ],
};

let bus: TestSubgraph;
let running: TestSubgraph;
let redis: Redis;
beforeAll(async () => {
  bus = await testSubgraph({ ...home, answers: [] });
  running = await testSubgraph(home, { beside: bus });
  redis = new Redis(bus.redisUrl);
  await vi.waitFor(async () => expect(await redis.sismember('mycelium:bus:hearing', 'events')).toBe(1));
});
beforeEach(() => {
  heard = [];
  failures = 0;
});
afterAll(async () => {
  redis.disconnect();
  await running.close();
  await bus.close();
});

/** The CRM registers a partner, and the partners' program takes it. */
async function register(name: string, tenant = uuidv7(), type = partnerRegistered.name) {
  const event = eventOf(tenant, { type, payload: { entityId: 'p1', name } });
  await publishToBus(redis, [{ event, targets: ['affiliate'] }]);
  return take(event.id, tenant);
}

async function take(id: string, tenant: string) {
  const request = { tenant, application: 'affiliate', consumer: 'one', leaseMs: 10_000, most: 10, policy };
  const deliveries = await leaseDeliveries(redis, request);
  expect(deliveries.map(({ event }) => event.id)).toEqual([id]);
  return { id, tenant };
}

const acknowledge = ({ id, tenant }: { id: string; tenant: string }, data?: unknown) =>
  acknowledgeDeliveries(redis, tenant, 'affiliate', [{ id, data }]);
const waiting = () => redis.xlen('mycelium:bus:ends:events');
const settled = async (count: number) => {
  await vi.waitFor(() => expect(heard.length).toBe(count));
  await vi.waitFor(async () => expect(await waiting()).toBe(0));
};

test('a home hears what a target answered, with the event that asked for it, once', async () => {
  const partner = await register('La Milpa');
  expect(await acknowledge(partner, { accountId: 'a1' })).toEqual(['ACKNOWLEDGED']);
  expect(await acknowledge(partner, { accountId: 'a2' })).toEqual(['AGAIN']);
  await settled(1);
  const { tenant } = partner;
  expect(heard).toEqual([
    { tenant, name: 'La Milpa', application: 'affiliate', outcome: 'ACKNOWLEDGED', data: { accountId: 'a1' } },
  ]);
});

test('it hears what was given up too, and that it was acknowledged without a word', async () => {
  const partner = await register('El Comal');
  await failDeliveries(redis, partner.tenant, 'affiliate', [{ id: partner.id, reason: 'Closed', mayRetry: false }]);
  await acknowledge(await register('El Metate'));
  await settled(2);
  expect(heard).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ name: 'El Comal', outcome: 'FAILED', data: undefined }),
      expect.objectContaining({ name: 'El Metate', outcome: 'ACKNOWLEDGED', data: undefined }),
    ]),
  );
});

test('what was answered while the home was away is heard when it is back', async () => {
  await running.close();
  const partner = await register('El Molcajete');
  await acknowledge(partner, { accountId: 'a1' });
  running = await testSubgraph(home, { beside: bus });
  await settled(1);
  expect(heard).toMatchObject([{ name: 'El Molcajete', data: { accountId: 'a1' } }]);
});

test('what cannot be kept comes again, and holds up nothing else', async () => {
  const [unlucky, lucky] = [await register('Unlucky'), await register('Lucky')];
  await acknowledge(unlucky);
  await acknowledge(lucky);
  await settled(2);
  expect(heard).toMatchObject([{ name: 'Lucky' }, { name: 'Unlucky' }]);
  expect(failures).toBe(3);
});

test('an entry that says nothing, and a payload that is none, keep nobody waiting; of other types nothing is kept', async () => {
  await redis.xadd('mycelium:bus:ends:events', '*', 'tenant', 'x', 'target', 'y', 'event', '{', 'answer', '{}');
  const other = await register('Somebody', uuidv7(), userCreated.name);
  await acknowledge(other, { onboardingId: 'o1' });
  await acknowledge(await register('La Palapa'));
  await settled(1);
  expect(heard).toMatchObject([{ name: 'La Palapa' }]);
});
