import { feedKey } from '@mycelium/bus/feed-key';
import { person, type TestSubgraph, type TestViewer, testSubgraph } from '@mycelium/kit/testing';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { Menu } from '../menu/menu.ts';
import { MenuSection } from '../menu-section/menu-section.ts';
import { Restaurant } from '../restaurant/restaurant.ts';
import { restaurant } from '../subgraph.ts';
import { MenuItem } from './menu-item.ts';

let testing: TestSubgraph;
let owner: TestViewer;
let t: string;
let ids: { menu: string; section: string; other: string; item: string; second: string };

beforeAll(async () => {
  testing = await testSubgraph(restaurant);
  owner = testing.as(person('OWNER'));
  t = owner.viewer.tenantId as string;
  ids = await testing.subgraph.work(async ({ em }) => {
    const place = em.create(Restaurant, { tenantId: t, name: 'Las Reinas' });
    const menu = em.create(Menu, { tenantId: t, names: { es: 'Carta' }, restaurant: place });
    const [section, other] = ['Tacos', 'Bebidas'].map((name, position) =>
      em.create(MenuSection, { tenantId: t, menu, names: { es: name, en: name }, position }),
    ) as [MenuSection, MenuSection];
    const [item, second] = ['Taco', 'Torta'].map((name, position) =>
      em.create(MenuItem, {
        ...{ tenantId: t, section, position, names: { es: name, en: name }, descriptions: { es: 'Rico' } },
        ...{ price: { amount: 450, currency: 'USD' }, allergens: [], calories: 300, imageUrl: '/taco.png' },
      }),
    ) as [MenuItem, MenuItem];
    return { menu: menu.id, section: section.id, other: other.id, item: item.id, second: second.id };
  });
});
afterAll(() => testing.close());

async function told(): Promise<unknown> {
  return vi.waitFor(async () => {
    const waiting = await testing.subgraph.work(({ em }) => em.execute('select 1 from restaurant.outbox'));
    expect(waiting).toEqual([]);
    const versions = await testing.subgraph.work(({ em }) =>
      em.execute(
        'select id, version, updated_at from restaurant.menu_item union select id, version, updated_at from restaurant.menu_section order by 1',
      ),
    );
    return {
      versions,
      events: await testing.subgraph.work(({ redis }) => redis.xlen(feedKey(t))),
      audits: (await testing.audits()).length,
    };
  });
}

const ITEM = `{
  version: 1, name: [{ locale: "es", text: "Taco" }, { locale: "en", text: "Taco" }]
  description: [{ locale: "es", text: " Rico " }], price: { amount: 450, currency: "USD" }
  allergens: [], calories: 300, imageUrl: "/taco.png"
}`;

test.each([
  ['an item', () => `updateMenuItem(id: "${ids.item}", input: ${ITEM}) { version }`],
  ['nothing of an item', () => `updateMenuItem(id: "${ids.item}", input: { version: 1 }) { version }`],
  ['its availability', () => `setMenuItemAvailability(id: "${ids.item}", available: true) { version }`],
  ['its presence', () => `restoreMenuItem(id: "${ids.item}") { version }`],
  [
    'the order of items',
    () => `reorderMenuItems(sectionId: "${ids.section}", itemIds: ["${ids.item}", "${ids.second}"]) { id }`,
  ],
  [
    'a section',
    () =>
      `updateMenuSection(id: "${ids.section}", input: { version: 1, name: [{ locale: "es", text: "Tacos" }, { locale: "en", text: "Tacos" }] }) { version }`,
  ],
  [
    'the order of sections',
    () => `reorderMenuSections(menuId: "${ids.menu}", sectionIds: ["${ids.section}", "${ids.other}"]) { id }`,
  ],
])('to say the same again of %s tells nothing, and raises no version', async (_, mutation) => {
  const before = await told();
  await owner.run(`mutation { ${mutation()} }`);
  expect(await told()).toEqual(before);
});

test('the same values of another version are a conflict all the same', async () => {
  const input = ITEM.replace('version: 1', 'version: 7');
  expect(
    await owner.refusal(`mutation { updateMenuItem(id: "${ids.item}", input: ${input}) { version } }`),
  ).toMatchObject({
    code: 'CONFLICT',
  });
});

test('another first language is a change', async () => {
  const name = '[{ locale: "en", text: "Torta" }, { locale: "es", text: "Torta" }]';
  expect(
    await owner.run(
      `mutation { updateMenuItem(id: "${ids.second}", input: { version: 1, name: ${name} }) { version name } }`,
    ),
  ).toEqual({ updateMenuItem: { version: 2, name: 'Torta' } });
});
