import { type TestSubgraph, type TestViewer, testSubgraph } from '@mycelium/kit/testing';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { events } from '../subgraph.ts';

const PUBLISH = `mutation ($input: PublishEventInput!) { publishEvent(input: $input) { eventId eventType source targets } }`;
const TRACKING = `query ($id: ID!) {
  eventTracking(eventId: $id) { status acknowledged acknowledgmentData attempts targetApplication }
}`;

let testing: TestSubgraph;

beforeAll(async () => {
  testing = await testSubgraph(events);
});
afterAll(() => testing.close());

interface Published {
  publishEvent: { eventId: string };
}

/** A house in which the CRM has sent HR a new user. */
async function house() {
  const tenantId = uuidv7();
  const as = (application: string, scopes = ['events:read', 'events:publish', 'events:consume']): TestViewer =>
    testing.as({ kind: 'client', id: uuidv7(), tenantId, scopes, application });
  const payload = { entityId: 'user-456', email: 'john.doe@company.com' };
  const { publishEvent } = await as('crm').run<Published>(PUBLISH, { input: { eventType: 'user.created', payload } });
  return { as, tenantId, eventId: publishEvent.eventId };
}

test('an acknowledgment that is published as an event counts, and is not waited for itself', async () => {
  const { as, eventId } = await house();
  const data = { onboarding: 7 };
  const input = { eventType: 'acknowledgment', targets: ['crm'], payload: { eventId, status: 'processed', data } };
  const { publishEvent } = await as('hr').run<Published>(PUBLISH, { input });
  expect(publishEvent).toEqual({
    ...{ eventId: expect.any(String), eventType: 'acknowledgment', source: 'hr', targets: ['crm'] },
  });
  expect(await as('crm').run(TRACKING, { id: eventId })).toMatchObject({
    eventTracking: [{ targetApplication: 'hr', acknowledged: true, acknowledgmentData: data }],
  });
  expect(await as('crm').run(TRACKING, { id: publishEvent.eventId })).toEqual({ eventTracking: null });
});

test('one that says that it failed lets the event be tried again', async () => {
  const { as, eventId } = await house();
  await as('hr').run('mutation { pullEvents(application: "hr") { attempt } }');
  await as('hr').run(PUBLISH, { input: { eventType: 'acknowledgment', payload: { eventId, status: 'failed' } } });
  expect(await as('crm').run(TRACKING, { id: eventId })).toMatchObject({
    eventTracking: [{ status: 'PUBLISHED', acknowledged: false, attempts: 1 }],
  });
});

test('the type is in the registry, and everybody publishes it', async () => {
  const { as } = await house();
  const REGISTRY = '{ eventTypes { name source targets isBuiltIn } applications { name publishes } }';
  const { eventTypes, applications } = await as('hr').run<{
    eventTypes: object[];
    applications: { publishes: string[] }[];
  }>(REGISTRY);
  expect(eventTypes).toContainEqual({ name: 'acknowledgment', source: 'any', targets: [], isBuiltIn: true });
  expect(applications.every(({ publishes }) => publishes.includes('acknowledgment'))).toBe(true);
});

test.each<[string, string, Record<string, unknown>, string, (string | number)[]?]>([
  ['of an event that is not for it', 'affiliate', {}, 'FORBIDDEN'],
  ['for another application', 'hr', { source: 'crm' }, 'FORBIDDEN'],
  ['to nobody', 'hr', { targets: ['nobody'] }, 'BAD_USER_INPUT', ['input', 'targets', 0]],
  ['of no event', 'hr', { payload: {} }, 'BAD_USER_INPUT', ['input', 'payload', 'eventId']],
  ['of an event that never was', 'hr', { payload: { eventId: uuidv7() } }, 'NOT_FOUND'],
])('an acknowledgment %s is refused, and nothing changes', async (_, by, given, code, path) => {
  const { as, eventId } = await house();
  const input = { eventType: 'acknowledgment', payload: { eventId }, ...given };
  const refusal = await as(by).refusal(PUBLISH, { input });
  expect(refusal).toMatchObject({ code, ...(path && { path }) });
  expect(await as('crm').run(TRACKING, { id: eventId })).toMatchObject({ eventTracking: [{ acknowledged: false }] });
});

test('who may publish, and not consume, acknowledges nothing; many at once have a mutation of their own', async () => {
  const { as, eventId } = await house();
  const input = { eventType: 'acknowledgment', payload: { eventId } };
  expect(await as('hr', ['events:publish']).refusal(PUBLISH, { input })).toMatchObject({ code: 'FORBIDDEN' });
  const MANY = 'mutation ($inputs: [PublishEventInput!]!) { publishEvents(inputs: $inputs) { eventId } }';
  expect(await as('hr').refusal(MANY, { inputs: [input, input] })).toMatchObject({
    ...{ code: 'BAD_USER_INPUT', path: ['inputs', '0', 'eventType'] },
  });
});

test('of many acknowledgments each is answered for itself, and one that is wrong holds up no other', async () => {
  const { as, eventId } = await house();
  const BATCH = `mutation ($all: [AcknowledgmentInput!]!) { acknowledgeEvents(application: "hr", acknowledgments: $all) }`;
  const tooLong = { eventId, data: { text: 'x'.repeat(40_000) } };
  const unknown = { eventId: 'no such event' };
  expect(await as('hr').run(BATCH, { all: [tooLong, unknown, { eventId, data: { ok: true } }, { eventId }] })).toEqual({
    acknowledgeEvents: ['REFUSED', 'UNKNOWN', 'ACKNOWLEDGED', 'AGAIN'],
  });
});
