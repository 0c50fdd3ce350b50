import { person, type TestSubgraph, type TestViewer, testSubgraph } from '@mycelium/kit/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Menu } from '../menu/menu.ts';
import { MenuItem } from '../menu-item/menu-item.ts';
import { MenuSection } from '../menu-section/menu-section.ts';
import { Restaurant } from '../restaurant/restaurant.ts';
import { restaurant } from '../subgraph.ts';

const PRODUCTS = /* GraphQL */ `
  query ($t: ID!, $since: DateTime, $after: String) {
    products(tenantId: $t, updatedSince: $since, first: 2, after: $after) {
      pageInfo { hasNextPage endCursor }
      edges { node { id name price { amount currency } section { id name } removedAt updatedAt } }
    }
  }
`;

let testing: TestSubgraph;
let owner: TestViewer;
const ids: string[] = [];

interface Products {
  products: {
    pageInfo: { hasNextPage: boolean; endCursor: string };
    edges: { node: { id: string; removedAt: string | null; updatedAt: string } }[];
  };
}

beforeAll(async () => {
  testing = await testSubgraph(restaurant);
  owner = testing.as(person('OWNER'));
  await testing.subgraph.work(async ({ em }) => {
    const tenantId = owner.viewer.tenantId as string;
    const menu = em.create(Menu, {
      tenantId,
      names: { es: 'Carta' },
      restaurant: em.create(Restaurant, { tenantId, name: 'Las Reinas' }),
    });
    const [drinks, tacos] = ['Bebidas', 'Tacos'].map((name, index) =>
      em.create(MenuSection, { tenantId, menu, names: { es: name }, position: 1 - index }),
    );
    if (!drinks || !tacos) throw new Error('Two sections were made.');
    for (const section of [tacos, tacos, drinks, tacos, tacos]) {
      const price = { amount: 100, currency: 'USD' };
      ids.push(em.create(MenuItem, { tenantId, section, names: { es: 'x' }, price }).id);
    }
  });
});
afterAll(() => testing.close());

async function readAll(since?: string): Promise<Products['products']['edges'][number]['node'][]> {
  const found = [];
  let after: string | undefined;
  do {
    const { products } = await owner.run<Products>(PRODUCTS, { t: owner.viewer.tenantId, since, after });
    found.push(...products.edges.map(({ node }) => node));
    after = products.pageInfo.hasNextPage ? products.pageInfo.endCursor : undefined;
  } while (after);
  return found;
}

test('other products read the whole menu page by page, or what has changed since, with tombstones', async () => {
  const all = await readAll();
  expect(all.map(({ id }) => id).sort()).toEqual(ids.toSorted());
  const [first, second] = ids as [string, string];
  await owner.run('mutation ($id: ID!) { setMenuItemAvailability(id: $id, available: false) { id } }', { id: second });
  await owner.run('mutation ($id: ID!) { removeMenuItem(id: $id) }', { id: first });
  const last =
    all
      .map(({ updatedAt }) => updatedAt)
      .sort()
      .at(-1) ?? '';
  const changed = (await readAll(last)).filter(({ updatedAt }) => updatedAt > last);
  expect(changed.map(({ id }) => id)).toEqual([second, first]);
  expect(changed.map(({ removedAt }) => removedAt !== null)).toEqual([false, true]);
});

test('categories come in the order in which guests see them', async () => {
  const CATEGORIES = 'query ($t: ID!) { categories(tenantId: $t) { name } }';
  expect(await owner.run(CATEGORIES, { t: owner.viewer.tenantId })).toEqual({
    categories: [{ name: 'Tacos' }, { name: 'Bebidas' }],
  });
});

test('a page takes the same number of statements however long it is', async () => {
  const ask = (first: number) => () =>
    owner.run(
      `query ($t: ID!) { products(tenantId: $t, first: ${first}) { edges { node { name section { name } } } } }`,
      {
        t: owner.viewer.tenantId,
      },
    );
  expect(await testing.countSql(ask(4))).toBe(await testing.countSql(ask(1)));
});

test('a foreign tenant is not found', async () => {
  const stranger = testing.as(person('OWNER'));
  const t = owner.viewer.tenantId;
  expect(await stranger.refusal(PRODUCTS, { t })).toMatchObject({ code: 'NOT_FOUND' });
});
