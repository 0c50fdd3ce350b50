import { type TestSubgraph, testSubgraph } from '@mycelium/kit/testing';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Kitchen, openKitchen } from '../../test/kitchen.ts';
import { restaurant } from '../subgraph.ts';

let testing: TestSubgraph;
let kitchen: Kitchen;
let itemId: string;

beforeAll(async () => {
  testing = await testSubgraph(restaurant);
});
beforeEach(async () => {
  kitchen = await openKitchen(testing);
  itemId = await kitchen.newItem();
});
afterAll(() => testing.close());

const SET =
  'mutation ($input: MenuItemAtLocationInput!) { setMenuItemAtLocation(input: $input) { id version hidden price { amount } item { id atLocations { id } } } }';
const inputOf = (more: object) => ({ input: { itemId, locationId: kitchen.locationId, ...more } });
const set = async (more: object) =>
  (await kitchen.owner.run<{ setMenuItemAtLocation: { id: string; version: number } }>(SET, inputOf(more)))
    .setMenuItemAtLocation;

test('what is different at a location leads to its item, and is read by its id', async () => {
  const at = await set({ price: { amount: 500, currency: 'USD' } });
  expect(at).toMatchObject({
    hidden: false,
    price: { amount: 500 },
    item: { id: itemId, atLocations: [{ id: at.id }] },
  });
  const read = 'query ($id: ID!) { menuItemAtLocation(id: $id) { itemId location { name } } }';
  expect(await kitchen.cook.run(read, { id: at.id })).toEqual({
    menuItemAtLocation: { itemId, location: { name: 'Centro' } },
  });
  expect(await kitchen.cook.run(read, { id: 'x' })).toEqual({ menuItemAtLocation: null });
});

test('who has seen an older version is refused, and who names none has the last word', async () => {
  const first = await set({ price: { amount: 500, currency: 'USD' }, hidden: false });
  const seen = await set({ versionThere: first.version, price: null, hidden: true });
  const newer = await set({ versionThere: seen.version, hidden: false });
  expect(newer.version).toBeGreaterThan(seen.version);
  expect(await kitchen.owner.refusal(SET, inputOf({ versionThere: seen.version, hidden: true }))).toMatchObject({
    code: 'CONFLICT',
  });
  expect(await set({ hidden: true })).toMatchObject({ hidden: true });
});

test('a version of what nobody has set is refused, and leaves nothing behind', async () => {
  expect(await kitchen.owner.refusal(SET, inputOf({ versionThere: 1, hidden: true }))).toMatchObject({
    code: 'CONFLICT',
  });
  expect(
    await kitchen.owner.run('query ($id: ID!) { menuItem(id: $id) { atLocations { id } } }', { id: itemId }),
  ).toEqual({ menuItem: { atLocations: [] } });
});
