import { expect, test, vi } from 'vitest';
import { api, playGraph, settled } from '../graph/play-graph.ts';
import { rules } from './cache.ts';

const MENU = `query Menu {
  viewer { id tenant { id menus { id sections { id menu { id } items { id available section { id } } } } } }
}`;
const ITEM_FEED = 'subscription { menuChanged(tenantId: "t") { kind itemId item { id } } }';
const REORDER = 'mutation { reorderMenuItems(sectionId: "tacos", itemIds: ["tacos2", "tacos1"]) { id items { id } } }';
const LIST_FEED = 'subscription { menuSectionChanged(tenantId: "t") { kind sectionId section { id items { id } } } }';
const SECTION_FEED = 'subscription { menuSectionChanged(tenantId: "t") { kind sectionId section { id } } }';

/** A menu of two sections, with two dishes each. */
function kitchen() {
  const sections = ['tacos', 'drinks'].map((id) => ({
    id,
    menu: { id: 'm' },
    items: [1, 2].map((number) => ({ id: `${id}${number}`, available: true, section: { id } })),
  }));
  const world = {
    viewer: { id: 'v', tenant: { id: 't', menus: [{ id: 'm', sections }] } },
    removeMenuItem: ({ id }: { id: string }) => id,
    removeMenuSection: ({ id }: { id: string }) => id,
    reorderMenuItems: () => ({ id: 'tacos', items: ['tacos2', 'tacos1'].map((id) => ({ id })) }),
    arrangeMenuItems: () => {
      throw new Error('Name every item of these sections, each once.');
    },
    reorderMenuSections: () => {
      throw new Error('Name every section of the menu, each once.');
    },
    setMenuItemAvailability: ({ id, available }: { id: string; available: boolean }) => ({ id, available }),
  };
  return { world, ...playGraph(api, world, [rules]) };
}

interface Menu {
  viewer: { tenant: { menus: { sections: { id: string; items: { id: string; available: boolean }[] }[] }[] } };
}
const itemsOf = ({ viewer }: Menu) =>
  viewer.tenant.menus.flatMap(({ sections }) => sections.flatMap(({ items }) => items.map(({ id }) => id)));
type Section = { items: { section: { id: string } }[] };
const sectionOf = ({ section }: { section: { id: string } }) => section.id;
const removed = { kind: 'REMOVED', item: null, section: null };

test('a dish or section that is removed here or elsewhere leaves its list, and nothing is asked', async () => {
  const { show, write, follow, asked } = kitchen();
  const menu = await show(MENU);
  const tellItem = follow(ITEM_FEED);
  const tellSection = follow(SECTION_FEED);
  await write('mutation { removeMenuItem(id: "tacos1") }');
  await vi.waitFor(() => expect(itemsOf(menu())).toEqual(['tacos2', 'drinks1', 'drinks2']));
  tellItem({ menuChanged: { __typename: 'MenuChange', ...removed, itemId: 'drinks2' } });
  await vi.waitFor(() => expect(itemsOf(menu())).toEqual(['tacos2', 'drinks1']));
  tellSection({ menuSectionChanged: { __typename: 'MenuSectionChange', ...removed, sectionId: 'tacos' } });
  await vi.waitFor(() => expect(itemsOf(menu())).toEqual(['drinks1']));
  await write('mutation { removeMenuSection(id: "drinks") }');
  await vi.waitFor(() => expect(itemsOf(menu())).toEqual([]));
  await settled();
  expect(asked).toEqual(['Menu']);
});

test('a dish that was removed does not come back with a list from before that', async () => {
  const { show, follow, asked, world } = kitchen();
  const menu = await show(MENU);
  const tellItem = follow(ITEM_FEED);
  const tellSection = follow(LIST_FEED);
  const tacos = world.viewer.tenant.menus[0]?.sections[0];
  const before = tacos?.items.map(({ id }) => ({ __typename: 'MenuItem', id }));
  tacos?.items.shift();
  tellItem({ menuChanged: { __typename: 'MenuChange', ...removed, itemId: 'tacos1' } });
  await vi.waitFor(() => expect(itemsOf(menu())).toEqual(['tacos2', 'drinks1', 'drinks2']));
  const section = { __typename: 'MenuSection', id: 'tacos', items: before };
  tellSection({
    menuSectionChanged: { __typename: 'MenuSectionChange', kind: 'UPDATED', sectionId: 'tacos', section },
  });
  await vi.waitFor(() => expect(asked).toEqual(['Menu', 'Menu']));
  await settled();
  expect(itemsOf(menu())).toEqual(['tacos2', 'drinks1', 'drinks2']);
});

test('nor does it with what a mutation answered before that', async () => {
  const { show, follow, hold, client, world } = kitchen();
  const menu = await show(MENU);
  const tellItem = follow(ITEM_FEED);
  const release = hold();
  const written = client.mutation(REORDER, {}).toPromise();
  await settled();
  world.viewer.tenant.menus[0]?.sections[0]?.items.shift();
  tellItem({ menuChanged: { __typename: 'MenuChange', ...removed, itemId: 'tacos1' } });
  release();
  await written;
  await settled();
  await vi.waitFor(() => expect(itemsOf(menu())).toEqual(['tacos2', 'drinks1', 'drinks2']));
});

test('a dish is sold out at once, before the answer has come', async () => {
  const { show, write, hold } = kitchen();
  const menu = await show(MENU);
  const release = hold();
  const written = write('mutation { setMenuItemAvailability(id: "tacos1", available: false) { id available } }');
  await vi.waitFor(() => expect(menu().viewer.tenant.menus[0].sections[0].items[0].available).toBe(false));
  release();
  await written;
});

test.each([
  [
    'a dish that is dragged to another section',
    'arrangeMenuItems(sections: [{ sectionId: "tacos", itemIds: ["tacos2"] }, { sectionId: "drinks", itemIds: ["drinks1", "tacos1", "drinks2"] }]) { id items { id section { id } } }',
    ['tacos2', 'drinks1', 'tacos1', 'drinks2'],
  ],
  [
    'a section that is dragged past another',
    'reorderMenuSections(menuId: "m", sectionIds: ["drinks", "tacos"]) { id sections { id } }',
    ['drinks1', 'drinks2', 'tacos1', 'tacos2'],
  ],
])('%s stands there at once, and is back where it was when that is refused', async (_, mutation, order) => {
  const { client, show, hold } = kitchen();
  const menu = await show(MENU);
  const before = itemsOf(menu());
  const release = hold();
  const refused = client.mutation(`mutation { ${mutation} }`, {}).toPromise();
  await vi.waitFor(() => expect(itemsOf(menu())).toEqual(order));
  release();
  expect((await refused).error).toBeDefined();
  await vi.waitFor(() => expect(itemsOf(menu())).toEqual(before));
  expect(menu().viewer.tenant.menus[0].sections.flatMap(({ items }: Section) => items.map(sectionOf))).toEqual([
    ...['tacos', 'tacos'],
    ...['drinks', 'drinks'],
  ]);
});
