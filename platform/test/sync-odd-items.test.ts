import { person, type TestSubgraph, type TestViewer, testSubgraph } from '@mycelium/kit/testing';
import { Menu } from '@mycelium/restaurant/menu/menu';
import { MenuItem } from '@mycelium/restaurant/menu-item/menu-item';
import { MenuSection } from '@mycelium/restaurant/menu-section/menu-section';
import { Restaurant } from '@mycelium/restaurant/restaurant/restaurant';
import { restaurant } from '@mycelium/restaurant/subgraph';
import { type Smp, startSmp } from '@mycelium/smp/smp';
import type { Account, Item } from '@mycelium/smp/smp-account';
import { seedTenant } from '@mycelium/tenants/seed';
import { tenants } from '@mycelium/tenants/subgraph';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';

const ENABLE = `mutation ($config: Settings!) {
  enableService(input: { product: SMP, token: "a token for SMP", config: $config }) { id }
}`;
const RUN = 'mutation ($t: ID!, $mode: SyncMode!) { runSync(tenantId: $t, product: SMP, mode: $mode) { id } }';
const RETRY = 'mutation ($id: ID!) { retrySyncRun(id: $id) { id } }';
const READ = `query ($id: ID!) { syncRun(id: $id) {
  id status reason { code words } failuresLeftOut
  steps { name seen created updated removed failed }
  failures(first: 200) { totalCount edges { node { localId externalId name reason { code words } } } }
} }`;
const PRICES =
  'query ($t: ID!) { products(tenantId: $t, first: 200) { edges { node { id name price { amount currency } } } } }';

interface Failure {
  localId: string | null;
  externalId: string | null;
  name: string | null;
  reason: { code: string; words: string | null };
}
interface Run {
  id: string;
  status: string;
  reason: { code: string; words: string | null } | null;
  failuresLeftOut: number;
  steps: { name: string; seen: number; created: number; failed: number }[];
  failures: { totalCount: number; edges: { node: Failure }[] };
}
interface Priced {
  id: string;
  name: string;
  price: { amount: number; currency: string };
}

let menu: TestSubgraph;
let house: TestSubgraph;
let smp: Smp;
let owner: TestViewer;
let cook: TestViewer;
let account: Account;
let t: string;
let items: string[];

beforeAll(async () => {
  menu = await testSubgraph(restaurant);
  house = await testSubgraph(tenants, { beside: menu });
  smp = await startSmp({ token: 'a token for SMP' });
});
afterAll(async () => {
  await house.close();
  await menu.close();
  await smp.close();
});

/** A tenant of its own for each test, whose two items the product knows. */
beforeEach(async () => {
  t = uuidv7();
  [owner, cook, account] = [house.as(person('OWNER', t)), menu.as(person('OWNER', t)), smp.account(t)];
  const base = { slug: t, name: 'Las Reinas', languages: ['es'], currency: 'USD', timeZone: 'America/Chicago' };
  const tenant = { ...base, restaurant: { name: 'Las Reinas' }, locations: [], users: [], boards: [] };
  await house.subgraph.work((ctx) => seedTenant(ctx, tenant, new Map(), t, 'x'));
  items = await menu.subgraph.work(async ({ em }) => {
    const place = em.create(Restaurant, { tenantId: t, name: 'Las Reinas' });
    const carta = em.create(Menu, { tenantId: t, names: { es: 'Carta' }, restaurant: place });
    const section = em.create(MenuSection, { tenantId: t, menu: carta, names: { es: 'Tacos' } });
    return ['Taco', 'Torta'].map(
      (name) =>
        em.create(MenuItem, { tenantId: t, section, names: { es: name }, price: { amount: 450, currency: 'USD' } }).id,
    );
  });
  await owner.run(ENABLE, { config: { baseUrl: smp.url, account: t } });
  expect(await sync('INITIAL')).toMatchObject({ status: 'SUCCESS' });
});

async function ended(id: string): Promise<Run> {
  return vi.waitFor(
    async () => {
      const { syncRun } = await owner.run<{ syncRun: Run }>(READ, { id });
      expect(['QUEUED', 'RUNNING']).not.toContain(syncRun.status);
      return syncRun;
    },
    { interval: 30 },
  );
}

async function sync(mode = 'DELTA'): Promise<Run> {
  return ended((await owner.run<{ runSync: { id: string } }>(RUN, { t, mode })).runSync.id);
}

const failuresOf = (run: Run): Failure[] => run.failures.edges.map(({ node }) => node);

async function shown(): Promise<Priced[]> {
  const { products } = await cook.run<{ products: { edges: { node: Priced }[] } }>(PRICES, { t });
  return products.edges.map(({ node }) => node);
}

/** An item that the product's own people made, in the one section, as oddly as is wanted. */
function make(facts: Record<string, unknown>): Item {
  const [category] = account.categories.values();
  return account.add({ name: { es: 'Agua' }, priceMinor: 90, categoryId: category?.id, ...facts } as Partial<Item>);
}

const odd: [string, Record<string, unknown>, Partial<Failure['reason']>][] = [
  ['a NUL in its name', { name: { es: 'A\0gua' } }, { code: 'ODD_ITEM', words: expect.stringContaining('name.es') }],
  ['half a character in its name', { name: { es: 'Agua \ud83d' } }, { code: 'ODD_ITEM' }],
  ['a NUL in a language', { name: { 'e\0s': 'Agua' } }, { code: 'ODD_ITEM' }],
  ['no name that is one', { name: 'Agua' }, { code: 'ODD_ITEM' }],
  ['a language that is none', { name: { español: 'Agua' } }, { code: 'MENU_REFUSED' }],
  ['no name at all', { name: {} }, { code: 'MENU_REFUSED' }],
  ['a name that is too long', { name: { es: 'x'.repeat(121) } }, { code: 'MENU_REFUSED' }],
  ['a price in words', { priceMinor: '12' }, { code: 'ODD_ITEM', words: expect.stringContaining('priceMinor') }],
  ['a price below zero', { priceMinor: -5 }, { code: 'ODD_ITEM' }],
  ['half a cent', { priceMinor: 1.5 }, { code: 'ODD_ITEM' }],
  ['a price that no number keeps', { priceMinor: 2 ** 53 }, { code: 'ODD_ITEM' }],
  ['another currency', { currency: 'EUR' }, { code: 'WRONG_CURRENCY', words: 'EUR' }],
  ['no currency', { currency: null }, { code: 'ODD_ITEM' }],
  ['a section that nobody knows', { categoryId: 'elsewhere' }, { code: 'NO_SECTION' }],
  ['a section with a NUL', { categoryId: '\0' }, { code: 'ODD_ITEM' }],
  ['an availability that is none', { available: 'yes' }, { code: 'ODD_ITEM' }],
  ['a reference with a NUL', { reference: '\0' }, { code: 'ODD_ITEM' }],
];

test('each item that cannot be taken over is set aside with its name and its reason, and all others come', async () => {
  const made = odd.map(([, facts]) => make(facts));
  const ids = [make({ id: 'a\0b' }), make({ id: 'x'.repeat(10_000_000) }), make({ id: 12 })];
  const good = make({ name: { es: 'Horchata' } });
  const run = await sync();
  expect(run).toMatchObject({ status: 'ERROR', reason: { code: 'ITEMS_FAILED' } });
  const step = run.steps.find(({ name }) => name === 'PULL');
  expect(step).toMatchObject({ created: 1, failed: odd.length + ids.length });
  const byId = new Map(failuresOf(run).map((failure) => [failure.externalId, failure]));
  for (const [at, [name, , reason]] of odd.entries())
    expect([name, byId.get(made[at]?.id ?? '')]).toMatchObject([name, { reason }]);
  expect(byId.get(made[7]?.id ?? '')?.name).toBe('Agua');
  for (const id of ['a\uFFFDb', 'x'.repeat(255), '12'])
    expect(byId.get(id)).toMatchObject({ name: 'Agua', reason: { code: 'ODD_ITEM' } });
  expect((await shown()).map(({ name }) => name)).toEqual(['Taco', 'Torta', 'Horchata']);
  expect(account.read([good.id])).toHaveLength(1);
});

test('an odd word about an item of the menu changes nothing there, and its end is no odd word', async () => {
  const theirs = account.byReference(items[0] ?? '');
  const edit = (facts: Record<string, unknown>) => account.edit(theirs?.id ?? '', facts as Partial<Item>);
  for (const facts of [
    { priceMinor: -5 },
    { priceMinor: 450, currency: 'EUR' },
    { currency: 'USD', priceMinor: '12' },
  ]) {
    edit(facts);
    expect(await sync()).toMatchObject({ status: 'ERROR', failures: { totalCount: 1 } });
    expect((await shown())[0]).toMatchObject({ price: { amount: 450, currency: 'USD' } });
  }
  edit({ deleted: true });
  const run = await sync();
  expect(run.status).toBe('AWAITING_CONFIRMATION');
  await owner.run('mutation ($id: ID!) { confirmSyncRun(id: $id) { id } }', { id: run.id });
  expect(await ended(run.id)).toMatchObject({ status: 'SUCCESS' });
  expect(await shown()).toHaveLength(1);
});

test('what was set aside is tried again by the next run, and by hand, and comes once it is right', async () => {
  const [first, second] = [make({ priceMinor: '12' }), make({ priceMinor: -1 })];
  const run = await sync();
  expect(
    failuresOf(run)
      .map(({ externalId }) => externalId)
      .sort(),
  ).toEqual([first.id, second.id].sort());
  expect(failuresOf(await sync())).toHaveLength(2);
  const right = (id: string, priceMinor: number) => {
    const item = account.items.get(id);
    // In its place, so that the product mentions no change.
    if (item) item.priceMinor = priceMinor;
  };
  right(first.id, 120);
  const next = await sync();
  expect(failuresOf(next).map(({ externalId }) => externalId)).toEqual([second.id]);
  right(second.id, 130);
  const { retrySyncRun } = await owner.run<{ retrySyncRun: { id: string } }>(RETRY, { id: next.id });
  expect(await ended(retrySyncRun.id)).toMatchObject({ status: 'SUCCESS' });
  expect((await shown()).map(({ price }) => price.amount)).toEqual([450, 450, 120, 130]);
  expect(await sync()).toMatchObject({ status: 'SUCCESS', failures: { totalCount: 0 } });
});

/** A page of the product's changes, given so often. */
const givePage = (body: object, times: number) =>
  smp.fail({ method: 'GET', path: `${t}/items`, status: 200, times, body });

test('of an item that is on a page twice the later word counts', async () => {
  const item = { ...make({}), id: 'twice' };
  const body = { items: [item, { ...item, priceMinor: 95 }], cursor: '900', more: false };
  givePage(body, 2);
  expect(await sync()).toMatchObject({ status: 'SUCCESS' });
  expect((await shown()).map(({ price }) => price.amount)).toEqual([450, 450, 95]);
});

test('a list that goes round ends the run, and says so', async () => {
  for (const cursor of ['7', '8', '7']) givePage({ items: [], cursor, more: true }, 1);
  expect(await sync()).toMatchObject({ status: 'ERROR', reason: { code: 'ODD_ANSWER', words: 'cursor' } });
});

test('a page that is longer than was asked for is taken piece by piece, and of what fails there so much is kept', async () => {
  const bad = Array.from({ length: 1_400 }, (_, at) => ({ id: `bad ${at}`, priceMinor: -1 }));
  const good = { ...make({}), id: 'good' };
  givePage({ items: [...bad, good], cursor: '900', more: false }, 2);
  const run = await sync();
  expect(run.steps.find(({ name }) => name === 'PULL')).toMatchObject({ seen: 1_401, created: 1, failed: 1_400 });
  expect(run).toMatchObject({ failures: { totalCount: 1_000 }, failuresLeftOut: 400 });
});

test('what the product answers for one item is of that item alone', async () => {
  const pushed = { method: 'POST', path: `${t}/items`, status: 200, times: 1 };
  const [first = '', second = ''] = items;
  smp.fail({
    ...pushed,
    body: { results: [{ reference: second, error: 'N\0 \ud83d' }, 'what?', { reference: 'of nobody' }] },
  });
  await menu.subgraph.work(({ em }) =>
    em.execute('update restaurant.menu_item set price_amount = 500, updated_at = now() where tenant_id = ?', [t]),
  );
  const run = await sync();
  const byId = new Map(failuresOf(run).map(({ localId, name, reason }) => [localId, { name, reason }]));
  expect(byId.get(first)).toEqual({ name: 'Taco', reason: { code: 'NOT_ANSWERED', words: null } });
  expect(byId.get(second)).toEqual({ name: 'Torta', reason: { code: 'ITEM_REFUSED', words: 'N\uFFFD \uFFFD' } });
  expect(await sync()).toMatchObject({ status: 'SUCCESS' });
  expect([...account.items.values()].map(({ priceMinor }) => priceMinor)).toEqual([500, 500]);
});

test('an item that is given the id of another one is set aside, and no link is lost', async () => {
  const [first = '', second = ''] = items.map((id) => account.byReference(id)?.id);
  const { categories } = await cook.run<{ categories: { id: string }[] }>(
    'query ($t: ID!) { categories(tenantId: $t) { id } }',
    { t },
  );
  const CREATE = `mutation ($s: ID!) { createMenuItem(input: {
    sectionId: $s, name: [{ locale: "es", text: "Mole" }], price: { amount: 700, currency: "USD" }
  }) { id } }`;
  const body = (reference: string) => ({ results: [{ reference, id: first }] });
  const id = uuidv7();
  smp.fail({ method: 'POST', path: `${t}/items`, status: 200, times: 1, body: body(id) });
  await cook.run(CREATE.replace('input: {', `input: { id: "${id}",`), { s: categories[0]?.id });
  const run = await vi.waitFor(async () => {
    const LAST = 'query ($t: ID!) { syncRuns(tenantId: $t, first: 1) { edges { node { id } } } }';
    const { syncRuns } = await owner.run<{ syncRuns: { edges: { node: { id: string } }[] } }>(LAST, { t });
    const last = await ended(syncRuns.edges[0]?.node.id ?? '');
    expect(last.failures.totalCount).toBe(1);
    return last;
  });
  expect(failuresOf(run)).toMatchObject([{ localId: id, externalId: first, reason: { code: 'ID_TAKEN' } }]);
  expect(await sync()).toMatchObject({ status: 'SUCCESS' });
  expect([...account.items.keys()]).toEqual([first, second, account.byReference(id)?.id]);
});
