import { person, type TestSubgraph, type TestViewer, testSubgraph } from '@mycelium/kit/testing';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Floor, openFloor } from '../order/floor.testing.ts';
import { restaurant } from '../subgraph.ts';

const FIELDS = 'id name sound warnAfterSeconds lateAfterSeconds position version routes { sectionId itemId channels }';
const CREATE = `mutation ($input: CreateKitchenStationInput!) { createKitchenStation(input: $input) { ${FIELDS} } }`;
const UPDATE = `mutation ($id: ID!, $input: UpdateKitchenStationInput!) { updateKitchenStation(id: $id, input: $input) { ${FIELDS} } }`;
const REMOVE = 'mutation ($id: ID!) { removeKitchenStation(id: $id) }';
const ROUTES = `mutation ($id: ID!, $routes: [KitchenRouteInput!]!) { setKitchenRoutes(stationId: $id, routes: $routes) { ${FIELDS} } }`;
const OF_LOCATION = 'query ($id: ID!) { location(id: $id) { kitchenStations { name position } } }';

interface Station {
  id: string;
  name: string;
  position: number;
  version: number;
}

let testing: TestSubgraph;
let floor: Floor;
let manager: TestViewer;
let stranger: TestViewer;

beforeAll(async () => {
  testing = await testSubgraph(restaurant);
  floor = await openFloor(testing);
  manager = testing.as(person('MANAGER', floor.tenantId));
  stranger = testing.as(person('OWNER'));
});
afterAll(() => testing.close());

async function add(name: string, more: Record<string, unknown> = {}): Promise<Station> {
  const input = { locationId: floor.locationId, name, ...more };
  return (await manager.run<{ createKitchenStation: Station }>(CREATE, { input })).createKitchenStation;
}

test('stations have their limits and their order, and one that was removed is in no list', async () => {
  const plancha = await add('Plancha');
  const bar = await add('Bar', { warnAfterSeconds: 120, lateAfterSeconds: 240 });
  expect([plancha, bar]).toMatchObject([
    { position: 0, sound: 'BELL', warnAfterSeconds: 480, lateAfterSeconds: 900, routes: [], version: 1 },
    { position: 1, warnAfterSeconds: 120, lateAfterSeconds: 240 },
  ]);
  const input = { version: 1, position: 2, name: 'Grill', sound: 'OFF' };
  expect(await manager.run(UPDATE, { id: plancha.id, input })).toMatchObject({
    updateKitchenStation: { name: 'Grill', sound: 'OFF', position: 2, warnAfterSeconds: 480, version: 2 },
  });
  expect(await manager.refusal(UPDATE, { id: plancha.id, input })).toMatchObject({ code: 'CONFLICT' });
  const listed = (...names: string[]) => ({
    location: { kitchenStations: names.map((name) => ({ name, position: expect.any(Number) })) },
  });
  expect(await manager.run(OF_LOCATION, { id: floor.locationId })).toEqual(listed('Bar', 'Grill'));
  for (let times = 0; times < 2; times += 1)
    expect(await manager.run(REMOVE, { id: bar.id })).toEqual({ removeKitchenStation: bar.id });
  expect(await manager.run(OF_LOCATION, { id: floor.locationId })).toEqual(listed('Grill'));
  expect(await manager.refusal(ROUTES, { id: bar.id, routes: [] })).toMatchObject({ code: 'NOT_FOUND' });
});

test.each([
  ['name', { name: ' ' }],
  ['name', { name: 'a\u0000b' }],
  ['warnAfterSeconds', { warnAfterSeconds: 0 }],
  ['lateAfterSeconds', { warnAfterSeconds: 600, lateAfterSeconds: 599 }],
  ['lateAfterSeconds', { lateAfterSeconds: 86_401 }],
])('%s of %j is refused by its path', async (field, more) => {
  const input = { locationId: floor.locationId, name: 'Bar', ...more };
  expect(await manager.refusal(CREATE, { input })).toMatchObject({ code: 'BAD_USER_INPUT', path: ['input', field] });
});

test('what is made at a station is said anew each time, of the menu alone', async () => {
  const { id } = await add('Horno');
  const routes = [{ itemId: floor.pastor }, { itemId: floor.agua, channels: ['TAKEAWAY'] }];
  const { setKitchenRoutes } = await manager.run<{ setKitchenRoutes: { routes: object[] } }>(ROUTES, { id, routes });
  expect(setKitchenRoutes.routes).toEqual([
    { sectionId: null, itemId: floor.pastor, channels: [] },
    { sectionId: null, itemId: floor.agua, channels: ['TAKEAWAY'] },
  ]);
  const IDS = 'query ($id: ID!) { kitchenStation(id: $id) { version routes { id } } }';
  const before = await manager.run(IDS, { id });
  expect(await manager.run(ROUTES, { id, routes })).toEqual({ setKitchenRoutes });
  expect(await manager.run(IDS, { id })).toEqual(before);
  for (const wrong of [{}, { itemId: floor.pastor, sectionId: floor.pastor }, { itemId: 'x' }, { itemId: uuidv7() }])
    expect(await manager.refusal(ROUTES, { id, routes: [routes[0], wrong] })).toMatchObject({
      ...{
        code: 'BAD_USER_INPUT',
        path: ['routes', 1, ...('itemId' in wrong && !('sectionId' in wrong) ? ['itemId'] : [])],
      },
    });
  expect(await manager.run(ROUTES, { id, routes: [] })).toMatchObject({ setKitchenRoutes: { routes: [] } });
});

test('nobody of another tenant reads or changes them, and staff do not change them', async () => {
  const { id } = await add('Freidora');
  const input = { version: 1, name: 'Mine' };
  expect(await stranger.run('query ($id: ID!) { kitchenStation(id: $id) { id } }', { id })).toEqual({
    kitchenStation: null,
  });
  expect(await stranger.refusal(UPDATE, { id, input })).toMatchObject({ code: 'NOT_FOUND' });
  expect(await stranger.refusal(REMOVE, { id })).toMatchObject({ code: 'NOT_FOUND' });
  expect(await stranger.refusal(ROUTES, { id, routes: [] })).toMatchObject({ code: 'NOT_FOUND' });
  expect(await stranger.refusal(CREATE, { input: { locationId: floor.locationId, name: 'Mine' } })).toMatchObject({
    code: 'NOT_FOUND',
  });
  const staff = testing.as(person('STAFF', floor.tenantId));
  expect(await staff.refusal(REMOVE, { id })).toMatchObject({ code: 'FORBIDDEN' });
});

test('who follows a location hears of its stations alone', async () => {
  floor = await openFloor(testing);
  manager = testing.as(person('MANAGER', floor.tenantId));
  const changes = await manager.follow(
    'subscription ($at: ID!) { kitchenStationChanged(locationId: $at) { stationId station { name } } }',
    { at: floor.locationId },
  );
  await add('Elsewhere', { locationId: floor.otherLocationId });
  const { id } = await add('Comal');
  await manager.run(REMOVE, { id });
  for (const station of [{ name: 'Comal' }, null]) {
    const { value } = await changes.next();
    expect(value.data.kitchenStationChanged).toMatchObject({ stationId: id, ...(station === null && { station }) });
  }
  await changes.return?.();
});
