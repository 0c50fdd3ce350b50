import { person, type TestSubgraph, type TestViewer, testSubgraph } from '@mycelium/kit/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { restaurant } from '../subgraph.ts';

const FIELDS = 'id name address city phone timeZone currency dayStart taxCountry receiptHead closedAt version';
const CREATE = /* GraphQL */ `
  mutation ($input: CreateLocationInput!) { createLocation(input: $input) { ${FIELDS} restaurant { id } } }
`;
const UPDATE = /* GraphQL */ `
  mutation ($id: ID!, $input: UpdateLocationInput!) { updateLocation(id: $id, input: $input) { ${FIELDS} } }
`;
const READ = /* GraphQL */ `query ($id: ID!) { location(id: $id) { ${FIELDS} } }`;
const CLOSE = /* GraphQL */ `mutation ($id: ID!) { closeLocation(id: $id) { id closedAt version } }`;
const REOPEN = /* GraphQL */ `mutation ($id: ID!) { reopenLocation(id: $id) { id closedAt version } }`;
const CLOSE_BRAND = /* GraphQL */ `mutation ($id: ID!) { closeRestaurant(id: $id) { closedAt } }`;

interface Place {
  id: string;
  name: string;
  version: number;
  closedAt: string | null;
}

let testing: TestSubgraph;
let owner: TestViewer;
let stranger: TestViewer;
let restaurantId: string;

beforeAll(async () => {
  testing = await testSubgraph(restaurant);
  [owner, stranger] = [testing.as(person('OWNER')), testing.as(person('OWNER'))];
  restaurantId = await brand(owner);
});
afterAll(() => testing.close());

async function brand(viewer: TestViewer): Promise<string> {
  const { createRestaurant } = await viewer.run<{ createRestaurant: { id: string } }>(
    'mutation { createRestaurant(input: { name: "Las Reinas" }) { id } }',
  );
  return createRestaurant.id;
}

const facts = {
  ...{ name: 'Boyle Heights', address: '2118 E 1st St', city: 'Los Angeles', timeZone: 'America/Los_Angeles' },
  currency: 'USD',
};

async function open(input: Record<string, unknown> = {}): Promise<Place> {
  const { createLocation } = await owner.run<{ createLocation: Place }>(CREATE, {
    input: { restaurantId, ...facts, ...input },
  });
  return createLocation;
}

test('a location has its zone, its currency, the start of its day and the head of its receipts', async () => {
  expect(await open()).toMatchObject({
    ...facts,
    ...{
      dayStart: '04:00',
      taxCountry: null,
      receiptHead: [],
      closedAt: null,
      version: 1,
      restaurant: { id: restaurantId },
    },
  });
  const { id } = await open({ dayStart: '06:30', taxCountry: 'US', receiptHead: ['Las Reinas', 'Gracias'] });
  expect(await owner.run(READ, { id })).toMatchObject({
    location: { dayStart: '06:30', taxCountry: 'US', receiptHead: ['Las Reinas', 'Gracias'] },
  });
});

test.each([
  ['timeZone', 'Mars/Phobos'],
  ['timeZone', '+02:00'],
  ['currency', 'ZZZ'],
  ['currency', 'usd'],
  ['dayStart', '24:00'],
  ['dayStart', '4:00'],
  ['taxCountry', 'USA'],
  ['name', ' '],
  ['name', 'a\u202eb'],
  ['city', 'x'.repeat(121)],
])('%s %j is refused by its path', async (field, value) => {
  expect(await owner.refusal(CREATE, { input: { restaurantId, ...facts, [field]: value } })).toMatchObject({
    ...{ code: 'BAD_USER_INPUT', path: ['input', field] },
  });
});

test('what is left out stays, null removes what need not be there, and a stale version is a CONFLICT', async () => {
  const { id, version } = await open({ phone: '+1 323 555 0142', taxCountry: 'US' });
  const { updateLocation } = await owner.run<{ updateLocation: Place }>(UPDATE, {
    id,
    input: { version, phone: null, dayStart: '05:00', name: null },
  });
  expect(updateLocation).toMatchObject({ ...facts, phone: null, taxCountry: 'US', dayStart: '05:00', version: 2 });
  expect(await owner.refusal(UPDATE, { id, input: { version, name: 'Other' } })).toMatchObject({ code: 'CONFLICT' });
});

test('it is closed rather than removed, can be reopened, and its brand closes after it', async () => {
  const restaurantId = await brand(owner);
  const { id } = await open({ restaurantId });
  expect(await owner.refusal(CLOSE_BRAND, { id: restaurantId })).toMatchObject({
    ...{ code: 'CONFLICT', reason: 'HAS_OPEN_LOCATIONS' },
  });
  const closed = { closeLocation: { id, closedAt: expect.any(String), version: 2 } };
  expect(await owner.run(CLOSE, { id })).toEqual(closed);
  expect(await owner.run(CLOSE, { id })).toEqual(closed);
  await owner.run(CLOSE_BRAND, { id: restaurantId });
  expect(await owner.refusal(REOPEN, { id })).toMatchObject({ code: 'CONFLICT', reason: 'CLOSED' });
  expect(await owner.refusal(CREATE, { input: { ...facts, restaurantId } })).toMatchObject({ reason: 'CLOSED' });
  await owner.run('mutation ($id: ID!) { reopenRestaurant(id: $id) { closedAt } }', { id: restaurantId });
  expect(await owner.run(REOPEN, { id })).toEqual({ reopenLocation: { id, closedAt: null, version: 3 } });
});

test('nobody of another tenant sees or changes it, and of its own a manager does', async () => {
  const { id, version } = await open();
  expect(await stranger.run(READ, { id })).toEqual({ location: null });
  expect(await stranger.refusal(UPDATE, { id, input: { version, name: 'Mine' } })).toMatchObject({ code: 'NOT_FOUND' });
  expect(await stranger.refusal(CREATE, { input: { restaurantId, ...facts } })).toMatchObject({ code: 'NOT_FOUND' });
  expect(await testing.as(person('STAFF', owner.viewer.tenantId)).refusal(CLOSE, { id })).toMatchObject({
    code: 'FORBIDDEN',
  });
  await owner.run(UPDATE, { id, input: { version, name: 'Eastside' } });
  await owner.run(CLOSE, { id });
  await owner.run(REOPEN, { id });
});

test('each change is told to those who follow them', async () => {
  const owner = testing.as(person('OWNER'));
  const changes = await owner.follow(
    'subscription ($tenantId: ID!) { locationChanged(tenantId: $tenantId) { kind locationId location { name } } }',
    { tenantId: owner.viewer.tenantId },
  );
  const input = { ...facts, restaurantId: await brand(owner) };
  const { id, version } = (await owner.run<{ createLocation: Place }>(CREATE, { input })).createLocation;
  await owner.run(UPDATE, { id, input: { version, name: 'Eastside' } });
  await owner.run(CLOSE, { id });
  await owner.run(REOPEN, { id });
  for (const kind of ['CREATED', 'UPDATED', 'CLOSED', 'REOPENED']) {
    const { value } = await changes.next();
    expect(value.data.locationChanged).toEqual({ kind, locationId: id, location: { name: expect.any(String) } });
  }
  await changes.return?.();
});
