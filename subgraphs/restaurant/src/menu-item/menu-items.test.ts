import { person, type TestSubgraph, type TestViewer, testSubgraph } from '@mycelium/kit/testing';
import type { ExecutionResult } from 'graphql';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { Menu } from '../menu/menu.ts';
import { MenuSection } from '../menu-section/menu-section.ts';
import { Restaurant } from '../restaurant/restaurant.ts';
import { restaurant } from '../subgraph.ts';
import { MenuItem } from './menu-item.ts';

const PRICES =
  'mutation ($prices: [MenuItemPriceInput!]!) { setMenuItemPrices(prices: $prices) { id version price { amount } } }';
const SOLD_OUT =
  'mutation ($ids: [ID!]!) { setMenuItemsAvailability(ids: $ids, available: false) { id available version } }';
const ARRANGE =
  'mutation ($sections: [SectionItemsInput!]!) { arrangeMenuItems(sections: $sections) { id items { id section { id } } } }';

let testing: TestSubgraph;
let owner: TestViewer;
let stranger: TestViewer;
let tenantId: string;
/** Two sections, of three items each. */
let sections: { id: string; itemIds: string[] }[];

beforeAll(async () => {
  testing = await testSubgraph(restaurant);
  owner = testing.as(person('OWNER'));
  stranger = testing.as(person('OWNER'));
  tenantId = owner.viewer.tenantId as string;
});
afterAll(() => testing.close());

beforeEach(async () => {
  sections = await furnish(3);
});

function furnish(count: number) {
  return testing.subgraph.work(async ({ em }) => {
    const place = em.create(Restaurant, { tenantId, name: 'Las Reinas' });
    const menu = em.create(Menu, { tenantId, names: { es: 'Carta' }, restaurant: place });
    return ['Tacos', 'Bebidas'].map((name, at) => {
      const section = em.create(MenuSection, { tenantId, menu, names: { es: name }, position: at });
      const itemIds = Array.from({ length: count }, (_, position) => {
        const price = { amount: 450, currency: 'USD' };
        return em.create(MenuItem, { tenantId, section, names: { es: `${name} ${position}` }, price, position }).id;
      });
      return { id: section.id, itemIds };
    });
  });
}

const priced = (ids: readonly string[], amount: number, version = 1) => ({
  prices: ids.map((itemId) => ({ itemId, version, price: { amount, currency: 'USD' } })),
});
const tacos = () => sections[0]?.itemIds ?? [];
const drinks = () => sections[1]?.itemIds ?? [];
const arranged = (first: readonly string[], second: readonly string[]) => ({
  sections: [
    { sectionId: sections[0]?.id, itemIds: first },
    { sectionId: sections[1]?.id, itemIds: second },
  ],
});

/** What was recorded of a thing under an action. */
async function recorded(action: string, nounId: string | undefined) {
  return vi.waitFor(async () => {
    const records = (await testing.audits())
      .filter((told) => told.action === action)
      .flatMap((told) => told.records)
      .filter((each) => each.nounId === nounId);
    expect(records).not.toEqual([]);
    return records;
  });
}

/** What comes next about a thing; what the tests before did may still come. */
async function nextWith(changes: AsyncIterator<ExecutionResult>, id: string) {
  for (;;) {
    const { data } = (await changes.next()).value;
    if (JSON.stringify(data).includes(id)) return data;
  }
}

test('several prices change at once, and each is recorded', async () => {
  const { setMenuItemPrices } = await owner.run<{ setMenuItemPrices: unknown[] }>(PRICES, priced(tacos(), 475));
  expect(setMenuItemPrices).toEqual(tacos().map((id) => ({ id, version: 2, price: { amount: 475 } })));
  for (const id of tacos())
    expect(await recorded('setMenuItemPrices', id)).toMatchObject([
      { noun: 'MenuItem', before: { 'price.amount': 450 }, after: { 'price.amount': 475 } },
    ]);
});

test('when one of them was changed meanwhile no price changes, and it is named', async () => {
  await owner.run(PRICES, priced(tacos().slice(0, 1), 500));
  const { errors } = await owner.ask(PRICES, priced(tacos(), 600));
  expect(errors?.[0]?.extensions).toEqual({ code: 'CONFLICT', ids: tacos().slice(0, 1) });
  const { setMenuItemPrices } = await owner.run<{ setMenuItemPrices: unknown[] }>(
    PRICES,
    priced(tacos().slice(1), 450),
  );
  expect(setMenuItemPrices).toMatchObject([{ version: 1 }, { version: 1 }]);
});

test('several are sold out at once, and those that were stay as they are', async () => {
  await owner.run(SOLD_OUT, { ids: tacos().slice(0, 1) });
  const { setMenuItemsAvailability } = await owner.run<{ setMenuItemsAvailability: { version: number }[] }>(SOLD_OUT, {
    ids: tacos(),
  });
  expect(setMenuItemsAvailability.map(({ version }) => version)).toEqual([2, 2, 2]);
});

test('items go from one section to another, to the place that is wanted, and back', async () => {
  const [first = '', ...others] = tacos();
  const [cola = '', ...moreDrinks] = drinks();
  const { arrangeMenuItems } = await owner.run<{ arrangeMenuItems: { id: string; items: { id: string }[] }[] }>(
    ARRANGE,
    arranged(others, [cola, first, ...moreDrinks]),
  );
  expect(arrangeMenuItems.map(({ items }) => items.map(({ id }) => id))).toEqual([
    others,
    [cola, first, ...moreDrinks],
  ]);
  expect(await recorded('arrangeMenuItems', sections[0]?.id)).toMatchObject([
    { noun: 'MenuSection', before: { items: tacos() }, after: { items: others } },
  ]);
  const back = await owner.run<typeof arranged>(ARRANGE, arranged(tacos(), drinks()));
  expect(back).toMatchObject({
    arrangeMenuItems: sections.map(({ id, itemIds }) => ({
      id,
      items: itemIds.map((each) => ({ id: each, section: { id } })),
    })),
  });
});

test('whoever follows the menu hears what has moved, and which section something has left', async () => {
  const items = await owner.follow('subscription ($t: ID!) { menuChanged(tenantId: $t) { kind itemId } }', {
    t: tenantId,
  });
  const left = await owner.follow('subscription ($t: ID!) { menuSectionChanged(tenantId: $t) { sectionId } }', {
    t: tenantId,
  });
  const [last = ''] = tacos().slice(2);
  await owner.run(ARRANGE, arranged(tacos().slice(0, 2), [...drinks(), last]));
  expect(await nextWith(items, last)).toEqual({ menuChanged: { kind: 'MOVED', itemId: last } });
  expect(await nextWith(left, sections[0]?.id ?? '')).toEqual({ menuSectionChanged: { sectionId: sections[0]?.id } });
  await Promise.all([items.return?.(), left.return?.()]);
});

test.each([
  ['one that is missing', () => arranged(tacos().slice(1), drinks()), 'LIST_CHANGED'],
  ['one that is elsewhere', () => arranged([...tacos().slice(1), crypto.randomUUID()], drinks()), 'LIST_CHANGED'],
])('an order with %s is refused, and nothing moves', async (_name, variables, reason) => {
  expect(await owner.refusal(ARRANGE, variables())).toMatchObject({ code: 'BAD_USER_INPUT', reason });
});

test.each([
  ['prices of none', PRICES, () => ({ prices: [] }), ['prices']],
  ['a price twice', PRICES, () => priced([tacos()[0] ?? '', tacos()[0] ?? ''], 1), ['prices']],
  ['a price below zero', PRICES, () => priced(tacos(), -1), ['prices', 0, 'price', 'amount']],
  ['one sold out twice', SOLD_OUT, () => ({ ids: [tacos()[0], tacos()[0]] }), ['ids']],
  ['more than can be taken', SOLD_OUT, () => ({ ids: Array.from({ length: 501 }, String) }), ['ids']],
  ['an item in two places', ARRANGE, () => arranged(tacos(), [...drinks(), tacos()[0] ?? '']), ['sections']],
])('%s is refused with its path', async (_name, mutation, variables, path) => {
  expect(await owner.refusal(mutation, variables())).toMatchObject({ code: 'BAD_USER_INPUT', path });
});

test("another tenant's items are not there, and neither is what has no UUID", async () => {
  for (const [mutation, variables] of [
    [PRICES, priced(tacos(), 1)],
    [SOLD_OUT, { ids: tacos() }],
    [ARRANGE, arranged(tacos(), drinks())],
  ] as const)
    expect(await stranger.refusal(mutation, variables)).toMatchObject({ code: 'NOT_FOUND' });
  expect(await owner.refusal(SOLD_OUT, { ids: ['none'] })).toMatchObject({ code: 'NOT_FOUND' });
});

test('many take the same number of statements as few', async () => {
  const reprice = (ids: readonly string[]) => testing.countSql(() => owner.run(PRICES, priced(ids, 999)));
  const few = await reprice(tacos().slice(0, 2));
  sections = await furnish(60);
  expect(await reprice(tacos())).toBe(few);
  const shift = () => testing.countSql(() => owner.run(ARRANGE, arranged(tacos().toReversed(), drinks())));
  const many = await shift();
  sections = await furnish(3);
  expect(await shift()).toBe(many);
});
