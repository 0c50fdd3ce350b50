import { KEEP_KEY, settingsKey } from '@mycelium/bus/keys';
import { leaseDeliveries } from '@mycelium/bus/lease';
import { person, type TestSubgraph, type TestViewer, testSubgraph } from '@mycelium/kit/testing';
import { Redis } from 'ioredis';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { events } from '../subgraph.ts';

const PUBLISH = `mutation ($input: PublishEventInput!) {
  publishEvent(input: $input) { eventId eventType source targets payload orderingKey }
}`;
const PULL = `mutation ($application: String!, $types: [String!], $max: Int) {
  pullEvents(application: $application, types: $types, max: $max, consumer: "test") {
    application attempt isReplay event { eventId eventType source payload }
  }
}`;
const ACKNOWLEDGE = `mutation ($eventId: ID!, $application: String!, $data: Settings) {
  acknowledgeEvent(eventId: $eventId, application: $application, data: $data)
}`;
const FAIL = `mutation ($eventId: ID!, $application: String!, $mayRetry: Boolean, $attempt: Int) {
  failEvent(
    eventId: $eventId, application: $application, reason: "No such department.", mayRetry: $mayRetry, attempt: $attempt
  )
}`;
const TRACKING = `query ($eventId: ID!) {
  eventTracking(eventId: $eventId) {
    eventType sourceApplication targetApplication status acknowledged processed acknowledgmentData payload attempts
    correlationId durationMs lastError failedAttempts { number consumer error }
  }
}`;

interface Pulled {
  pullEvents: { event: { eventId: string; payload: unknown }; attempt: number }[];
}

const tenant = uuidv7();
const user = { entityId: 'user-456', email: 'john.doe@company.com', department: 'engineering' };
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

/** A program with a key that speaks for an application. */
function program(application: string, tenantId = tenant): TestViewer {
  const scopes = ['events:read', 'events:publish', 'events:consume'];
  return testing.as({ kind: 'client', id: uuidv7(), tenantId, scopes, application });
}

async function publish(viewer: TestViewer, input: Record<string, unknown>): Promise<string> {
  return (await viewer.run<{ publishEvent: { eventId: string } }>(PUBLISH, { input })).publishEvent.eventId;
}

async function track(eventId: string, viewer = owner): Promise<Record<string, unknown>[]> {
  const answer = await viewer.run<{ eventTracking: Record<string, unknown>[] | null }>(TRACKING, { eventId });
  return answer.eventTracking ?? [];
}

async function rows(eventId: string): Promise<unknown[]> {
  return testing.subgraph.work(({ em }) =>
    em.execute('select status, acknowledged, acknowledgment_data from events.event_tracking where event_id = ?', [
      eventId,
    ]),
  );
}

test('an event is published by one application, pulled by another, and its answer is read by the first', async () => {
  const [crm, hr] = [program('crm'), program('hr')];
  const eventId = await publish(crm, { eventType: 'user.created', payload: user });
  expect(await track(eventId)).toMatchObject([
    {
      targetApplication: 'hr',
      status: 'PUBLISHED',
      acknowledged: false,
      payload: user,
      correlationId: expect.any(String),
      attempts: 0,
    },
  ]);
  const { pullEvents } = await hr.run<Pulled>(PULL, { application: 'hr' });
  expect(pullEvents).toMatchObject([{ attempt: 1, event: { eventId, payload: user } }]);
  const data = { onboarding: 'rec-1' };
  expect(await hr.run(ACKNOWLEDGE, { eventId, application: 'hr', data })).toEqual({ acknowledgeEvent: 'ACKNOWLEDGED' });
  expect(await hr.run(ACKNOWLEDGE, { eventId, application: 'hr' })).toEqual({ acknowledgeEvent: 'AGAIN' });
  expect(await track(eventId, crm)).toMatchObject([
    {
      eventType: 'user.created',
      sourceApplication: 'crm',
      status: 'ACKNOWLEDGED',
      acknowledged: true,
      processed: true,
      acknowledgmentData: data,
      durationMs: expect.any(Number),
    },
  ]);
});

test('of two programs with one key, the one whose lease ran out fails nothing that the other has', async () => {
  const hr = program('hr');
  const eventId = await publish(program('crm'), { eventType: 'user.created', payload: user });
  const lapse = { tenant, application: 'hr', consumer: 'test', leaseMs: 1, most: 1 };
  await leaseDeliveries(redis, lapse);
  const { pullEvents } = await vi.waitFor(async () => {
    const pulled = await hr.run<Pulled>(PULL, { application: 'hr' });
    expect(pulled.pullEvents).toHaveLength(1);
    return pulled;
  });
  expect(pullEvents).toMatchObject([{ attempt: 2, event: { eventId } }]);
  expect(await hr.run(FAIL, { eventId, application: 'hr', mayRetry: false, attempt: 1 })).toEqual({
    failEvent: 'RETRYING',
  });
  expect(await track(eventId)).toMatchObject([{ status: 'PUBLISHED', attempts: 2 }]);
  expect(await hr.run(ACKNOWLEDGE, { eventId, application: 'hr' })).toEqual({ acknowledgeEvent: 'ACKNOWLEDGED' });
});

test('what is given up has a row, with its payload and each attempt', async () => {
  const hr = program('hr');
  const eventId = await publish(program('crm'), { eventType: 'user.created', payload: user });
  await hr.run(PULL, { application: 'hr' });
  expect(await hr.run(FAIL, { eventId, application: 'hr', mayRetry: false })).toEqual({ failEvent: 'FAILED' });
  await vi.waitFor(
    async () => expect(await rows(eventId)).toMatchObject([{ status: 'FAILED', acknowledged: false }]),
    5_000,
  );
  const error = 'No such department.';
  expect(await track(eventId)).toMatchObject([
    { status: 'FAILED', payload: user, lastError: error, failedAttempts: [{ number: 1, consumer: 'test', error }] },
  ]);
  expect(await hr.refusal(ACKNOWLEDGE, { eventId, application: 'hr' })).toMatchObject({ code: 'CONFLICT' });
});

test.each([
  ['PENDING_ONLY', [{ status: 'PUBLISHED' }], []],
  ['FULL_HISTORY', [{ status: 'PUBLISHED' }], [{ status: 'ACKNOWLEDGED', acknowledged: true }]],
])('with %s the database keeps what that mode says', async (mode, before, after) => {
  const other = uuidv7();
  await redis.hset(settingsKey(other), 'mode', mode);
  const eventId = await publish(program('crm', other), { eventType: 'user.created', payload: user });
  await vi.waitFor(async () => expect(await rows(eventId)).toMatchObject(before));
  await program('hr', other).run(ACKNOWLEDGE, { eventId, application: 'hr', data: { ok: true } });
  await vi.waitFor(async () => {
    expect(await redis.xlen(KEEP_KEY)).toBe(0);
    const kept = await rows(eventId);
    expect(kept).toHaveLength(after.length);
    expect(kept).toMatchObject(after);
  });
});

test('one publication reaches every application, and each answers for itself', async () => {
  const other = uuidv7();
  const admin = testing.as(person('OWNER', other));
  const eventId = await publish(admin, { eventType: 'config.updated', payload: { key: 'theme' }, targets: ['all'] });
  expect(await track(eventId, admin)).toHaveLength(11);
  await program('hr', other).run(ACKNOWLEDGE, { eventId, application: 'hr' });
  const acknowledged = (await track(eventId, admin)).filter((each) => each.acknowledged);
  expect(acknowledged).toMatchObject([{ targetApplication: 'hr' }]);
});

test('an event of a foreign tenant is not there', async () => {
  const eventId = await publish(program('crm'), { eventType: 'user.created', payload: user });
  const stranger = program('hr', uuidv7());
  expect(await track(eventId, stranger)).toEqual([]);
  expect(await stranger.run(PULL, { application: 'hr' })).toEqual({ pullEvents: [] });
  expect(await stranger.refusal(ACKNOWLEDGE, { eventId, application: 'hr' })).toMatchObject({ code: 'NOT_FOUND' });
  await expect(stranger.ofTenant('syncHealth { status }', { t: tenant })).rejects.toThrow('FORBIDDEN');
});

test.each([
  ['an unknown type', { eventType: 'user.eaten' }, ['input', 'eventType']],
  ['a target of another type', { targets: ['crm'] }, ['input', 'targets', 0]],
  ['an unknown target', { targets: ['hr', 'nobody'] }, ['input', 'targets', 1]],
  ['a payload that does not fit', { payload: { entityId: 'x', email: 'no address' } }, ['input', 'payload', 'email']],
  ['a payload of 1 MB', { payload: { ...user, more: 'x'.repeat(1_000_000) } }, ['input', 'payload']],
  ['an empty key', { idempotencyKey: '' }, ['input', 'idempotencyKey']],
])('%s is refused with its path, and nothing is published', async (_, input, path) => {
  const other = uuidv7();
  const given = { eventType: 'user.created', payload: user, ...input };
  expect(await program('crm', other).refusal(PUBLISH, { input: given })).toMatchObject({
    code: 'BAD_USER_INPUT',
    path,
  });
  expect(await program('hr', other).run(PULL, { application: 'hr' })).toEqual({ pullEvents: [] });
});

test.each(['nobody', 'hr'])(
  'the source %s, which does not tell this type, is refused with its path',
  async (source) => {
    const input = { eventType: 'user.created', payload: user, source };
    expect(await owner.refusal(PUBLISH, { input })).toMatchObject({
      code: 'BAD_USER_INPUT',
      path: ['input', 'source'],
    });
  },
);

test('a key speaks for its own application alone', async () => {
  const crm = program('crm');
  const eventId = await publish(crm, { eventType: 'user.created', payload: user });
  expect(await crm.refusal(ACKNOWLEDGE, { eventId, application: 'hr' })).toMatchObject({ code: 'FORBIDDEN' });
  expect(await crm.refusal(ACKNOWLEDGE, { eventId, application: 'crm' })).toMatchObject({ code: 'FORBIDDEN' });
  expect(await crm.refusal(PULL, { application: 'hr' })).toMatchObject({ code: 'FORBIDDEN' });
  const input = { eventType: 'security.alert', payload: { title: 'x', severity: 'LOW' }, source: 'system' };
  expect(await crm.refusal(PUBLISH, { input })).toMatchObject({ code: 'FORBIDDEN' });
  const nobody = testing.as({ kind: 'client', id: uuidv7(), tenantId: tenant, scopes: ['events:publish'] });
  expect(await nobody.refusal(PUBLISH, { input })).toMatchObject({ code: 'FORBIDDEN' });
});

test('an alias is the same type, for publishing and for pulling', async () => {
  const other = uuidv7();
  const input = { name: 'oven.heated', description: 'Hot.', source: 'ORDERING', aliases: ['oven_heated'] };
  await testing
    .as(person('OWNER', other))
    .run('mutation ($input: RegisterEventTypeInput!) { registerEventType(input: $input) { name } }', {
      input: { ...input, payloadSchema: {} },
    });
  const eventId = await publish(program('ORDERING', other), {
    eventType: 'oven_heated',
    payload: {},
    targets: ['SMP'],
  });
  const refusal = await program('SMP', other).refusal(PULL, { application: 'SMP' });
  expect(refusal).toMatchObject({ code: 'CONFLICT' });
  await testing
    .as(person('OWNER', other))
    .run('mutation { setConsumer(application: "SMP", consumer: OUTSIDE) { name } }');
  const { pullEvents } = await program('SMP', other).run<Pulled>(PULL, {
    application: 'SMP',
    types: ['oven_heated'],
  });
  expect(pullEvents).toMatchObject([{ event: { eventId, eventType: 'oven.heated' } }]);
});

test('a subscription leases what comes, as it comes', async () => {
  const other = uuidv7();
  const hr = program('hr', other);
  const first = await publish(program('crm', other), { eventType: 'user.created', payload: user });
  const deliveries = await hr.follow(
    'subscription { eventReceived(application: "hr", consumer: "a") { attempt event { eventId } } }',
  );
  expect(await deliveries.next()).toMatchObject({ value: { data: { eventReceived: { event: { eventId: first } } } } });
  const next = deliveries.next();
  const second = await publish(program('crm', other), { eventType: 'user.created', payload: user });
  expect(await next).toMatchObject({ value: { data: { eventReceived: { event: { eventId: second } } } } });
  expect(await hr.run(PULL, { application: 'hr' })).toEqual({ pullEvents: [] });
  await deliveries.return?.();
});
