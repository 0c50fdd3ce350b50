import { person, type TestSubgraph, type TestViewer, testSubgraph } from '@mycelium/kit/testing';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { Menu } from '../menu/menu.ts';
import { MenuItem } from '../menu-item/menu-item.ts';
import { MenuSection } from '../menu-section/menu-section.ts';
import { Restaurant } from '../restaurant/restaurant.ts';
import { restaurant } from '../subgraph.ts';

const CREATE_GROUP =
  'mutation ($i: CreateModifierGroupInput!) { createModifierGroup(input: $i) { id version required } }';
const UPDATE_GROUP =
  'mutation ($id: ID!, $i: UpdateModifierGroupInput!) { updateModifierGroup(id: $id, input: $i) { min max free priceRule version } }';
const CREATE_OPTION = 'mutation ($i: CreateModifierOptionInput!) { createModifierOption(input: $i) { id version } }';
const UPDATE_OPTION =
  'mutation ($id: ID!, $i: UpdateModifierOptionInput!) { updateModifierOption(id: $id, input: $i) { name version maxQuantity nested { id } } }';
const SELL =
  'mutation ($id: ID!, $a: Boolean!) { setModifierOptionAvailability(id: $id, available: $a) { available } }';
const UPDATE_ITEM =
  'mutation ($id: ID!, $i: UpdateMenuItemInput!) { updateMenuItem(id: $id, input: $i) { version available modifierGroups { id } } }';
const ITEM = 'query ($id: ID!) { menuItem(id: $id) { available soldOutReasons version modifierGroups { id } } }';
const GROUP =
  'query ($id: ID!) { modifierGroup(id: $id) { name required options { name available } items { id } version } }';

let testing: TestSubgraph;
let owner: TestViewer;
let kitchen: TestViewer;
let stranger: TestViewer;
let sectionId: string;
let itemId: string;

beforeAll(async () => {
  testing = await testSubgraph(restaurant);
  owner = testing.as(person('OWNER'));
  kitchen = testing.as(person('KITCHEN', owner.viewer.tenantId));
  stranger = testing.as(person('OWNER'));
  sectionId = await testing.subgraph.work(async ({ em }) => {
    const tenantId = String(owner.viewer.tenantId);
    const place = em.create(Restaurant, { tenantId, name: 'Las Reinas' });
    const menu = em.create(Menu, { tenantId, names: { es: 'Carta' }, restaurant: place });
    return em.create(MenuSection, { tenantId, menu, names: { es: 'Tacos' } }).id;
  });
});
beforeEach(async () => {
  itemId = await testing.subgraph.work(async ({ em }) => {
    const tenantId = String(owner.viewer.tenantId);
    const section = await em.findOneOrFail(MenuSection, { id: sectionId });
    const price = { amount: 450, currency: 'USD' };
    return em.create(MenuItem, { tenantId, section, names: { es: 'Taco' }, price }).id;
  });
});
afterAll(() => testing.close());

const named = (text: string) => [{ locale: 'es', text }];

async function newGroup(more: Record<string, unknown> = {}): Promise<string> {
  const input = { name: named('Salsas'), min: 1, max: 2, ...more };
  const { createModifierGroup } = await owner.run<{ createModifierGroup: { id: string } }>(CREATE_GROUP, { i: input });
  return createModifierGroup.id;
}

async function newOption(groupId: string, name: string, more: Record<string, unknown> = {}): Promise<string> {
  const input = { groupId, name: named(name), price: { amount: 0, currency: 'USD' }, ...more };
  const { createModifierOption } = await owner.run<{ createModifierOption: { id: string } }>(CREATE_OPTION, {
    i: input,
  });
  return createModifierOption.id;
}

interface Item {
  available: boolean;
  soldOutReasons: string[];
  version: number;
  modifierGroups: { id: string }[];
}

async function readItem(): Promise<Item> {
  const { menuItem } = await owner.run<{ menuItem: Item }>(ITEM, { id: itemId });
  return menuItem;
}

async function give(...modifierGroupIds: string[]): Promise<void> {
  const { version } = await readItem();
  await owner.run(UPDATE_ITEM, { id: itemId, i: { version, modifierGroupIds } });
}

test('an item has its groups in the order given, and each knows its items', async () => {
  const [salsas, sizes] = [await newGroup(), await newGroup({ name: named('Tamaños'), min: 0 })];
  await newOption(salsas, 'Verde');
  await give(sizes, salsas);
  expect((await readItem()).modifierGroups.map(({ id }) => id)).toEqual([sizes, salsas]);
  expect(await owner.run(GROUP, { id: salsas })).toEqual({
    modifierGroup: {
      ...{ name: 'Salsas', required: true, version: 1 },
      options: [{ name: 'Verde', available: true }],
      items: [{ id: itemId }],
    },
  });
  const { modifierGroups } = await owner.ofTenant<{ modifierGroups: { id: string }[] }>('modifierGroups { id }');
  expect(modifierGroups.map(({ id }) => id)).toEqual(expect.arrayContaining([salsas, sizes]));
});

test('an item is sold out while a required group has too little left, and by hand all the same', async () => {
  const salsas = await newGroup();
  const [verde, roja] = [await newOption(salsas, 'Verde'), await newOption(salsas, 'Roja')];
  await give(salsas);
  await kitchen.run(SELL, { id: verde, a: false });
  expect(await readItem()).toMatchObject({ available: true, soldOutReasons: [] });
  await kitchen.run(SELL, { id: roja, a: false });
  expect(await readItem()).toMatchObject({ available: false, soldOutReasons: ['NO_CHOICE'] });
  const SOLD_OUT =
    'mutation ($id: ID!, $a: Boolean!) { setMenuItemAvailability(id: $id, available: $a) { soldOutReasons } }';
  await kitchen.run(SOLD_OUT, { id: itemId, a: false });
  await kitchen.run(SELL, { id: roja, a: true });
  expect(await readItem()).toMatchObject({ available: false, soldOutReasons: ['BY_HAND'] });
  await kitchen.run(SOLD_OUT, { id: itemId, a: true });
  expect(await readItem()).toMatchObject({ available: true, soldOutReasons: [] });
  // Somebody cannot say that it is there when nobody can choose.
  await kitchen.run(SELL, { id: roja, a: false });
  await kitchen.run(SOLD_OUT, { id: itemId, a: true });
  expect(await readItem()).toMatchObject({ available: false, soldOutReasons: ['NO_CHOICE'] });
});

test('what is left counts also when the group is removed, restored, changed or given away', async () => {
  const salsas = await newGroup();
  await give(salsas);
  expect(await readItem()).toMatchObject({ available: false });
  await owner.run('mutation ($id: ID!) { removeModifierGroup(id: $id) }', { id: salsas });
  expect(await readItem()).toMatchObject({ available: true, modifierGroups: [] });
  await owner.run('mutation ($id: ID!) { restoreModifierGroup(id: $id) { id } }', { id: salsas });
  expect(await readItem()).toMatchObject({ available: false, modifierGroups: [{ id: salsas }] });
  const verde = await newOption(salsas, 'Verde', { maxQuantity: 1 });
  expect(await readItem()).toMatchObject({ available: true });
  await owner.run(UPDATE_GROUP, { id: salsas, i: { version: 3, min: 2 } });
  expect(await readItem()).toMatchObject({ available: false });
  await owner.run(UPDATE_OPTION, { id: verde, i: { version: 1, maxQuantity: null } });
  expect(await readItem()).toMatchObject({ available: true });
  await owner.run('mutation ($id: ID!) { removeModifierOption(id: $id) }', { id: verde });
  expect(await readItem()).toMatchObject({ available: false });
  await give();
  expect(await readItem()).toMatchObject({ available: true });
});

test('a group of an option counts for the items that have the outer one', async () => {
  const [meats, points] = [await newGroup({ name: named('Carne') }), await newGroup({ name: named('Término') })];
  const rare = await newOption(points, 'Rojo');
  await newOption(meats, 'Arrachera', { nestedId: points });
  await give(meats);
  await kitchen.run(SELL, { id: rare, a: false });
  expect(await readItem()).toMatchObject({ available: false, soldOutReasons: ['NO_CHOICE'] });
});

test('the last two options that are sold out at once leave no item on sale', async () => {
  for (let round = 0; round < 5; round += 1) {
    const salsas = await newGroup();
    const ids = [await newOption(salsas, 'Verde'), await newOption(salsas, 'Roja')];
    await give(salsas);
    await Promise.all(ids.map((id) => kitchen.run(SELL, { id, a: false })));
    expect(await readItem()).toMatchObject({ available: false });
  }
});

test('options are nested two deep at most, and in no circle, also when two are nested at once', async () => {
  const [outer, inner, third] = [await newGroup(), await newGroup(), await newGroup()];
  const option = await newOption(outer, 'A', { nestedId: inner });
  const refused = (groupId: string, nestedId: string) =>
    owner.refusal(CREATE_OPTION, {
      i: { groupId, nestedId, name: named('B'), price: { amount: 0, currency: 'USD' } },
    });
  const tooDeep = { code: 'BAD_USER_INPUT', reason: 'TOO_DEEP', path: ['input', 'nestedId'] };
  expect(await refused(inner, outer)).toMatchObject(tooDeep);
  expect(await refused(inner, third)).toMatchObject(tooDeep);
  expect(await refused(third, outer)).toMatchObject(tooDeep);
  expect(await refused(third, third)).toMatchObject(tooDeep);
  // What was removed leaves room, and does not come back into a circle.
  await owner.run('mutation ($id: ID!) { removeModifierOption(id: $id) }', { id: option });
  await newOption(inner, 'B', { nestedId: outer });
  expect(
    await owner.refusal('mutation ($id: ID!) { restoreModifierOption(id: $id) { id } }', { id: option }),
  ).toMatchObject({ reason: 'TOO_DEEP', path: ['id'] });
  const [one, other] = [await newGroup(), await newGroup()];
  const both = await Promise.all([
    owner.ask(CREATE_OPTION, {
      i: { groupId: one, nestedId: other, name: named('C'), price: { amount: 0, currency: 'USD' } },
    }),
    owner.ask(CREATE_OPTION, {
      i: { groupId: other, nestedId: one, name: named('D'), price: { amount: 0, currency: 'USD' } },
    }),
  ]);
  expect(both.filter(({ errors }) => errors).map(({ errors }) => errors?.[0]?.extensions?.reason)).toEqual([
    'TOO_DEEP',
  ]);
});

test.each([
  ['the most below the least', { min: 3, max: 2 }, ['input', 'max'], 'TOO_SMALL'],
  ['a most of none', { min: 0, max: 0 }, ['input', 'max'], 'TOO_SMALL'],
  ['a negative least', { min: -1 }, ['input', 'min'], 'TOO_SMALL'],
  ['free ones of which only the dearest is paid', { free: 1, priceRule: 'HIGHEST' }, ['input', 'free'], 'TOO_LARGE'],
  ['no name', { name: [] }, ['input', 'name'], 'MISSING'],
])('%s is refused with the path, as new and as changed', async (_, wrong, path, reason) => {
  expect(await owner.refusal(CREATE_GROUP, { i: { name: named('X'), ...wrong } })).toMatchObject({ path, reason });
  const id = await newGroup();
  expect(await owner.refusal(UPDATE_GROUP, { id, i: { version: 1, ...wrong } })).toMatchObject({ path, reason });
});

test('a change of one rule is checked with those that stay', async () => {
  const id = await newGroup({ min: 2, max: 3 });
  expect(await owner.refusal(UPDATE_GROUP, { id, i: { version: 1, max: 1 } })).toMatchObject({
    path: ['input', 'max'],
  });
  expect(await owner.run(UPDATE_GROUP, { id, i: { version: 1, max: null, free: 1 } })).toEqual({
    updateModifierGroup: { min: 2, max: null, free: 1, priceRule: 'ADD', version: 2 },
  });
  expect(await owner.refusal(UPDATE_GROUP, { id, i: { version: 2, priceRule: 'AVERAGE' } })).toMatchObject({
    path: ['input', 'free'],
  });
  expect(await owner.refusal(UPDATE_GROUP, { id, i: { version: 1, min: 0 } })).toMatchObject({ code: 'CONFLICT' });
});

test('options stand in the order given, which must name each once', async () => {
  const REORDER =
    'mutation ($g: ID!, $o: [ID!]!) { reorderModifierOptions(groupId: $g, optionIds: $o) { options { id } } }';
  const g = await newGroup();
  const ids = [await newOption(g, 'A'), await newOption(g, 'B'), await newOption(g, 'C')];
  const o = ids.toReversed();
  expect(await owner.run(REORDER, { g, o })).toEqual({
    reorderModifierOptions: { options: o.map((id) => ({ id })) },
  });
  const [first = ''] = ids;
  for (const wrong of [ids.slice(1), [...ids, first], [first, first, first]])
    expect(await owner.refusal(REORDER, { g, o: wrong })).toMatchObject({ reason: 'LIST_CHANGED' });
});

test('another tenant sees, changes and nests nothing', async () => {
  const id = await newGroup();
  const optionId = await newOption(id, 'Verde');
  expect(await stranger.run(GROUP, { id })).toEqual({ modifierGroup: null });
  expect(await stranger.refusal(UPDATE_GROUP, { id, i: { version: 1 } })).toMatchObject({ code: 'NOT_FOUND' });
  expect(await stranger.refusal(SELL, { id: optionId, a: false })).toMatchObject({ code: 'NOT_FOUND' });
  const { createModifierGroup: own } = await stranger.run<{ createModifierGroup: { id: string } }>(CREATE_GROUP, {
    i: { name: named('X') },
  });
  const input = { groupId: own.id, nestedId: id, name: named('Y'), price: { amount: 0, currency: 'USD' } };
  expect(await stranger.refusal(CREATE_OPTION, { i: input })).toMatchObject({ reason: 'UNKNOWN' });
  const { version } = await readItem();
  expect(
    await owner.refusal(UPDATE_ITEM, { id: itemId, i: { version, modifierGroupIds: [id, own.id] } }),
  ).toMatchObject({ reason: 'UNKNOWN', path: ['input', 'modifierGroupIds', 1] });
  expect(await owner.refusal(UPDATE_ITEM, { id: itemId, i: { version, modifierGroupIds: [id, id] } })).toMatchObject({
    reason: 'TWICE',
    path: ['input', 'modifierGroupIds'],
  });
});

test('each change is told once, with the items that are sold out by it, and is recorded', async () => {
  const tenantId = owner.viewer.tenantId;
  const groups = await owner.follow(
    'subscription ($t: ID!) { modifierGroupChanged(tenantId: $t) { kind groupId group { options { available } } } }',
    { t: tenantId },
  );
  const items = await owner.follow(
    'subscription ($t: ID!) { menuChanged(tenantId: $t) { kind itemId item { available } } }',
    {
      t: tenantId,
    },
  );
  const id = await newGroup({ name: named('Quesos') });
  const option = await newOption(id, 'Oaxaca');
  await give(id);
  await kitchen.run(SELL, { id: option, a: false });
  await kitchen.run(SELL, { id: option, a: false });
  await owner.run('mutation ($id: ID!) { removeModifierGroup(id: $id) }', { id });
  const kinds: string[] = [];
  while (kinds.at(-1) !== 'REMOVED') {
    const { modifierGroupChanged: told } = (await groups.next()).value.data;
    if (told.groupId === id) kinds.push(told.kind);
  }
  expect(kinds).toEqual(['CREATED', 'UPDATED', 'UPDATED', 'REMOVED']);
  const ofItem: { kind: string; available: boolean }[] = [];
  while (ofItem.filter(({ kind }) => kind === 'AVAILABILITY').length < 2) {
    const { menuChanged: told } = (await items.next()).value.data;
    if (told.itemId === itemId) ofItem.push({ kind: told.kind, available: told.item.available });
  }
  expect(ofItem.map(({ kind }) => kind)).toEqual(['UPDATED', 'AVAILABILITY', 'AVAILABILITY']);
  await Promise.all([groups.return?.(), items.return?.()]);
  const audits = await vi.waitFor(async () => {
    const found = (await testing.audits()).filter(({ action }) => action === 'setModifierOptionAvailability');
    const ofOption = found.flatMap(({ records }) => records).filter(({ nounId }) => nounId === option);
    expect(ofOption).toHaveLength(1);
    return ofOption;
  });
  expect(audits).toMatchObject([
    {
      kind: 'UPDATED',
      noun: 'ModifierOption',
      name: { es: 'Oaxaca' },
      before: { available: true },
      after: { available: false },
    },
  ]);
});

test('what is so already tells nothing and raises no version', async () => {
  const id = await newGroup({ max: null });
  const option = await newOption(id, 'Verde', { maxQuantity: 3 });
  expect(
    await owner.run(UPDATE_GROUP, {
      id,
      i: { version: 1, name: named('Salsas'), min: 1, max: null, priceRule: 'ADD' },
    }),
  ).toMatchObject({ updateModifierGroup: { version: 1 } });
  const same = {
    version: 1,
    name: named('Verde'),
    price: { amount: 0, currency: 'USD' },
    maxQuantity: 3,
    nestedId: null,
  };
  expect(await owner.run(UPDATE_OPTION, { id: option, i: same })).toMatchObject({
    updateModifierOption: { version: 1 },
  });
  expect(await kitchen.run(SELL, { id: option, a: true })).toBeDefined();
  expect(await owner.run('mutation ($id: ID!) { restoreModifierGroup(id: $id) { version } }', { id })).toEqual({
    restoreModifierGroup: { version: 1 },
  });
});

test('a menu with its groups takes the same number of statements however many there are', async () => {
  const WHOLE =
    'menus { sections { items { modifierGroups { name options { name nested { name options { name } } } } } } } modifierGroups { items { id } options { id } }';
  const inner = await newGroup();
  const outer = await newGroup();
  await newOption(outer, 'A', { nestedId: inner });
  await newOption(inner, 'B');
  await give(outer);
  const few = await testing.countSql(() => owner.ofTenant(WHOLE));
  for (let count = 0; count < 5; count += 1) await newOption(await newGroup(), 'C', { nestedId: inner });
  expect(await testing.countSql(() => owner.ofTenant(WHOLE))).toBe(few);
});
