import { person, type TestSubgraph, type TestViewer, testSubgraph } from '@mycelium/kit/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Menu } from '../menu/menu.ts';
import { MenuSection } from '../menu-section/menu-section.ts';
import { Restaurant } from '../restaurant/restaurant.ts';
import { restaurant } from '../subgraph.ts';
import { MenuItem } from './menu-item.ts';

let testing: TestSubgraph;
let owner: TestViewer;
let itemId: string;

beforeAll(async () => {
  testing = await testSubgraph(restaurant);
  owner = testing.as(person('OWNER'));
  const tenantId = owner.viewer.tenantId as string;
  itemId = await testing.subgraph.work(async ({ em }) => {
    const menu = em.create(Menu, {
      tenantId,
      names: { es: 'Carta' },
      restaurant: em.create(Restaurant, { tenantId, name: 'Las Reinas' }),
    });
    const section = em.create(MenuSection, { tenantId, menu, names: { es: 'Tacos' } });
    return em.create(MenuItem, {
      tenantId,
      section,
      names: { es: 'Suadero' },
      price: { amount: 30, currency: 'MXN' },
    }).id;
  });
});
afterAll(async () => {
  await testing.setDatabaseAway(false);
  await testing.close();
});

async function setPrice(amount: number): Promise<void> {
  const { menuItem } = await owner.run<{ menuItem: { version: number } }>(
    'query ($id: ID!) { menuItem(id: $id) { version } }',
    { id: itemId },
  );
  await owner.run(
    'mutation ($id: ID!, $version: Int!, $amount: Int!) { updateMenuItem(id: $id, input: { version: $version, price: { amount: $amount, currency: "MXN" } }) { id } }',
    { id: itemId, version: menuItem.version, amount },
  );
}

const FOLLOW =
  'subscription ($t: ID!) { menuChanged(tenantId: $t) { itemId item { price { amount } section { menu { id } } } } }';

test('changes that cannot be completed because the database is away wait for it, and come whole and in order', async () => {
  const changes = await owner.follow(FOLLOW, { t: owner.viewer.tenantId });
  for (const amount of [31, 32, 33]) await setPrice(amount);
  await testing.setDatabaseAway(true);
  const first = changes.next();
  let isTold = false;
  first.then(() => {
    isTold = true;
  });
  expect((await testing.subgraph.health()).postgres).not.toBe('ok');
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(isTold).toBe(false);
  await testing.setDatabaseAway(false);
  const told = [await first, await changes.next(), await changes.next()];
  for (const { value } of told) expect(value).toMatchObject({ data: { menuChanged: { itemId, item: {} } } });
  expect(told.map(({ value }) => value.errors)).toEqual([undefined, undefined, undefined]);
  await changes.return?.();
});

test('who leaves while a change waits for the database is let go at once', async () => {
  const changes = await owner.follow(FOLLOW, { t: owner.viewer.tenantId });
  await setPrice(34);
  await testing.setDatabaseAway(true);
  const pending = changes.next();
  await new Promise((resolve) => setTimeout(resolve, 100));
  await changes.return?.();
  expect(await pending).toMatchObject({ done: true });
  await testing.setDatabaseAway(false);
});
