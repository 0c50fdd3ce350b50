import { setTimeout as sleep } from 'node:timers/promises';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { acknowledgeDeliveries, failDeliveries } from './answer.ts';
import { idsOf, openTestBus, policy, type TestBus } from './bus.testing.ts';
import { answerKey, KEEP_KEY, queueKey, troubleKey } from './keys.ts';

let bus: TestBus;
beforeAll(async () => {
  bus = await openTestBus();
});
afterAll(() => bus.close());

test('an event is leased once, acknowledged once, and its answer can be read', async () => {
  const tenant = uuidv7();
  const id = await bus.publish(tenant, { payload: { name: 'Ana' } });
  const [delivery, ...others] = await bus.lease(tenant);
  expect(others).toEqual([]);
  expect(delivery).toMatchObject({ event: { id, payload: { name: 'Ana' } }, attempt: 1, isReplay: false });
  expect(await bus.lease(tenant)).toEqual([]);
  expect(await bus.total(tenant, 'pending')).toBe(1);
  const data = { onboarding: 7 };
  expect(await acknowledgeDeliveries(bus.redis, tenant, 'hr', [{ id, data }])).toEqual(['ACKNOWLEDGED']);
  expect(await acknowledgeDeliveries(bus.redis, tenant, 'hr', [{ id }])).toEqual(['AGAIN']);
  const answer = JSON.parse((await bus.redis.get(answerKey(tenant, 'hr', id))) ?? '{}');
  expect(answer).toMatchObject({ status: 'ACKNOWLEDGED', source: 'crm', attempts: 1, by: 'one', data });
  expect(await bus.redis.pttl(answerKey(tenant, 'hr', id))).toBeGreaterThan(0);
  expect([await bus.total(tenant, 'pending'), await bus.total(tenant, 'acknowledged')]).toEqual([0, 1]);
  expect(await bus.redis.xlen(queueKey(tenant, 'crm', 'hr'))).toBe(0);
});

test('each target has a delivery of its own, and nobody else has one', async () => {
  const tenant = uuidv7();
  const id = await bus.publish(tenant, { source: 'system', type: 'config.updated' }, ['crm', 'hr']);
  expect(idsOf(await bus.lease(tenant, { application: 'affiliate' }))).toEqual([]);
  expect(await acknowledgeDeliveries(bus.redis, tenant, 'affiliate', [{ id }])).toEqual(['NO_TARGET']);
  expect(await acknowledgeDeliveries(bus.redis, uuidv7(), 'hr', [{ id }])).toEqual(['UNKNOWN']);
  for (const application of ['crm', 'hr']) {
    expect(idsOf(await bus.lease(tenant, { application }))).toEqual([id]);
    expect(await acknowledgeDeliveries(bus.redis, tenant, application, [{ id }])).toEqual(['ACKNOWLEDGED']);
  }
});

test('a lease that runs out is given to the next, until it has been tried often enough', async () => {
  const tenant = uuidv7();
  const id = await bus.publish(tenant);
  for (const attempt of [1, 2, 3]) {
    expect(await bus.lease(tenant, { leaseMs: 5, consumer: `c${attempt}` })).toMatchObject([{ attempt }]);
    await sleep(10);
  }
  expect(await bus.lease(tenant)).toEqual([]);
  const [[, kept] = []] = (await bus.redis.xrevrange(KEEP_KEY, '+', '-', 'COUNT', 1)) ?? [];
  const given = Object.fromEntries((kept ?? []).map((value, at) => [value, kept?.[at + 1] ?? '']));
  expect(given).toMatchObject({ tenant, id, application: 'hr', what: 'FAILED' });
  expect(JSON.parse(given.event ?? '{}')).toMatchObject({ id });
  expect(JSON.parse(given.attempts ?? '[]').map(({ by }: { by: string }) => by)).toEqual(['c1', 'c2', 'c3']);
  expect([await bus.total(tenant, 'pending'), await bus.total(tenant, 'failed')]).toEqual([0, 1]);
});

test('what fails waits longer each time, and is given up at last; what makes no sense is given up at once', async () => {
  const tenant = uuidv7();
  const id = await bus.publish(tenant);
  const fail = async (mayRetry = true) => {
    const [outcome] = await failDeliveries(
      bus.redis,
      tenant,
      'hr',
      [{ id, reason: 'No such place.', mayRetry }],
      policy,
    );
    return outcome;
  };
  for (const wait of [20, 40]) {
    await bus.lease(tenant);
    expect(await fail()).toBe('RETRYING');
    expect(await bus.lease(tenant)).toEqual([]);
    expect(await bus.total(tenant, 'retrying')).toBe(1);
    await sleep(wait + 5);
  }
  expect(await bus.lease(tenant)).toMatchObject([{ attempt: 3 }]);
  expect(await fail()).toBe('FAILED');
  expect(await fail()).toBe('FAILED');
  expect([await bus.total(tenant, 'retrying'), await bus.total(tenant, 'failed')]).toEqual([0, 1]);
  const senseless = await bus.publish(tenant);
  await bus.lease(tenant);
  expect(
    await failDeliveries(bus.redis, tenant, 'hr', [{ id: senseless, reason: 'x', mayRetry: false }], policy),
  ).toEqual(['FAILED']);
});

test('those of one ordering key come one after the other, and others do not wait for them', async () => {
  const tenant = uuidv7();
  const a1 = await bus.publish(tenant, { orderingKey: 'a' });
  const a2 = await bus.publish(tenant, { orderingKey: 'a', type: 'user.updated' });
  const b1 = await bus.publish(tenant, { orderingKey: 'b' });
  const a3 = await bus.publish(tenant, { orderingKey: 'a' });
  expect(idsOf(await bus.lease(tenant, { types: ['user.updated'] }))).toEqual([]);
  expect(idsOf(await bus.lease(tenant))).toEqual([a1, b1]);
  await failDeliveries(bus.redis, tenant, 'hr', [{ id: a1, reason: 'later', mayRetry: true }], policy);
  expect(idsOf(await bus.lease(tenant))).toEqual([]);
  await sleep(25);
  expect(idsOf(await bus.lease(tenant))).toEqual([a1]);
  for (const [id, next] of [[a1, a2] as const, [a2, a3] as const]) {
    await acknowledgeDeliveries(bus.redis, tenant, 'hr', [{ id }]);
    expect(idsOf(await bus.lease(tenant))).toEqual([next]);
  }
});

test('one that ends before its turn holds nobody up', async () => {
  const tenant = uuidv7();
  const [first, second, third] = [
    await bus.publish(tenant, { orderingKey: 'a' }),
    await bus.publish(tenant, { orderingKey: 'a' }),
    await bus.publish(tenant, { orderingKey: 'a' }),
  ];
  expect(idsOf(await bus.lease(tenant))).toEqual([first]);
  expect(await acknowledgeDeliveries(bus.redis, tenant, 'hr', [{ id: second }, { id: first }])).toEqual([
    'ACKNOWLEDGED',
    'ACKNOWLEDGED',
  ]);
  expect(idsOf(await bus.lease(tenant))).toEqual([third]);
});

test('a failure that is reported twice is one', async () => {
  const tenant = uuidv7();
  const id = await bus.publish(tenant);
  await bus.lease(tenant);
  for (const _ of [1, 2, 3])
    expect(await failDeliveries(bus.redis, tenant, 'hr', [{ id, reason: 'x', mayRetry: true }], policy)).toEqual([
      'RETRYING',
    ]);
  expect(await bus.redis.llen(troubleKey(tenant, 'hr', id))).toBe(1);
});

test('what somebody put aside after its lease ran out is handed out once, though its holder reports a failure then', async () => {
  const tenant = uuidv7();
  const id = await bus.publish(tenant);
  await bus.lease(tenant, { leaseMs: 1 });
  await sleep(5);
  expect(await bus.lease(tenant, { types: ['user.updated'] })).toEqual([]);
  await failDeliveries(bus.redis, tenant, 'hr', [{ id, reason: 'late', mayRetry: true }], { ...policy, backOffMs: 1 });
  await sleep(5);
  expect(idsOf(await bus.lease(tenant))).toEqual([id]);
});

test('a consumer that asks for some types leaves the others for those who want them', async () => {
  const tenant = uuidv7();
  const wanted: string[] = [];
  const others: string[] = [];
  for (let i = 0; i < 300; i += 1) {
    others.push(await bus.publish(tenant));
    if (i % 100 === 99) wanted.push(await bus.publish(tenant, { type: 'benefits.updated' }));
  }
  expect(idsOf(await bus.lease(tenant, { types: ['benefits.updated'] }))).toEqual(wanted);
  const rest: string[] = [];
  for (;;) {
    const leased = await bus.lease(tenant, { most: 64 });
    if (leased.length === 0) break;
    rest.push(...idsOf(leased));
  }
  expect(rest).toEqual(others);
});

test('what a consumer does not want takes no room from what it wants, also among what was leased before', async () => {
  const tenant = uuidv7();
  await bus.publish(tenant);
  const wanted = [
    await bus.publish(tenant, { type: 'user.updated' }),
    await bus.publish(tenant, { type: 'user.updated' }),
  ];
  await bus.lease(tenant, { leaseMs: 1 });
  await sleep(5);
  expect(idsOf(await bus.lease(tenant, { most: 2, types: ['user.updated'] }))).toEqual(wanted);
});
