import { person, type TestSubgraph, type TestViewer, testSubgraph } from '@mycelium/kit/testing';
import type { ExecutionResult } from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Menu } from '../menu/menu.ts';
import { MenuSection } from '../menu-section/menu-section.ts';
import { Restaurant } from '../restaurant/restaurant.ts';
import { restaurant } from '../subgraph.ts';
import { MenuItem } from './menu-item.ts';

const UPDATE = /* GraphQL */ `
  mutation ($id: ID!, $input: UpdateMenuItemInput!) {
    updateMenuItem(id: $id, input: $input) { id name(locale: "en") price { amount currency } calories version }
  }
`;
const ITEM = /* GraphQL */ `query ($id: ID!) { menuItem(id: $id) { id name names { locale text } price { amount currency } available version } }`;

let testing: TestSubgraph;
let owner: TestViewer;
let kitchen: TestViewer;
let stranger: TestViewer;
let sectionId: string;

beforeAll(async () => {
  testing = await testSubgraph(restaurant);
  owner = testing.as(person('OWNER'));
  kitchen = testing.as(person('KITCHEN', owner.viewer.tenantId));
  stranger = testing.as(person('OWNER'));
  sectionId = await testing.subgraph.work(async ({ em }) => {
    const tenantId = owner.viewer.tenantId as string;
    const menu = em.create(Menu, {
      tenantId,
      names: { es: 'Carta' },
      restaurant: em.create(Restaurant, { tenantId, name: 'Las Reinas' }),
    });
    return em.create(MenuSection, { tenantId, menu, names: { es: 'Tacos' } }).id;
  });
});
afterAll(() => testing.close());

interface Item {
  id: string;
  name: string;
  price: { amount: number; currency: string };
  available: boolean;
  calories: number | null;
  version: number;
}

async function createTaco(input: Record<string, unknown> = {}): Promise<Item> {
  const { createMenuItem } = await owner.run<{ createMenuItem: Item }>(
    /* GraphQL */ `mutation ($input: CreateMenuItemInput!) { createMenuItem(input: $input) { id name price { amount currency } available version } }`,
    {
      input: {
        sectionId,
        name: [
          { locale: 'es', text: 'Taco al pastor' },
          { locale: 'en', text: 'Pork taco' },
        ],
        price: { amount: 450, currency: 'USD' },
        ...input,
      },
    },
  );
  return createMenuItem;
}

test('an item that is made twice under one id is one item, and an id is a UUID', async () => {
  const id = crypto.randomUUID();
  const { version } = await createTaco({ id });
  expect(await createTaco({ id, name: [{ locale: 'es', text: 'Otro' }] })).toMatchObject({
    ...{ id, version, name: 'Taco al pastor' },
  });
  await expect(createTaco({ id: 'mine' })).rejects.toThrow('An id is a UUID');
});

test('an item speaks the language asked for, or its first one', async () => {
  const { id } = await createTaco();
  const { menuItem } = await owner.run<{ menuItem: Record<string, string> }>(
    `query ($id: ID!) { menuItem(id: $id) { first: name  en: name(locale: "en")  enUs: name(locale: "en-US")  fr: name(locale: "fr") } }`,
    { id },
  );
  expect(menuItem).toEqual({ first: 'Taco al pastor', en: 'Pork taco', enUs: 'Pork taco', fr: 'Taco al pastor' });
});

test('a price may be what no Int holds, and an operation that was written for Int stays valid', async () => {
  const { id, version } = await createTaco();
  const amount = 57_350_000_000;
  const changed = await owner.run<{ updateMenuItem: { price: unknown; version: number } }>(UPDATE, {
    id,
    input: { version, price: { amount, currency: 'COP' } },
  });
  expect(changed.updateMenuItem.price).toEqual({ amount, currency: 'COP' });
  const narrow = await owner.run(
    `mutation ($id: ID!, $version: Int!, $amount: Int!) {
      updateMenuItem(id: $id, input: { version: $version, price: { amount: $amount, currency: "COP" } }) { price { amount } }
    }`,
    { id, version: changed.updateMenuItem.version, amount: 1_200_000 },
  );
  expect(narrow).toEqual({ updateMenuItem: { price: { amount: 1_200_000 } } });
});

test('an owner changes the price, and what was left out stays', async () => {
  const { id, version } = await createTaco({ calories: 210 });
  const { updateMenuItem } = await owner.run<{ updateMenuItem: Item }>(UPDATE, {
    id,
    input: { version, price: { amount: 475, currency: 'USD' } },
  });
  expect(updateMenuItem).toEqual({
    id,
    name: 'Pork taco',
    price: { amount: 475, currency: 'USD' },
    calories: 210,
    version: version + 1,
  });
});

test('null removes the calories', async () => {
  const { id, version } = await createTaco({ calories: 210 });
  const { updateMenuItem } = await owner.run<{ updateMenuItem: Item }>(UPDATE, {
    id,
    input: { version, calories: null },
  });
  expect(updateMenuItem.calories).toBeNull();
});

test('a stale version is a conflict that tells the version there is', async () => {
  const { id, version } = await createTaco();
  await owner.run(UPDATE, { id, input: { version, price: { amount: 1, currency: 'USD' } } });
  const answer = await owner.ask(UPDATE, { id, input: { version, price: { amount: 2, currency: 'USD' } } });
  expect(answer.errors?.[0]?.extensions).toEqual({ code: 'CONFLICT', version: version + 1 });
});

test.each([
  ['a negative price', { price: { amount: -1, currency: 'USD' } }, ['input', 'price', 'amount']],
  ['half a cent', { price: { amount: 0.5, currency: 'USD' } }, ['input', 'price', 'amount']],
  [
    'a price with more digits than are kept',
    { price: { amount: JSON.rawJSON('9007199254740993'), currency: 'USD' } },
    ['input', 'price', 'amount'],
  ],
  ['an unknown currency', { price: { amount: 1, currency: 'ZZZ' } }, ['input', 'price', 'currency']],
  ['a name of 10 kB', { name: [{ locale: 'es', text: 'x'.repeat(10_240) }] }, ['input', 'name', 0, 'text']],
  ['an empty name', { name: [{ locale: 'es', text: ' ' }] }, ['input', 'name', 0, 'text']],
  ['no name at all', { name: [] }, ['input', 'name']],
  ['a language that does not exist', { name: [{ locale: 'no such!', text: 'x' }] }, ['input', 'name', 0, 'locale']],
  ['a picture from a script', { imageUrl: 'javascript:alert(1)' }, ['input', 'imageUrl']],
])('%s is refused with the path of the field, and nothing is written', async (_name, input, path) => {
  const { id, version } = await createTaco();
  const refusal = await owner.refusal(UPDATE, { id, input: { version, ...input } });
  expect(refusal).toMatchObject({ code: 'BAD_USER_INPUT', path });
  const { menuItem } = await owner.run<{ menuItem: Item }>(ITEM, { id });
  expect(menuItem).toMatchObject({ version, price: { amount: 450, currency: 'USD' } });
});

test('the kitchen may say what is sold out, and nothing else', async () => {
  const { id, version } = await createTaco();
  await kitchen.run('mutation ($id: ID!) { setMenuItemAvailability(id: $id, available: false) { available } }', { id });
  expect(await kitchen.refusal(UPDATE, { id, input: { version } })).toMatchObject({ code: 'FORBIDDEN' });
});

test('another tenant sees and changes nothing, as if the item did not exist', async () => {
  const { id, version } = await createTaco();
  expect(await stranger.run(ITEM, { id })).toEqual({ menuItem: null });
  expect(await stranger.refusal(UPDATE, { id, input: { version } })).toMatchObject({ code: 'NOT_FOUND' });
  const following = stranger.follow('subscription ($t: ID!) { menuChanged(tenantId: $t) { kind } }', {
    t: owner.viewer.tenantId,
  });
  await expect(following).rejects.toThrow('NOT_FOUND');
});

test('whoever is not logged in is asked to', async () => {
  const nobody = testing.as({ kind: 'anonymous', id: '', scopes: [] });
  expect(await nobody.refusal(ITEM, { id: 'x' })).toMatchObject({ code: 'UNAUTHENTICATED' });
});

test('a call without the signed context is refused', async () => {
  const { errors } = await testing.subgraph.execute({ query: '{ __typename }', context: 'e30.forged' });
  expect(errors?.[0]?.extensions).toEqual({ code: 'UNAUTHENTICATED', reason: 'CONTEXT_FORGED' });
});

test('a removed item is gone from its section and can be put back', async () => {
  const { id } = await createTaco();
  await owner.run('mutation ($id: ID!) { removeMenuItem(id: $id) }', { id });
  expect(await owner.run(ITEM, { id })).toEqual({ menuItem: null });
  expect(await owner.refusal(UPDATE, { id, input: { version: 2 } })).toMatchObject({ code: 'NOT_FOUND' });
  await owner.run('mutation ($id: ID!) { restoreMenuItem(id: $id) { id } }', { id });
  const { menuItem } = await owner.run<{ menuItem: Item }>(ITEM, { id });
  expect(menuItem.id).toBe(id);
});

test('items stand in the order given, which must name each once', async () => {
  const REORDER =
    'mutation ($sectionId: ID!, $itemIds: [ID!]!) { reorderMenuItems(sectionId: $sectionId, itemIds: $itemIds) { items { id } } }';
  await createTaco();
  await createTaco();
  const { _entities } = await owner.run<{ _entities: { menus: { sections: { items: { id: string }[] }[] }[] }[] }>(
    'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Tenant { menus { sections { items { id } } } } } }',
    { r: [{ __typename: 'Tenant', id: owner.viewer.tenantId }] },
  );
  const ids = _entities[0]?.menus[0]?.sections[0]?.items.map(({ id }) => id) ?? [];
  const { reorderMenuItems } = await owner.run<{ reorderMenuItems: { items: { id: string }[] } }>(REORDER, {
    sectionId,
    itemIds: ids.toReversed(),
  });
  expect(reorderMenuItems.items.map(({ id }) => id)).toEqual(ids.toReversed());
  expect(await owner.refusal(REORDER, { sectionId, itemIds: ids.slice(1) })).toMatchObject({
    code: 'BAD_USER_INPUT',
    path: ['itemIds'],
  });
});

/** What comes next about an item; what the tests before did may still come. */
async function nextOf(id: string, changes: AsyncIterator<ExecutionResult>) {
  for (;;) {
    const { menuChanged } = (await changes.next()).value.data;
    if (menuChanged.itemId === id) return menuChanged;
  }
}

test('each change is told to whoever follows the menu, in order, and can be told again from a cursor', async () => {
  const FOLLOW =
    'subscription ($t: ID!, $after: Cursor) { menuChanged(tenantId: $t, after: $after) { cursor kind itemId item { price { amount } } } }';
  const live = await owner.follow(FOLLOW, { t: owner.viewer.tenantId });
  const { id, version } = await createTaco();
  await owner.run(UPDATE, { id, input: { version, price: { amount: 500, currency: 'USD' } } });
  const created = await nextOf(id, live);
  const updated = await nextOf(id, live);
  expect([created.kind, updated.kind]).toEqual(['CREATED', 'UPDATED']);
  expect(updated).toMatchObject({ itemId: id, item: { price: { amount: 500 } } });
  await live.return?.();

  const resumed = await owner.follow(FOLLOW, { t: owner.viewer.tenantId, after: created.cursor });
  expect((await nextOf(id, resumed)).cursor).toBe(updated.cursor);
  await resumed.return?.();
});

test('a change that comes before the first event is not lost to whoever asked where the feed stood', async () => {
  const FOLLOW = 'subscription ($t: ID!, $after: Cursor) { menuChanged(tenantId: $t, after: $after) { kind itemId } }';
  const variables = { t: owner.viewer.tenantId };
  const live = await owner.follow(FOLLOW, variables, { tellPosition: true });
  const { extensions, data } = (await live.next()).value;
  expect([data, extensions.position]).toEqual([undefined, expect.stringMatching(/^\d+-\d+$/)]);
  await live.return?.();
  const { id } = await createTaco();
  const resumed = await owner.follow(FOLLOW, { ...variables, after: extensions.position });
  expect(await nextOf(id, resumed)).toEqual({ kind: 'CREATED', itemId: id });
  await resumed.return?.();
});

test('a malformed cursor is refused with its path', async () => {
  const following = owner.follow('subscription ($t: ID!) { menuChanged(tenantId: $t, after: "x") { kind } }', {
    t: owner.viewer.tenantId,
  });
  await expect(following).rejects.toThrow('"extensions":{"code":"BAD_USER_INPUT","path":["after"]}');
});

test('a whole menu takes the same number of statements however many items it has', async () => {
  const WHOLE =
    'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Tenant { menus { name sections { name items { name price { amount } tenant { id } section { id } } } } } } }';
  const ask = () => owner.run(WHOLE, { r: [{ __typename: 'Tenant', id: owner.viewer.tenantId }] });
  const few = await testing.countSql(ask);
  for (let count = 0; count < 10; count += 1) await createTaco();
  expect(await testing.countSql(ask)).toBe(few);
  expect(few).toBeLessThanOrEqual(6);
});

test('the stored rows keep the order of languages', async () => {
  const { id } = await createTaco();
  const names = await testing.subgraph.work(async ({ em }) => (await em.findOneOrFail(MenuItem, { id })).names);
  expect(Object.keys(names)).toEqual(['es', 'en']);
});

test('pages of items follow each other without a gap, and say when a page is too large or a cursor foreign', async () => {
  const PAGE = /* GraphQL */ `
    query ($r: [_Any!]!, $first: Int!, $after: String, $search: String) {
      _entities(representations: $r) {
        ... on Tenant {
          menuItems(first: $first, after: $after, search: $search) {
            totalCount
            pageInfo { hasNextPage endCursor }
            edges { node { id } }
          }
        }
      }
    }
  `;
  interface Page {
    totalCount: number;
    pageInfo: { hasNextPage: boolean; endCursor: string };
    edges: { node: { id: string } }[];
  }
  const r = [{ __typename: 'Tenant', id: owner.viewer.tenantId }];
  const ask = async (variables: Record<string, unknown>): Promise<Page> => {
    const { _entities } = await owner.run<{ _entities: { menuItems: Page }[] }>(PAGE, { r, ...variables });
    return _entities[0]?.menuItems as Page;
  };
  for (let count = 0; count < 5; count += 1)
    await createTaco({ name: [{ locale: 'es', text: `Página 100% ${count}` }] });
  const seen: string[] = [];
  let after: string | undefined;
  do {
    const { edges, pageInfo, totalCount } = await ask({ first: 2, after, search: 'página 100%' });
    expect(totalCount).toBe(5);
    seen.push(...edges.map(({ node }) => node.id));
    after = pageInfo.hasNextPage ? pageInfo.endCursor : undefined;
  } while (after);
  expect(new Set(seen).size).toBe(5);
  expect((await ask({ first: 10, search: 'página 100_' })).totalCount).toBe(0);
  expect(await owner.refusal(PAGE, { r, first: 201 })).toMatchObject({ code: 'BAD_USER_INPUT', path: ['first'] });
  expect(await owner.refusal(PAGE, { r, first: 1, after: 'foreign' })).toMatchObject({
    code: 'BAD_USER_INPUT',
    path: ['after'],
  });
});
