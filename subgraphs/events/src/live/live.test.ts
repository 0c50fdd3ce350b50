import { person, type TestSubgraph, type TestViewer, testSubgraph } from '@mycelium/kit/testing';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { events } from '../subgraph.ts';

const PUBLISH = `mutation ($inputs: [PublishEventInput!]!) { publishEvents(inputs: $inputs) { eventId } }`;
const HEALTH = `subscription ($t: ID!) { healthChanged(tenantId: $t) { totalPendingEvents } }`;
const MATRIX = `subscription ($t: ID!, $after: Cursor) { communicationMatrixChanged(tenantId: $t, after: $after) { cursor channels { source target pending } } }`;
const ACKNOWLEDGED = `subscription ($a: String!, $after: Cursor) {
  acknowledgmentReceived(application: $a, after: $after) {
    cursor tracking { eventId targetApplication acknowledged acknowledgmentData }
  }
}`;
const ACKNOWLEDGE = `mutation ($id: ID!, $a: String!, $data: Settings) { acknowledgeEvent(eventId: $id, application: $a, data: $data) }`;
const input = { eventType: 'user.created', payload: { entityId: 'user-456', email: 'john.doe@company.com' } };

let testing: TestSubgraph;

beforeAll(async () => {
  testing = await testSubgraph(events);
});
afterAll(() => testing.close());

function house() {
  const owner = testing.as(person('OWNER'));
  const t = String(owner.viewer.tenantId);
  const scopes = ['events:read', 'events:publish', 'events:consume'];
  const as = (application: string): TestViewer =>
    testing.as({ kind: 'client', id: uuidv7(), tenantId: t, scopes, application });
  const publish = async (count = 1, given: Record<string, unknown> = input, by = as('crm')) => {
    const inputs = Array.from({ length: count }, () => given);
    const answer = await by.run<{ publishEvents: { eventId: string }[] }>(PUBLISH, { inputs });
    return answer.publishEvents.map(({ eventId }) => eventId);
  };
  return { owner, t, as, publish };
}

test('the health comes at once, and after a burst the last state, in far fewer words than there were changes', async () => {
  const { owner, t, publish } = house();
  const states = await owner.follow(HEALTH, { t });
  const pending = async (): Promise<number> => (await states.next()).value.data.healthChanged.totalPendingEvents;
  expect(await pending()).toBe(0);
  const seen: number[] = [];
  const watching = (async () => {
    while (seen.at(-1) !== 40) seen.push(await pending());
  })();
  const began = Date.now();
  for (let at = 0; at < 40; at += 1) await publish();
  await watching;
  expect(seen.length).toBeLessThanOrEqual(2 + Math.ceil((Date.now() - began) / 250));
  await states.return?.();
});

test('the matrix comes each time that a channel changes; of another house there is none', async () => {
  const { owner, t, publish } = house();
  const states = await owner.follow(MATRIX, { t });
  expect(await states.next()).toMatchObject({ value: { data: { communicationMatrixChanged: { channels: [] } } } });
  const next = states.next();
  await publish();
  expect(await next).toMatchObject({
    value: { data: { communicationMatrixChanged: { channels: [{ source: 'crm', target: 'hr', pending: 1 }] } } },
  });
  const idle = states.next();
  await states.return?.();
  expect(await idle).toMatchObject({ done: true });
  const stranger = testing.as(person('OWNER'));
  for (const query of [HEALTH, MATRIX]) await expect(stranger.follow(query, { t })).rejects.toThrow('NOT_FOUND');
});

test('from where the events stand the matrix comes only once that has changed, however long ago that was asked', async () => {
  const { owner, t, publish } = house();
  const { eventsPosition: after } = await owner.run<{ eventsPosition: string }>('{ eventsPosition }');
  const quiet = await owner.follow(MATRIX, { t, after });
  const first = quiet.next();
  await publish();
  expect(await first).toMatchObject({
    value: { data: { communicationMatrixChanged: { channels: [{ pending: 1 }] } } },
  });
  await quiet.return?.();

  const late = await owner.follow(MATRIX, { t, after });
  const { cursor } = (await late.next()).value.data.communicationMatrixChanged;
  await late.return?.();
  // It has just changed, and what is loaded meanwhile may not have it.
  const { eventsPosition: before } = await owner.run<{ eventsPosition: string }>('{ eventsPosition }');
  const told = await owner.follow(MATRIX, { t, after: before });
  expect(await told.next()).toMatchObject({ value: { data: { communicationMatrixChanged: { cursor } } } });
  await told.return?.();

  const again = await owner.follow(MATRIX, { t, after: cursor });
  const next = again.next();
  await publish();
  expect(await next).toMatchObject({ value: { data: { communicationMatrixChanged: { channels: [{ pending: 2 }] } } } });
  await again.return?.();
});

/** What a source hears, as it comes. */
async function acknowledgments(by: TestViewer, a: string, after?: string) {
  const stream = await by.follow(ACKNOWLEDGED, { a, after });
  const next = async () =>
    (await stream.next()).value.data.acknowledgmentReceived as { cursor: string; tracking: object };
  return { next, stop: () => stream.return?.() };
}

test('a source sees what is acknowledged of its own events, and nothing of others', async () => {
  const { owner, as, publish } = house();
  const heard = await acknowledgments(as('crm'), 'crm');
  const next = heard.next();
  const alert = { eventType: 'security.alert', payload: { title: 'x', severity: 'LOW' } };
  const [other] = await publish(1, alert, owner);
  const [own] = await publish();
  const hr = as('hr');
  await hr.run(ACKNOWLEDGE, { id: other, a: 'hr' });
  await hr.run(ACKNOWLEDGE, { id: own, a: 'hr', data: { onboarding: 7 } });
  expect((await next).tracking).toEqual({
    ...{ eventId: own, targetApplication: 'hr', acknowledged: true, acknowledgmentData: { onboarding: 7 } },
  });
  const idle = heard.next();
  await heard.stop();
  await expect(idle).rejects.toThrow();
  await expect(as('hr').follow(ACKNOWLEDGED, { a: 'crm' })).rejects.toThrow('FORBIDDEN');
});

test('a source that was away hears what was acknowledged meanwhile, in order and once', async () => {
  const { as, publish } = house();
  const [crm, hr] = [as('crm'), as('hr')];
  const before = await acknowledgments(crm, 'crm');
  const [first, ...others] = await publish(251);
  await hr.run(ACKNOWLEDGE, { id: first, a: 'hr' });
  const { cursor } = await before.next();
  await before.stop();
  for (const id of others) await hr.run(ACKNOWLEDGE, { id, a: 'hr' });

  const resumed = await acknowledgments(crm, 'crm', cursor);
  for (const id of others) expect((await resumed.next()).tracking).toMatchObject({ eventId: id });
  const [last] = await publish();
  await hr.run(ACKNOWLEDGE, { id: last, a: 'hr' });
  expect((await resumed.next()).tracking).toMatchObject({ eventId: last });
  await resumed.stop();

  const fresh = await acknowledgments(crm, 'crm');
  const next = fresh.next();
  const [later] = await publish();
  await hr.run(ACKNOWLEDGE, { id: later, a: 'hr' });
  expect((await next).tracking).toMatchObject({ eventId: later });
  await fresh.stop();
  const yesterday = `${Date.now() - 25 * 3_600_000}-0`;
  await expect(crm.follow(ACKNOWLEDGED, { a: 'crm', after: yesterday })).rejects.toThrow('BAD_USER_INPUT');
});

/** What the health of a house says of its channels. */
async function eventChannels(viewer: TestViewer, tenantId: string): Promise<unknown> {
  const PART = `query ($r: [_Any!]!) { _entities(representations: $r) {
    ... on TenantHealth { eventChannels { status code values { name count } } } } }`;
  const r = [{ __typename: 'TenantHealth', tenantId }];
  return (await viewer.run<{ _entities: { eventChannels: unknown }[] }>(PART, { r }))._entities[0]?.eventChannels;
}

test('the health of a house has its channels as a part, which some may not see', async () => {
  const { owner, t, publish, as } = house();
  expect(await eventChannels(owner, t)).toMatchObject({ status: 'OK', code: 'NO_EVENTS' });
  const [id] = await publish();
  expect(await eventChannels(owner, t)).toMatchObject({ status: 'OK', code: 'EVENTS_FLOW' });
  await as('hr').run(
    'mutation ($id: ID!) { failEvent(eventId: $id, application: "hr", reason: "x", mayRetry: false) }',
    { id },
  );
  expect(await eventChannels(owner, t)).toMatchObject({
    status: 'DOWN',
    code: 'EVENTS_FAIL',
    values: [
      { name: 'troubled', count: 1 },
      { name: 'channels', count: 1 },
    ],
  });
  const cook: TestViewer['viewer'] = { kind: 'user', id: uuidv7(), tenantId: t, role: 'KITCHEN', scopes: [] };
  expect(await eventChannels(testing.as(cook), t)).toBeNull();
});

test('where no channel is in trouble, and something is to be done, the health of a house says so', async () => {
  const { owner, t, publish } = house();
  await publish();
  await owner.run('mutation { pauseChannel(source: "crm", target: "hr") { isPaused } }');
  expect(await eventChannels(owner, t)).toMatchObject({
    status: 'DEGRADED',
    code: 'EVENTS_NEED',
    values: expect.arrayContaining([{ name: 'advised', count: 1 }]),
  });
});
