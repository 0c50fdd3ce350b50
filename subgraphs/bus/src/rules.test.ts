import { setTimeout as sleep } from 'node:timers/promises';
import type { Event } from '@mycelium/schema/event-type';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { acknowledgeDeliveries, failDeliveries } from './answer.ts';
import { dueKeyOf, eventOf, idsOf, openTestBus, policy, type TestBus } from './bus.testing.ts';
import { pauseChannel, recountChannel } from './channel.ts';
import { offKey, outsideKey, settingsKey, totalsKey, troubleKey } from './keys.ts';
import { leaseDeliveries, leaseOfAnyTenant } from './lease.ts';
import { noteUnused, noteUsed, readOff } from './off.ts';
import { usualPolicy } from './policy.ts';
import { KeyUsed, type Publication, publishToBus } from './publish.ts';
import { redeliverEvent } from './redeliver.ts';
import { keepAwake, sweepChannel } from './sweep.ts';
import { hastenTarget } from './target.ts';

let bus: TestBus;
beforeAll(async () => {
  bus = await openTestBus();
});
afterAll(() => bus.close());

test('the same idempotency key with the same content is the same event, in whichever order its fields come', async () => {
  const tenant = uuidv7();
  const once = (payload: unknown) => ({
    event: eventOf(tenant, { payload }),
    targets: ['hr'],
    idempotencyKey: 'order-7',
  });
  const [first, second] = await publishToBus(bus.redis, [
    once({ a: 1, b: { c: 2, d: [3] } }),
    once({ b: { d: [3], c: 2 }, a: 1 }),
  ]);
  expect(second).toBe(first);
  expect(await publishToBus(bus.redis, [once({ a: 1, b: { c: 2, d: [3] } })])).toEqual([first]);
  expect(await bus.lease(tenant)).toHaveLength(1);
});

test.each<[string, Partial<Event>, Partial<Publication>?]>([
  ['another type', { type: 'partner.registered' }],
  ['another payload', { payload: { n: 2 } }],
  ['another ordering key', { orderingKey: 'k' }],
  ['a choice of targets', {}, { chosen: ['hr'] }],
])(
  'an idempotency key that comes again with %s is refused, also within one batch, and nothing of that batch is told',
  async (_, given, more) => {
    const once = (tenant: string, changed?: Partial<Event>, how?: Partial<Publication>): Publication => ({
      ...{ event: eventOf(tenant, { payload: { n: 1 }, ...changed }), targets: ['hr'], idempotencyKey: 'order-7' },
      ...how,
    });
    const before = uuidv7();
    const [id = ''] = await publishToBus(bus.redis, [once(before)]);
    const free = { event: eventOf(before), targets: ['hr'] };
    await expect(publishToBus(bus.redis, [free, once(before, given, more)])).rejects.toMatchObject({
      index: 1,
      eventId: id,
    });
    expect(idsOf(await bus.lease(before))).toEqual([id]);

    const within = uuidv7();
    await expect(publishToBus(bus.redis, [once(within), once(within, given, more)])).rejects.toBeInstanceOf(KeyUsed);
    expect(await bus.lease(within)).toEqual([]);
    await publishToBus(bus.redis, [once(within, given, more)]);
    expect(await publishToBus(bus.redis, [once(within, { source: 'system' })])).toHaveLength(1);
  },
);

test('a key that an older version remembered is the same event, whatever comes with it', async () => {
  const tenant = uuidv7();
  await bus.redis.set(`mycelium:bus:once:${tenant}:crm:order-7`, 'an-id');
  const event = eventOf(tenant, { payload: { n: 1 } });
  expect(await publishToBus(bus.redis, [{ event, targets: ['hr'], idempotencyKey: 'order-7' }])).toEqual(['an-id']);
});

test('a channel that is stopped keeps what comes, and another goes on', async () => {
  const tenant = uuidv7();
  const channel = { tenant, source: 'crm', target: 'hr' };
  expect(await pauseChannel(bus.redis, channel, true)).toBe(true);
  await bus.redis.hset(settingsKey(tenant), { acknowledgeWithinMs: 0 });
  const waits = await bus.publish(tenant);
  const goes = await bus.publish(tenant, { source: 'system', type: 'security.alert' });
  expect(idsOf(await bus.lease(tenant))).toEqual([goes]);
  expect(await sweepChannel(bus.redis, channel, 10)).toBe(0);
  expect(await pauseChannel(bus.redis, channel, false)).toBe(true);
  expect(idsOf(await bus.lease(tenant))).toEqual([waits]);
});

test('failures in a row open the breaker; a probe closes it, or opens it again', async () => {
  const tenant = uuidv7();
  const careful = { ...policy, attempts: 100, breaker: { failures: 2, openMs: 60 } };
  const ids = [await bus.publish(tenant), await bus.publish(tenant), await bus.publish(tenant)];
  const fail = (id = '') => failDeliveries(bus.redis, tenant, 'hr', [{ id, reason: 'down', mayRetry: true }], careful);
  await bus.lease(tenant, { most: 2, policy: careful });
  for (const id of ids.slice(0, 2)) await fail(id);
  expect(await bus.lease(tenant, { policy: careful })).toEqual([]);
  await sleep(65);
  const [probe, ...none] = await bus.lease(tenant, { policy: careful });
  expect(none).toEqual([]);
  expect(await bus.lease(tenant, { policy: careful })).toEqual([]);
  await fail(probe?.event.id);
  expect(await bus.lease(tenant, { policy: careful })).toEqual([]);
  await sleep(65);
  const [again] = await bus.lease(tenant, { policy: careful });
  await acknowledgeDeliveries(bus.redis, tenant, 'hr', [{ id: again?.event.id ?? '' }]);
  await sleep(45);
  expect(await bus.lease(tenant, { policy: careful })).toHaveLength(2);
});

test('a consumer that dies with a hundred in hand is one failure, and only one that dies again and again opens the breaker', async () => {
  const tenant = uuidv7();
  const careful = { ...policy, attempts: 100, breaker: { failures: 2, openMs: 60_000 } };
  for (let i = 0; i < 100; i += 1) await bus.publish(tenant);
  for (const _ of [1, 2]) {
    expect(await bus.lease(tenant, { most: 100, leaseMs: 1, policy: careful })).toHaveLength(100);
    await sleep(5);
  }
  // The second hundred is noticed with the first of it; what follows in this call was admitted before.
  await bus.lease(tenant, { most: 1, policy: careful });
  expect(await bus.lease(tenant, { policy: careful })).toEqual([]);
});

test('a failure of an earlier attempt does not count for whoever has the delivery now', async () => {
  const tenant = uuidv7();
  const id = await bus.publish(tenant);
  await bus.lease(tenant, { leaseMs: 1 });
  await sleep(5);
  expect(await bus.lease(tenant, { consumer: 'two' })).toMatchObject([{ attempt: 2 }]);
  const fail = (attempt: number) =>
    failDeliveries(bus.redis, tenant, 'hr', [{ id, attempt, reason: 'late', mayRetry: false }], policy);
  expect(await fail(1)).toEqual(['RETRYING']);
  expect(await bus.lease(tenant)).toEqual([]);
  expect(await bus.redis.llen(troubleKey(tenant, 'hr', id))).toBe(1);
  expect(await fail(2)).toEqual(['FAILED']);
});

test('a job delivers an event to a target once, also when that has ended meanwhile', async () => {
  const tenant = uuidv7();
  const event = eventOf(tenant);
  const redeliver = (job: string) => redeliverEvent(bus.redis, event, 'hr', { isReplay: false, wasStored: false, job });
  expect(await redeliver('one')).toBe('DELIVERED');
  expect(await redeliver('one')).toBe('UNDER_WAY');
  await acknowledgeDeliveries(bus.redis, tenant, 'hr', [{ id: event.id }]);
  expect(await redeliver('one')).toBe('ENDED');
  expect(await redeliver('two')).toBe('DELIVERED');
});

test('what a tenant says holds, and otherwise the usual; whoever has a schedule of its own goes by that', async () => {
  const tenant = uuidv7();
  const id = await bus.publish(tenant);
  const failing = [{ id, reason: 'x', mayRetry: true }];
  const pull = () =>
    leaseDeliveries(bus.redis, { tenant, application: 'hr', consumer: 'one', leaseMs: 10_000, most: 1 });
  await pull();
  const due = async () =>
    Number(await bus.redis.zscore(dueKeyOf(tenant), (await bus.redis.zrange(dueKeyOf(tenant), '0', '0'))[0] ?? '')) -
    Date.now();
  await failDeliveries(bus.redis, tenant, 'hr', failing);
  expect(await due()).toBeGreaterThan(usualPolicy.backOffMs - 500);
  await hastenTarget(bus.redis, tenant, 'hr');
  await bus.redis.hset(
    settingsKey(tenant),
    'policy',
    JSON.stringify({ ...policy, backOffMs: 100_000, backOffAtMostMs: 100_000 }),
  );
  await pull();
  await failDeliveries(bus.redis, tenant, 'hr', failing);
  expect(await due()).toBeGreaterThan(90_000);
  await hastenTarget(bus.redis, tenant, 'hr');
  await pull();
  await failDeliveries(bus.redis, tenant, 'hr', failing, {
    ...policy,
    attempts: 10,
    backOffMs: 7_000,
    backOffAtMostMs: 7_000,
  });
  expect(await due()).toBeLessThan(8_000);
});

test('what waited while the bus was away has as much more time, and no more', async () => {
  const tenant = uuidv7();
  const channel = { tenant, source: 'crm', target: 'hr' };
  expect(await keepAwake(bus.redis, 1_000)).toBe(0);
  await bus.publish(tenant);
  await bus.redis.hset(settingsKey(tenant), { acknowledgeWithinMs: 0 });
  // As after an hour's outage that began long before.
  const [seconds = 0] = await bus.redis.time();
  await bus.redis.hset('mycelium:bus:awake', 'seen', (seconds - 3_600) * 1_000);
  expect(await keepAwake(bus.redis, 1_000)).toBeGreaterThan(3_590_000);
  expect(await keepAwake(bus.redis, 1_000)).toBe(0);
  await bus.redis.hset('mycelium:bus:awake', { woke: (seconds + 5) * 1_000, slept: 300 });
  expect(await sweepChannel(bus.redis, channel, 10)).toBe(0);
  await vi.waitFor(async () => expect(await sweepChannel(bus.redis, channel, 10)).toBe(1));
  // What is published after it has the usual time.
  await bus.redis.hset('mycelium:bus:awake', { woke: seconds * 1_000 - 1, slept: 3_600_000 });
  await bus.publish(tenant);
  expect(await sweepChannel(bus.redis, channel, 10)).toBe(1);
  await bus.redis.del('mycelium:bus:awake');
});

test('what nobody acknowledges in time ends, and can be delivered again under its id, marked as a replay', async () => {
  const tenant = uuidv7();
  const channel = { tenant, source: 'crm', target: 'hr' };
  const event = eventOf(tenant);
  await publishToBus(bus.redis, [{ event, targets: ['hr'] }]);
  expect(await sweepChannel(bus.redis, channel, 10)).toBe(0);
  await bus.redis.hset(settingsKey(tenant), { acknowledgeWithinMs: 0 });
  expect(await sweepChannel(bus.redis, channel, 10)).toBe(1);
  expect(await bus.lease(tenant)).toEqual([]);
  expect(await acknowledgeDeliveries(bus.redis, tenant, 'hr', [{ id: event.id }])).toEqual(['TIMEOUT']);
  expect(await redeliverEvent(bus.redis, event, 'hr', { isReplay: true, wasStored: true })).toBe('DELIVERED');
  expect(await redeliverEvent(bus.redis, event, 'hr', { isReplay: true, wasStored: true })).toBe('UNDER_WAY');
  expect(await bus.lease(tenant)).toMatchObject([{ event: { id: event.id }, isReplay: true, attempt: 1 }]);
  expect(await bus.total(tenant, 'stored')).toBe(0);
});

test('a product that a tenant never had is sent nothing, unless a program of the tenant takes what is sent to it', async () => {
  const tenant = uuidv7();
  await noteUnused(bus.redis, tenant, ['hr', 'SMP']);
  expect(await readOff(bus.redis, tenant)).toEqual(new Set(['hr', 'SMP']));
  await bus.publish(tenant);
  expect(await bus.lease(tenant)).toEqual([]);
  await bus.redis.sadd(outsideKey('hr'), tenant);
  expect(await readOff(bus.redis, tenant)).toEqual(new Set(['SMP']));
  const [first, second] = [await bus.publish(tenant), await bus.publish(tenant)];
  await noteUsed(bus.redis, tenant, ['SMP']);
  expect(await readOff(bus.redis, tenant)).toEqual(new Set());
  expect(idsOf(await bus.lease(tenant))).toEqual([first, second]);
});

test('a product that is switched off is sent nothing, and what somebody outside takes is not taken at home', async () => {
  const tenant = uuidv7();
  await bus.redis.sadd(offKey(tenant), 'hr');
  await bus.publish(tenant, { source: 'system' }, ['hr', 'crm']);
  expect(await bus.lease(tenant)).toEqual([]);
  await bus.redis.sadd(outsideKey('crm'), tenant);
  const home = { application: 'crm', consumer: 'home', leaseMs: 1_000, most: 10 };
  expect((await leaseOfAnyTenant(bus.redis, home)).deliveries).toEqual([]);
  expect(await bus.lease(tenant, { application: 'crm' })).toHaveLength(1);
});

test('tenants take turns, so that a busy one does not keep another waiting', async () => {
  const [busy, calm] = [uuidv7(), uuidv7()];
  for (let i = 0; i < 30; i += 1) await bus.publish(busy, {}, ['turns']);
  await sleep(2);
  await bus.publish(calm, {}, ['turns']);
  const feeds: string[] = [];
  for (let i = 0; i < 3; i += 1) {
    const request = { application: 'turns', consumer: 'home', leaseMs: 1_000, most: 5 };
    const { deliveries } = await leaseOfAnyTenant(bus.redis, request);
    feeds.push(deliveries[0]?.event.feed ?? '');
    await sleep(2);
  }
  expect(feeds).toContain(calm);
});

test('a recount finds and repairs counters that are wrong', async () => {
  const tenant = uuidv7();
  await bus.publish(tenant);
  await bus.redis.hincrby(totalsKey(tenant), 'crm>hr|pending', 5);
  const channel = { tenant, source: 'crm', target: 'hr' };
  expect(await recountChannel(bus.redis, channel)).toMatchObject({ pending: { said: 6, is: 1 } });
  expect(await recountChannel(bus.redis, channel)).toMatchObject({ pending: { said: 1, is: 1 } });
});

test('an answer that nobody can read back is heard once all the same, and can be said again', async () => {
  const tenant = uuidv7();
  let deep: unknown = 1;
  for (let level = 0; level < 1_100; level += 1) deep = { deep };
  for (const data of [deep, { half: '\ud83d' }, { nul: '\0' }]) {
    const ids = [await bus.publish(tenant), await bus.publish(tenant)];
    const answers = ids.map((id) => ({ id, data }));
    expect(await acknowledgeDeliveries(bus.redis, tenant, 'hr', answers)).toEqual(['ACKNOWLEDGED', 'ACKNOWLEDGED']);
    expect(await acknowledgeDeliveries(bus.redis, tenant, 'hr', answers)).toEqual(['AGAIN', 'AGAIN']);
    const failures = ids.map((id) => ({ id, reason: '\ud83d\0', mayRetry: true }));
    expect(await failDeliveries(bus.redis, tenant, 'hr', failures)).toEqual(['ACKNOWLEDGED', 'ACKNOWLEDGED']);
  }
});
