import { person, type TestViewer, testSubgraph } from '@mycelium/kit/testing';
import { eventTypes } from '@mycelium/schema/event-types';
import { Redis } from 'ioredis';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, expect, test } from 'vitest';
import { events } from '../subgraph.ts';

const PUBLISH = 'mutation ($input: PublishEventInput!) { publishEvent(input: $input) { eventId } }';
const MANY = 'mutation ($inputs: [PublishEventInput!]!) { publishEvents(inputs: $inputs) { eventId } }';
const REPORT = `mutation ($t: ID!, $input: InterAppEventInput!) { publishInterAppEvent(tenantId: $t, input: $input) }`;
const REPLAY = 'mutation ($id: ID!) { replayEvent(id: $id) { id } }';
const TYPES = '{ eventTypes { name source toldBy } }';

const testing = await testSubgraph(events);
const redis = new Redis(testing.redisUrl);
afterAll(async () => {
  redis.disconnect();
  await testing.close();
});

const tenantId = uuidv7();
const manager = testing.as(person('MANAGER', tenantId));
const key = (application: string): TestViewer =>
  testing.as({ kind: 'client', id: uuidv7(), tenantId, application, scopes: ['events:publish', 'events:consume'] });
const { eventTypes: all } = await manager.run<{ eventTypes: { name: string; source: string; toldBy: string }[] }>(
  TYPES,
);
const ofPlatform = all.filter(({ toldBy }) => toldBy === 'PLATFORM');

/** What of the tenant lies on the bus, but for what is known of it. */
const onBus = async () =>
  (await redis.keys(`mycelium:bus:*${tenantId}*`)).filter((name) => !/presence|registry/.test(name));
const refused = { code: 'FORBIDDEN', reason: 'PLATFORM_ONLY' };

test('who may publish a type is a decision: all but these are published by the platform alone', () => {
  expect(
    Object.groupBy(
      all.filter(({ toldBy }) => toldBy !== 'PLATFORM'),
      ({ toldBy }) => toldBy,
    ),
  ).toMatchObject({
    PEOPLE: [
      ...['employee.updated', 'benefits.updated', 'security.alert', 'config.updated', 'maintenance.scheduled'],
      ...['user.created', 'partner.registered', 'commission.updated', 'acknowledgment'],
    ].map((name) => ({ name })),
    PROGRAMS: ['commission.processed', 'referral.completed'].map((name) => ({ name })),
  });
  expect(ofPlatform.length).toBeGreaterThan(30);
});

test.each(ofPlatform)('nobody publishes $name in the place of the platform', async ({ name, source }) => {
  const input = { eventType: name, payload: {} };
  for (const viewer of [
    manager,
    testing.as(person('OWNER', tenantId)),
    testing.as(person('ADMIN', tenantId)),
    key(source),
  ]) {
    expect(await viewer.refusal(PUBLISH, { input })).toMatchObject(refused);
    const good = { eventType: 'config.updated', payload: { key: 'theme' } };
    expect(await viewer.refusal(MANY, { inputs: [input, good] })).toMatchObject(refused);
    const report = { eventType: name, eventData: {} };
    expect(await viewer.refusal(REPORT, { t: tenantId, input: report })).toMatchObject(refused);
  }
  for (const alias of eventTypes.get(name)?.aliases ?? [])
    expect(await manager.refusal(PUBLISH, { input: { eventType: alias, payload: {} } })).toMatchObject(refused);
  expect(await onBus()).toEqual([]);
});

test('a person does not publish what a program books', async () => {
  const input = { eventType: 'referral.completed', payload: { entityId: 'r', payout: { amount: 1, currency: 'USD' } } };
  expect(await manager.refusal(PUBLISH, { input })).toMatchObject({ code: 'FORBIDDEN', reason: 'PROGRAMS_ONLY' });
  await key('affiliate').run(PUBLISH, { input });
});

test('nobody replays what the platform published, one by one or many at once', async () => {
  const other = uuidv7();
  const owner = testing.as(person('OWNER', other));
  const ids = ofPlatform.map(() => uuidv7());
  await testing.subgraph.work(async ({ em }) => {
    for (const [index, { name, source }] of [...ofPlatform, { name: 'user.created', source: 'crm' }].entries())
      await em.execute(
        `insert into events.event_tracking (id, created_at, updated_at, version, tenant_id, event_id, event_type,
           source_application, target_application, status, acknowledged, event, published_at)
         values (?, now(), now(), 1, ?, ?, ?, ?, 'hr', 'ACKNOWLEDGED', true, '{}'::jsonb, now())`,
        [ids[index] ?? uuidv7(), other, uuidv7(), name, source],
      );
  });
  for (const id of ids) expect(await owner.refusal(REPLAY, { id })).toMatchObject(refused);
  const COUNT = 'countEvents(action: REPLAY)';
  expect(await owner.ofTenant(COUNT, { t: other })).toEqual({ countEvents: 1 });
  const rows = await testing.subgraph.work(({ em }) =>
    em.execute<{ event_id: string; event_type: string }[]>(
      'select event_id, event_type from events.event_tracking where tenant_id = ?',
      [other],
    ),
  );
  for (const { event_id: id, event_type: type } of rows)
    expect(await owner.run('query ($id: ID!) { eventTracking(eventId: $id) { isReplayable } }', { id })).toEqual({
      eventTracking: [{ isReplayable: type === 'user.created' }],
    });
});
