import { person, type TestSubgraph, type TestViewer, testSubgraph } from '@mycelium/kit/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Menu } from '../menu/menu.ts';
import { MenuItem } from '../menu-item/menu-item.ts';
import { MenuSection } from '../menu-section/menu-section.ts';
import { Restaurant } from '../restaurant/restaurant.ts';
import { restaurant } from '../subgraph.ts';

const HEALTH = /* GraphQL */ `
  query ($r: [_Any!]!) {
    _entities(representations: $r) { ... on TenantHealth { menu { status since code values { name count } } menuChanges { status } } }
  }
`;

let testing: TestSubgraph;
let owner: TestViewer;
let tenantId: string;
beforeAll(async () => {
  testing = await testSubgraph(restaurant);
  owner = testing.as(person('OWNER'));
  tenantId = String(owner.viewer.tenantId);
});
afterAll(() => testing.close());

const healthFor = async (viewer: TestViewer) =>
  (await viewer.run<{ _entities: unknown[] }>(HEALTH, { r: [{ __typename: 'TenantHealth', tenantId }] }))._entities[0];

const told = (items: number, soldOut: number) => ({
  code: 'MENU',
  values: [
    { name: 'items', count: items },
    { name: 'soldOut', count: soldOut },
  ],
});

test('the menu is well while something can be ordered, since its newest change', async () => {
  const nothing = { status: 'DEGRADED', since: null, ...told(0, 0) };
  expect(await healthFor(owner)).toEqual({ menu: nothing, menuChanges: { status: 'OK' } });
  const id = await testing.subgraph.work(async ({ em }) => {
    const place = em.create(Restaurant, { tenantId, name: 'Las Reinas' });
    const menu = em.create(Menu, { tenantId, names: { es: 'Carta' }, restaurant: place });
    const section = em.create(MenuSection, { tenantId, menu, names: { es: 'Tacos' } });
    return em.create(MenuItem, { tenantId, section, names: { es: 'Taco' }, price: { amount: 450, currency: 'USD' } })
      .id;
  });
  expect(await healthFor(owner)).toMatchObject({ menu: { status: 'OK', ...told(1, 0) } });
  await owner.run('mutation ($id: ID!) { setMenuItemAvailability(id: $id, available: false) { id } }', { id });
  expect(await healthFor(owner)).toMatchObject({ menu: { status: 'DEGRADED', ...told(1, 1) } });
});

test('another tenant learns nothing of it', async () => {
  expect(await healthFor(testing.as(person('OWNER')))).toMatchObject({
    menu: { since: null, ...told(0, 0) },
  });
});
