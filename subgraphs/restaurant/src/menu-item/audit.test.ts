import { person, type TestSubgraph, type TestViewer, testSubgraph } from '@mycelium/kit/testing';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { Menu } from '../menu/menu.ts';
import { MenuSection } from '../menu-section/menu-section.ts';
import { Restaurant } from '../restaurant/restaurant.ts';
import { restaurant } from '../subgraph.ts';
import { MenuItem } from './menu-item.ts';

const UPDATE = 'mutation ($id: ID!, $input: UpdateMenuItemInput!) { updateMenuItem(id: $id, input: $input) { id } }';
const SOLD_OUT = 'mutation ($id: ID!) { setMenuItemAvailability(id: $id, available: false) { id } }';

let testing: TestSubgraph;
let owner: TestViewer;
let tenantId: string;
let id: string;

beforeAll(async () => {
  testing = await testSubgraph(restaurant);
  owner = testing.as(person('OWNER'));
  tenantId = owner.viewer.tenantId as string;
  id = await testing.subgraph.work(async ({ em }) => {
    const place = em.create(Restaurant, { tenantId, name: 'Las Reinas' });
    const menu = em.create(Menu, { tenantId, names: { es: 'Carta' }, restaurant: place });
    const section = em.create(MenuSection, { tenantId, menu, names: { es: 'Tacos' } });
    const price = { amount: 450, currency: 'USD' };
    return em.create(MenuItem, { tenantId, section, names: { es: 'Taco' }, price }).id;
  });
});
afterAll(() => testing.close());

/** What was recorded so far under an action, once there is as much. */
async function recorded(action: string, count: number) {
  return vi.waitFor(async () => {
    const found = (await testing.audits()).filter((told) => told.action === action);
    expect(found).toHaveLength(count);
    return found;
  });
}

test('a price is recorded before and after, with nothing that stayed', async () => {
  await owner.run(UPDATE, {
    id,
    input: { version: 1, price: { amount: 475, currency: 'USD' }, name: [{ locale: 'es', text: 'Taco al pastor' }] },
  });
  const [told] = await recorded('updateMenuItem', 1);
  expect(told?.actor).toEqual({ kind: 'user', id: owner.viewer.id });
  expect(told?.records).toMatchObject([
    {
      kind: 'UPDATED',
      noun: 'MenuItem',
      nounId: id,
      name: { es: 'Taco al pastor' },
      before: { 'price.amount': 450, names: { es: 'Taco' } },
      after: { 'price.amount': 475, names: { es: 'Taco al pastor' } },
    },
  ]);
  expect(Object.keys(told?.records[0]?.after ?? {}).toSorted()).toEqual(['names', 'price.amount']);
});

test('what changes nothing is not recorded', async () => {
  await owner.run(SOLD_OUT, { id });
  await owner.run(SOLD_OUT, { id });
  const told = await recorded('setMenuItemAvailability', 1);
  expect(told.map(({ records }) => records[0])).toMatchObject([
    { kind: 'UPDATED', before: { available: true }, after: { available: false } },
  ]);
});

test('an order is recorded once, of the section, as it was and as it is', async () => {
  const other = await testing.subgraph.work(async ({ em }) => {
    const section = await em.findOneOrFail(MenuSection, { tenantId });
    const price = { amount: 450, currency: 'USD' };
    return em.create(MenuItem, { tenantId, section, names: { es: 'Agua' }, price, position: 1 }).id;
  });
  const section = await testing.subgraph.work(({ em }) => em.findOneOrFail(MenuSection, { tenantId }));
  await owner.run('mutation ($s: ID!, $i: [ID!]!) { reorderMenuItems(sectionId: $s, itemIds: $i) { id } }', {
    s: section.id,
    i: [other, id],
  });
  const [told] = await recorded('reorderMenuItems', 1);
  expect(told?.records).toMatchObject([
    {
      ...{ kind: 'UPDATED', noun: 'MenuSection', nounId: section.id, name: { es: 'Tacos' } },
      ...{ before: { items: [id, other] }, after: { items: [other, id] } },
    },
  ]);
});

test('a removal that keeps a tombstone is seen by its moment', async () => {
  await owner.run('mutation ($id: ID!) { removeMenuItem(id: $id) }', { id });
  const [told] = await recorded('removeMenuItem', 1);
  expect(told?.records).toMatchObject([{ kind: 'UPDATED', nounId: id, before: { removedAt: null } }]);
  expect(Object.keys(told?.records[0]?.after ?? {})).toEqual(['removedAt']);
});
