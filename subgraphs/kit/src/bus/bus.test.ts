import { setTimeout as sleep } from 'node:timers/promises';
import { startRedis } from '@mycelium/database/embedded/redis';
import type { Event } from '@mycelium/schema/events';
import { Redis } from 'ioredis';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  acknowledgeEvents,
  failEvents,
  hastenTarget,
  type LeaseRequest,
  leaseEvents,
  leaseOfAnyTenant,
  pauseChannel,
  publishEvents,
  recountChannel,
  redeliverEvent,
  sweepChannel,
} from './bus.ts';
import { answerKey, KEEP_KEY, offKey, outsideKey, queueKey, settingsKey, totalsKey, troubleKey } from './keys.ts';
import { type Policy, usualPolicy } from './policy.ts';

const policy: Policy = {
  attempts: 3,
  backOffMs: 20,
  backOffAtMostMs: 40,
  breaker: { failures: 1_000, openMs: 100 },
};

let server: Awaited<ReturnType<typeof startRedis>>;
let redis: Redis;

beforeAll(async () => {
  server = await startRedis();
  redis = new Redis(server.url);
});
afterAll(async () => {
  redis.disconnect();
  await server.stop();
});

function eventOf(tenant: string, given: Partial<Event> = {}): Event {
  return {
    id: uuidv7(),
    type: 'user.created',
    feed: tenant,
    source: 'crm',
    at: new Date().toISOString(),
    actor: { kind: 'client', id: 'test' },
    correlationId: 'test',
    payload: {},
    ...given,
  };
}

async function publish(tenant: string, given: Partial<Event> = {}, targets = ['hr']): Promise<string> {
  const [id = ''] = await publishEvents(redis, [{ event: eventOf(tenant, given), targets }]);
  return id;
}

async function lease(tenant: string, given: Partial<LeaseRequest> = {}) {
  const request = { tenant, application: 'hr', consumer: 'one', leaseMs: 10_000, most: 10, policy, ...given };
  return leaseEvents(redis, request);
}

const idsOf = (deliveries: readonly { event: Event }[]): string[] => deliveries.map(({ event }) => event.id);

async function total(tenant: string, what: string, channel = 'crm>hr'): Promise<number> {
  return Number((await redis.hget(totalsKey(tenant), `${channel}|${what}`)) ?? 0);
}

const dueKeyOf = (tenant: string): string => `mycelium:bus:due:${tenant}:crm>hr`;

test('an event is leased once, acknowledged once, and its answer can be read', async () => {
  const tenant = uuidv7();
  const id = await publish(tenant, { payload: { name: 'Ana' } });
  const [delivery, ...others] = await lease(tenant);
  expect(others).toEqual([]);
  expect(delivery).toMatchObject({ event: { id, payload: { name: 'Ana' } }, attempt: 1, isReplay: false });
  expect(await lease(tenant)).toEqual([]);
  expect(await total(tenant, 'pending')).toBe(1);
  const data = { onboarding: 7 };
  expect(await acknowledgeEvents(redis, tenant, 'hr', [{ id, data }])).toEqual(['ACKNOWLEDGED']);
  expect(await acknowledgeEvents(redis, tenant, 'hr', [{ id }])).toEqual(['AGAIN']);
  const answer = JSON.parse((await redis.get(answerKey(tenant, 'hr', id))) ?? '{}');
  expect(answer).toMatchObject({ status: 'ACKNOWLEDGED', source: 'crm', attempts: 1, by: 'one', data });
  expect(await redis.pttl(answerKey(tenant, 'hr', id))).toBeGreaterThan(0);
  expect([await total(tenant, 'pending'), await total(tenant, 'acknowledged')]).toEqual([0, 1]);
  expect(await redis.xlen(queueKey(tenant, 'crm', 'hr'))).toBe(0);
});

test('each target has a delivery of its own, and nobody else has one', async () => {
  const tenant = uuidv7();
  const id = await publish(tenant, { source: 'system', type: 'config.updated' }, ['crm', 'hr']);
  expect(idsOf(await lease(tenant, { application: 'affiliate' }))).toEqual([]);
  expect(await acknowledgeEvents(redis, tenant, 'affiliate', [{ id }])).toEqual(['NO_TARGET']);
  expect(await acknowledgeEvents(redis, uuidv7(), 'hr', [{ id }])).toEqual(['UNKNOWN']);
  for (const application of ['crm', 'hr']) {
    expect(idsOf(await lease(tenant, { application }))).toEqual([id]);
    expect(await acknowledgeEvents(redis, tenant, application, [{ id }])).toEqual(['ACKNOWLEDGED']);
  }
});

test('a lease that runs out is given to the next, until it has been tried often enough', async () => {
  const tenant = uuidv7();
  const id = await publish(tenant);
  for (const attempt of [1, 2, 3]) {
    expect(await lease(tenant, { leaseMs: 5, consumer: `c${attempt}` })).toMatchObject([{ attempt }]);
    await sleep(10);
  }
  expect(await lease(tenant)).toEqual([]);
  const [[, kept] = []] = (await redis.xrevrange(KEEP_KEY, '+', '-', 'COUNT', 1)) ?? [];
  const given = Object.fromEntries((kept ?? []).map((value, at) => [value, kept?.[at + 1] ?? '']));
  expect(given).toMatchObject({ tenant, id, application: 'hr', what: 'FAILED' });
  expect(JSON.parse(given.event ?? '{}')).toMatchObject({ id });
  expect(JSON.parse(given.attempts ?? '[]').map(({ by }: { by: string }) => by)).toEqual(['c1', 'c2', 'c3']);
  expect([await total(tenant, 'pending'), await total(tenant, 'failed')]).toEqual([0, 1]);
});

test('what fails waits longer each time, and is given up at last; what makes no sense is given up at once', async () => {
  const tenant = uuidv7();
  const id = await publish(tenant);
  const fail = async (mayRetry = true) => {
    const [outcome] = await failEvents(redis, tenant, 'hr', [{ id, reason: 'No such place.', mayRetry }], policy);
    return outcome;
  };
  for (const wait of [20, 40]) {
    await lease(tenant);
    expect(await fail()).toBe('RETRYING');
    expect(await lease(tenant)).toEqual([]);
    expect(await total(tenant, 'retrying')).toBe(1);
    await sleep(wait + 5);
  }
  expect(await lease(tenant)).toMatchObject([{ attempt: 3 }]);
  expect(await fail()).toBe('FAILED');
  expect(await fail()).toBe('FAILED');
  expect([await total(tenant, 'retrying'), await total(tenant, 'failed')]).toEqual([0, 1]);
  const senseless = await publish(tenant);
  await lease(tenant);
  expect(await failEvents(redis, tenant, 'hr', [{ id: senseless, reason: 'x', mayRetry: false }], policy)).toEqual([
    'FAILED',
  ]);
});

test('those of one ordering key come one after the other, and others do not wait for them', async () => {
  const tenant = uuidv7();
  const a1 = await publish(tenant, { orderingKey: 'a' });
  const a2 = await publish(tenant, { orderingKey: 'a', type: 'user.updated' });
  const b1 = await publish(tenant, { orderingKey: 'b' });
  const a3 = await publish(tenant, { orderingKey: 'a' });
  expect(idsOf(await lease(tenant, { types: ['user.updated'] }))).toEqual([]);
  expect(idsOf(await lease(tenant))).toEqual([a1, b1]);
  await failEvents(redis, tenant, 'hr', [{ id: a1, reason: 'later', mayRetry: true }], policy);
  expect(idsOf(await lease(tenant))).toEqual([]);
  await sleep(25);
  expect(idsOf(await lease(tenant))).toEqual([a1]);
  for (const [id, next] of [[a1, a2] as const, [a2, a3] as const]) {
    await acknowledgeEvents(redis, tenant, 'hr', [{ id }]);
    expect(idsOf(await lease(tenant))).toEqual([next]);
  }
});

test('one that ends before its turn holds nobody up', async () => {
  const tenant = uuidv7();
  const [first, second, third] = [
    await publish(tenant, { orderingKey: 'a' }),
    await publish(tenant, { orderingKey: 'a' }),
    await publish(tenant, { orderingKey: 'a' }),
  ];
  expect(idsOf(await lease(tenant))).toEqual([first]);
  expect(await acknowledgeEvents(redis, tenant, 'hr', [{ id: second }, { id: first }])).toEqual([
    'ACKNOWLEDGED',
    'ACKNOWLEDGED',
  ]);
  expect(idsOf(await lease(tenant))).toEqual([third]);
});

test('a failure that is told twice is one', async () => {
  const tenant = uuidv7();
  const id = await publish(tenant);
  await lease(tenant);
  for (const _ of [1, 2, 3])
    expect(await failEvents(redis, tenant, 'hr', [{ id, reason: 'x', mayRetry: true }], policy)).toEqual(['RETRYING']);
  expect(await redis.llen(troubleKey(tenant, 'hr', id))).toBe(1);
});

test('what somebody put aside after its lease ran out is handed out once, though its holder tells a failure then', async () => {
  const tenant = uuidv7();
  const id = await publish(tenant);
  await lease(tenant, { leaseMs: 1 });
  await sleep(5);
  expect(await lease(tenant, { types: ['user.updated'] })).toEqual([]);
  await failEvents(redis, tenant, 'hr', [{ id, reason: 'late', mayRetry: true }], { ...policy, backOffMs: 1 });
  await sleep(5);
  expect(idsOf(await lease(tenant))).toEqual([id]);
});

test('a consumer that asks for some types leaves the others for those who want them', async () => {
  const tenant = uuidv7();
  const wanted: string[] = [];
  const others: string[] = [];
  for (let i = 0; i < 300; i += 1) {
    others.push(await publish(tenant));
    if (i % 100 === 99) wanted.push(await publish(tenant, { type: 'benefits.updated' }));
  }
  expect(idsOf(await lease(tenant, { types: ['benefits.updated'] }))).toEqual(wanted);
  const rest: string[] = [];
  for (;;) {
    const leased = await lease(tenant, { most: 64 });
    if (leased.length === 0) break;
    rest.push(...idsOf(leased));
  }
  expect(rest).toEqual(others);
});

test('the same idempotency key is the same event', async () => {
  const tenant = uuidv7();
  const events = [1, 2].map(() => ({ event: eventOf(tenant), targets: ['hr'], idempotencyKey: 'order-7' }));
  const [first, second] = await publishEvents(redis, events);
  expect(second).toBe(first);
  expect(await lease(tenant)).toHaveLength(1);
});

test('a channel that is stopped keeps what comes, and another goes on', async () => {
  const tenant = uuidv7();
  const channel = { tenant, source: 'crm', target: 'hr' };
  expect(await pauseChannel(redis, channel, true)).toBe(true);
  await redis.hset(settingsKey(tenant), { acknowledgeWithinMs: 0 });
  const waits = await publish(tenant);
  const goes = await publish(tenant, { source: 'system', type: 'security.alert' });
  expect(idsOf(await lease(tenant))).toEqual([goes]);
  expect(await sweepChannel(redis, channel, 10)).toBe(0);
  expect(await pauseChannel(redis, channel, false)).toBe(true);
  expect(idsOf(await lease(tenant))).toEqual([waits]);
});

test('failures in a row open the breaker; a probe closes it, or opens it again', async () => {
  const tenant = uuidv7();
  const careful = { ...policy, attempts: 100, breaker: { failures: 2, openMs: 60 } };
  const ids = [await publish(tenant), await publish(tenant), await publish(tenant)];
  const fail = (id = '') => failEvents(redis, tenant, 'hr', [{ id, reason: 'down', mayRetry: true }], careful);
  await lease(tenant, { most: 2, policy: careful });
  for (const id of ids.slice(0, 2)) await fail(id);
  expect(await lease(tenant, { policy: careful })).toEqual([]);
  await sleep(65);
  const [probe, ...none] = await lease(tenant, { policy: careful });
  expect(none).toEqual([]);
  expect(await lease(tenant, { policy: careful })).toEqual([]);
  await fail(probe?.event.id);
  expect(await lease(tenant, { policy: careful })).toEqual([]);
  await sleep(65);
  const [again] = await lease(tenant, { policy: careful });
  await acknowledgeEvents(redis, tenant, 'hr', [{ id: again?.event.id ?? '' }]);
  await sleep(45);
  expect(await lease(tenant, { policy: careful })).toHaveLength(2);
});

test('a consumer that dies with a hundred in hand is one failure, and only one that dies again and again opens the breaker', async () => {
  const tenant = uuidv7();
  const careful = { ...policy, attempts: 100, breaker: { failures: 2, openMs: 60_000 } };
  for (let i = 0; i < 100; i += 1) await publish(tenant);
  for (const _ of [1, 2]) {
    expect(await lease(tenant, { most: 100, leaseMs: 1, policy: careful })).toHaveLength(100);
    await sleep(5);
  }
  // The second hundred is noticed with the first of it; what follows in this call was admitted before.
  await lease(tenant, { most: 1, policy: careful });
  expect(await lease(tenant, { policy: careful })).toEqual([]);
});

test('a failure of an earlier attempt does not count for whoever has the delivery now', async () => {
  const tenant = uuidv7();
  const id = await publish(tenant);
  await lease(tenant, { leaseMs: 1 });
  await sleep(5);
  expect(await lease(tenant, { consumer: 'two' })).toMatchObject([{ attempt: 2 }]);
  const fail = (attempt: number) =>
    failEvents(redis, tenant, 'hr', [{ id, attempt, reason: 'late', mayRetry: false }], policy);
  expect(await fail(1)).toEqual(['RETRYING']);
  expect(await lease(tenant)).toEqual([]);
  expect(await redis.llen(troubleKey(tenant, 'hr', id))).toBe(1);
  expect(await fail(2)).toEqual(['FAILED']);
});

test('a job delivers an event to a target once, also when that has ended meanwhile', async () => {
  const tenant = uuidv7();
  const event = eventOf(tenant);
  const redeliver = (job: string) => redeliverEvent(redis, event, 'hr', { isReplay: false, wasStored: false, job });
  expect(await redeliver('one')).toBe('DELIVERED');
  expect(await redeliver('one')).toBe('UNDER_WAY');
  await acknowledgeEvents(redis, tenant, 'hr', [{ id: event.id }]);
  expect(await redeliver('one')).toBe('ENDED');
  expect(await redeliver('two')).toBe('DELIVERED');
});

test('what a tenant says holds, and otherwise the usual; whoever has a schedule of its own goes by that', async () => {
  const tenant = uuidv7();
  const id = await publish(tenant);
  const failing = [{ id, reason: 'x', mayRetry: true }];
  const pull = () => leaseEvents(redis, { tenant, application: 'hr', consumer: 'one', leaseMs: 10_000, most: 1 });
  await pull();
  const due = async () =>
    Number(await redis.zscore(dueKeyOf(tenant), (await redis.zrange(dueKeyOf(tenant), '0', '0'))[0] ?? '')) -
    Date.now();
  await failEvents(redis, tenant, 'hr', failing);
  expect(await due()).toBeGreaterThan(usualPolicy.backOffMs - 500);
  await hastenTarget(redis, tenant, 'hr');
  await redis.hset(
    settingsKey(tenant),
    'policy',
    JSON.stringify({ ...policy, backOffMs: 100_000, backOffAtMostMs: 100_000 }),
  );
  await pull();
  await failEvents(redis, tenant, 'hr', failing);
  expect(await due()).toBeGreaterThan(90_000);
  await hastenTarget(redis, tenant, 'hr');
  await pull();
  await failEvents(redis, tenant, 'hr', failing, { ...policy, attempts: 10, backOffMs: 7_000, backOffAtMostMs: 7_000 });
  expect(await due()).toBeLessThan(8_000);
});

test('what nobody acknowledges in time ends, and can be delivered again under its id, marked as a replay', async () => {
  const tenant = uuidv7();
  const channel = { tenant, source: 'crm', target: 'hr' };
  const event = eventOf(tenant);
  await publishEvents(redis, [{ event, targets: ['hr'] }]);
  expect(await sweepChannel(redis, channel, 10)).toBe(0);
  await redis.hset(settingsKey(tenant), { acknowledgeWithinMs: 0 });
  expect(await sweepChannel(redis, channel, 10)).toBe(1);
  expect(await lease(tenant)).toEqual([]);
  expect(await acknowledgeEvents(redis, tenant, 'hr', [{ id: event.id }])).toEqual(['TIMEOUT']);
  expect(await redeliverEvent(redis, event, 'hr', { isReplay: true, wasStored: true })).toBe('DELIVERED');
  expect(await redeliverEvent(redis, event, 'hr', { isReplay: true, wasStored: true })).toBe('UNDER_WAY');
  expect(await lease(tenant)).toMatchObject([{ event: { id: event.id }, isReplay: true, attempt: 1 }]);
  expect(await total(tenant, 'stored')).toBe(0);
});

test('a product that is switched off is told nothing, and what somebody outside takes is not taken at home', async () => {
  const tenant = uuidv7();
  await redis.sadd(offKey(tenant), 'hr');
  await publish(tenant, { source: 'system' }, ['hr', 'crm']);
  expect(await lease(tenant)).toEqual([]);
  await redis.sadd(outsideKey('crm'), tenant);
  const home = { application: 'crm', consumer: 'home', leaseMs: 1_000, most: 10 };
  expect((await leaseOfAnyTenant(redis, home)).deliveries).toEqual([]);
  expect(await lease(tenant, { application: 'crm' })).toHaveLength(1);
});

test('tenants take turns, so that a busy one does not keep another waiting', async () => {
  const [busy, calm] = [uuidv7(), uuidv7()];
  for (let i = 0; i < 30; i += 1) await publish(busy, {}, ['turns']);
  await sleep(2);
  await publish(calm, {}, ['turns']);
  const feeds: string[] = [];
  for (let i = 0; i < 3; i += 1) {
    const request = { application: 'turns', consumer: 'home', leaseMs: 1_000, most: 5 };
    const { deliveries } = await leaseOfAnyTenant(redis, request);
    feeds.push(deliveries[0]?.event.feed ?? '');
    await sleep(2);
  }
  expect(feeds).toContain(calm);
});

test('a recount finds and repairs counters that are wrong', async () => {
  const tenant = uuidv7();
  await publish(tenant);
  await redis.hincrby(totalsKey(tenant), 'crm>hr|pending', 5);
  const channel = { tenant, source: 'crm', target: 'hr' };
  expect(await recountChannel(redis, channel)).toMatchObject({ pending: { said: 6, is: 1 } });
  expect(await recountChannel(redis, channel)).toMatchObject({ pending: { said: 1, is: 1 } });
});
