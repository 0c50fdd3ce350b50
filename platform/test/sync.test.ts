import { feedKey } from '@mycelium/bus/feed-key';
import { totalsKey } from '@mycelium/bus/keys';
import { enqueue } from '@mycelium/kit/tasks/enqueue';
import { person, type TestSubgraph, type TestViewer, testSubgraph } from '@mycelium/kit/testing';
import { Menu } from '@mycelium/restaurant/menu/menu';
import { MenuItem } from '@mycelium/restaurant/menu-item/menu-item';
import { SoldOutReason } from '@mycelium/restaurant/menu-item/sold-out';
import { MenuSection } from '@mycelium/restaurant/menu-section/menu-section';
import { Restaurant } from '@mycelium/restaurant/restaurant/restaurant';
import { restaurant } from '@mycelium/restaurant/subgraph';
import { type Smp, startSmp } from '@mycelium/smp/smp';
import type { Account } from '@mycelium/smp/smp-account';
import { seedTenant } from '@mycelium/tenants/seed';
import { tenants } from '@mycelium/tenants/subgraph';
import { planRuns } from '@mycelium/tenants/sync-run/do-run';
import { Redis } from 'ioredis';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';

const ENABLE = `mutation ($config: Settings!) {
  enableService(input: { product: SMP, token: "a token for SMP", config: $config }) { id status version config }
}`;
const RUN = 'mutation ($t: ID!, $mode: SyncMode!) { runSync(tenantId: $t, product: SMP, mode: $mode) { id status } }';
const READ = `query ($id: ID!) { syncRun(id: $id) {
  id mode status message reason { code values { name count } words } attempts startedAt endedAt correlationId actor { kind id }
  steps { name seen created updated removed zeroed conflicts failed }
  failures { totalCount edges { node { localId externalId message reason { code words } } } }
} }`;
const DIFFERENCES = `query ($id: ID!) { syncRun(id: $id) { differences { edges { node {
  side change name localId externalId fields { field before after }
} } } } }`;
const SYNC = `query ($t: ID!) { tenantSync(tenantId: $t, product: SMP) {
  id status lastSyncAt lastError reason { code values { name count } } config version service { status }
} }`;
const FOLLOW = 'subscription ($t: ID!) { syncStatusChanged(tenantId: $t) { syncId sync { status } } }';
const PRICE = `mutation ($id: ID!, $version: Int!, $amount: Int!) {
  updateMenuItem(id: $id, input: { version: $version, price: { amount: $amount, currency: "USD" } }) { version }
}`;
const soldOut = { available: false, soldOutFor: [SoldOutReason.BY_HAND] };
const ITEM = 'query ($id: ID!) { menuItem(id: $id) { version available name price { amount } } }';
const CONFIG =
  'mutation ($id: ID!, $v: Int!, $c: Settings!) { updateSyncConfig(id: $id, version: $v, config: $c) { config } }';

interface Step {
  name: string;
  seen: number;
  created: number;
  updated: number;
  removed: number;
  zeroed: number;
  conflicts: number;
  failed: number;
}
interface Run {
  id: string;
  mode: string;
  status: string;
  message: string | null;
  reason: Record<string, unknown> | null;
  attempts: number;
  steps: Step[];
  correlationId: string;
  actor: { kind: string; id: string };
  startedAt: string | null;
  endedAt: string | null;
  failures: { totalCount: number; edges: { node: { localId: string; message: string } }[] };
}
interface Sync {
  id: string;
  status: string;
  lastSyncAt: string | null;
  lastError: string | null;
  reason: Record<string, unknown> | null;
  version: number;
  config: Record<string, unknown>;
}
interface Shown {
  version: number;
  available: boolean;
  name: string;
  price: { amount: number };
}

let menu: TestSubgraph;
let house: TestSubgraph;
let redis: Redis;
let smp: Smp;
let owner: TestViewer;
let cook: TestViewer;
let account: Account;
let t: string;
let items: string[];

beforeAll(async () => {
  menu = await testSubgraph(restaurant);
  house = await testSubgraph(tenants, { beside: menu });
  redis = new Redis(menu.redisUrl);
  smp = await startSmp({ token: 'a token for SMP' });
});
afterAll(async () => {
  redis.disconnect();
  await house.close();
  await menu.close();
  await smp.close();
});

/** A tenant of its own for each test: two sections, ten items, SMP switched on. */
beforeEach(async () => {
  t = uuidv7();
  owner = house.as(person('OWNER', t));
  cook = menu.as(person('OWNER', t));
  account = smp.account(t);
  await house.subgraph.work((ctx) =>
    seedTenant(
      ctx,
      {
        slug: t,
        name: 'Las Reinas',
        languages: ['es'],
        currency: 'USD',
        timeZone: 'America/Chicago',
        restaurant: { name: 'Las Reinas' },
        locations: [],
        users: [],
        boards: [],
      },
      new Map(),
      t,
      'x',
    ),
  );
  items = await menu.subgraph.work(async ({ em }) => {
    const carta = em.create(Menu, {
      tenantId: t,
      names: { es: 'Carta' },
      restaurant: em.create(Restaurant, { tenantId: t, name: 'Las Reinas' }),
    });
    const sections = ['Tacos', 'Bebidas'].map((name, position) =>
      em.create(MenuSection, { tenantId: t, menu: carta, names: { es: name }, position }),
    );
    return sections.flatMap((section) =>
      [1, 2, 3, 4, 5].map(
        (n) =>
          em.create(MenuItem, {
            tenantId: t,
            section,
            names: { es: `Plato ${n}` },
            price: { amount: n * 100, currency: 'USD' },
          }).id,
      ),
    );
  });
  await owner.run(ENABLE, { config: { baseUrl: smp.url, account: t } });
});

async function readRun(id: string): Promise<Run> {
  return (await owner.run<{ syncRun: Run }>(READ, { id })).syncRun;
}

async function readSync(): Promise<Sync> {
  return (await owner.run<{ tenantSync: Sync }>(SYNC, { t })).tenantSync;
}

async function shown(id: string): Promise<Shown> {
  return (await cook.run<{ menuItem: Shown }>(ITEM, { id })).menuItem;
}

/** Waits, by the events of the sync, until a condition holds. */
async function until<Value>(act: () => Promise<unknown>, look: () => Promise<Value | undefined>): Promise<Value> {
  const events = await owner.follow(FOLLOW, { t });
  try {
    await act();
    for (;;) {
      const found = await look();
      if (found !== undefined) return found;
      await events.next();
    }
  } finally {
    await events.return?.();
  }
}

async function ended(ask: () => Promise<string>): Promise<Run> {
  let id = '';
  return until(
    async () => {
      id = await ask();
    },
    async () => {
      const run = await readRun(id);
      return ['QUEUED', 'RUNNING'].includes(run.status) ? undefined : run;
    },
  );
}

function sync(mode: string): Promise<Run> {
  return ended(async () => (await owner.run<{ runSync: { id: string } }>(RUN, { t, mode })).runSync.id);
}

async function act(mutation: string, id: string, more: Record<string, unknown> = {}): Promise<Run> {
  return ended(async () => {
    const data = await owner.run<Record<string, { id: string }>>(mutation, { id, ...more });
    return Object.values(data)[0]?.id ?? '';
  });
}

async function configure(config: Record<string, unknown>): Promise<void> {
  const { id, version } = await readSync();
  await owner.run(CONFIG, { id, v: version, c: config });
}

async function differencesOf(id: string): Promise<unknown[]> {
  const { syncRun } = await owner.run<{ syncRun: { differences: { edges: { node: unknown }[] } } }>(DIFFERENCES, {
    id,
  });
  const found = syncRun.differences.edges.map(({ node }) => node as { name: string; side: string });
  // Which of several changed items comes first is a matter of milliseconds.
  return found.toSorted((a, b) => (a.name + a.side < b.name + b.side ? -1 : 1));
}

function stepOf(run: Run, name: string): Step {
  const step = run.steps.find((one) => one.name === name);
  if (!step) throw new Error(`No step ${name} in ${JSON.stringify(run)}`);
  return step;
}

/** The product's own users change the item that came from ours. */
function edit(id: string, facts: Parameters<Account['edit']>[1]): void {
  account.edit(account.byReference(id)?.id ?? '', facts);
}

/** A change of the menu and the run that follows it by itself. */
async function changePrice(id: string, amount: number): Promise<void> {
  const { version } = await shown(id);
  await until(
    () => cook.run(PRICE, { id, version, amount }),
    async () => (account.byReference(id)?.priceMinor === amount ? true : undefined),
  );
  await until(
    async () => {},
    async () => ((await readSync()).status === 'SUCCESS' ? true : undefined),
  );
}

/** Waits until every event that was published so far has been reacted to. */
async function heard(): Promise<void> {
  await vi.waitFor(async () => {
    const waiting = await menu.subgraph.work(({ em }) => em.execute('select 1 from restaurant.outbox'));
    expect(waiting).toEqual([]);
    const pending = await redis.hmget(totalsKey(t), 'ORDERING>SMP|pending', 'ORDERING>DIGITAL_MENU|pending');
    for (const count of pending) expect(Number(count ?? 0)).toBe(0);
  });
}

async function countRuns(): Promise<number> {
  const COUNT = 'query ($t: ID!) { syncRuns(tenantId: $t) { totalCount } }';
  return (await owner.run<{ syncRuns: { totalCount: number } }>(COUNT, { t })).syncRuns.totalCount;
}

test('the first sync brings tenant, services, sections and items to the product, and says what it did', async () => {
  expect(await readSync()).toMatchObject({ status: 'PENDING', lastSyncAt: null });
  const run = await sync('INITIAL');
  expect(run).toMatchObject({ status: 'SUCCESS', attempts: 1, actor: { kind: 'user', id: owner.viewer.id } });
  expect(run.steps.map(({ name }) => name)).toEqual(['TENANT', 'SERVICES', 'CATEGORIES', 'PULL', 'PUSH', 'STATUS']);
  expect([stepOf(run, 'CATEGORIES').created, stepOf(run, 'PUSH').created]).toEqual([2, 10]);
  expect(account.items.size).toBe(10);
  expect(account.byReference(items[0] ?? '')).toMatchObject({
    name: { es: 'Plato 1' },
    priceMinor: 100,
    available: true,
  });
  expect(account.tenant).toMatchObject({ slug: t, name: 'Las Reinas' });
  expect(
    smp.calls.filter(({ path }) => path.includes(t)).every((call) => call.correlationId === run.correlationId),
  ).toBe(true);
  const { status, lastSyncAt } = await readSync();
  expect([status, lastSyncAt !== null]).toEqual(['SUCCESS', true]);
});

test('the same sync twice leaves rows and versions on both sides as they are', async () => {
  await sync('INITIAL');
  const theirs = JSON.stringify([...account.items]);
  const ours = await Promise.all(items.map(shown));
  const run = await sync('INITIAL');
  expect(run.status).toBe('SUCCESS');
  expect(JSON.stringify([...account.items])).toBe(theirs);
  expect(await Promise.all(items.map(shown))).toEqual(ours);
  expect(run.steps.every(({ created, updated, removed }) => created + updated + removed === 0)).toBe(true);
});

test('a change of the menu reaches the product by itself, and one of the product reaches the menu', async () => {
  await sync('INITIAL');
  const [ours = '', theirs = ''] = items;
  await changePrice(ours, 175);
  const before = await shown(theirs);
  edit(theirs, { priceMinor: 222, available: false });
  const run = await sync('DELTA');
  expect(stepOf(run, 'PULL')).toMatchObject({ updated: 1, failed: 0 });
  expect(await shown(theirs)).toMatchObject({ price: { amount: 222 }, available: false });
  expect((await shown(theirs)).version).toBeGreaterThan(before.version);
  await heard();
  const told = (await redis.xrange(feedKey(t), '-', '+')).map(([, [, event]]) => JSON.parse(event ?? '{}'));
  const ofProduct = told.filter(({ source, type }) => source === 'SMP' && type.startsWith('menu_item.'));
  expect(ofProduct.map(({ type }) => type)).toEqual(['menu_item.updated', 'menu_item.availability_changed']);
  const [runs, versions] = [await countRuns(), account.byReference(theirs)?.version];
  expect(stepOf(await sync('DELTA'), 'PUSH')).toMatchObject({ updated: 0 });
  expect(await countRuns()).toBe(runs + 1);
  expect(account.byReference(theirs)?.version).toBe(versions);
});

test('an item that the product made comes onto the menu, once', async () => {
  await sync('INITIAL');
  const [category] = account.categories.values();
  const made = account.add({ name: { es: 'Agua' }, priceMinor: 90, categoryId: category?.id });
  const lost = account.add({ name: { es: 'Sin lugar' }, priceMinor: 90 });
  const run = await sync('DELTA');
  expect(run.status).toBe('ERROR');
  expect(stepOf(run, 'PULL')).toMatchObject({ created: 1, failed: 1 });
  expect(run.reason).toEqual({ code: 'ITEMS_FAILED', values: [{ name: 'items', count: 1 }], words: null });
  expect(run.failures.edges[0]?.node).toMatchObject({ externalId: lost.id, reason: { code: 'NO_SECTION' } });
  await sync('DELTA');
  expect(account.items.size).toBe(12);
  expect(account.read([made.id])[0]?.version).toBe(1);
});

test('what fails twice is tried a third time; what goes on failing is told, and the old data stay', async () => {
  smp.fail({ status: 500, times: 2, path: t });
  expect(await sync('INITIAL')).toMatchObject({ status: 'SUCCESS', attempts: 3 });
  await configure({ attempts: 2 });
  smp.fail({ status: 503, times: 2, path: t });
  expect(await sync('DELTA')).toMatchObject({ status: 'ERROR', attempts: 2, message: expect.stringContaining('503') });
  const refused = { code: 'REFUSED', values: [{ name: 'status', count: 503 }] };
  expect(await readSync()).toMatchObject({
    status: 'ERROR',
    lastError: expect.stringContaining('503'),
    reason: refused,
  });
  expect(account.items.size).toBe(10);
  expect((await shown(items[0] ?? '')).price.amount).toBe(100);
  expect(await sync('DELTA')).toMatchObject({ status: 'SUCCESS' });
  expect(await readSync()).toMatchObject({ status: 'SUCCESS', lastError: null, reason: null });
});

test('one item that fails holds up no other, and only that one is retried', async () => {
  account.rejects.add(items[3] ?? '');
  const run = await sync('INITIAL');
  expect(run).toMatchObject({ status: 'ERROR', failures: { totalCount: 1 } });
  expect(run.failures.edges[0]?.node).toMatchObject({
    localId: items[3],
    message: 'This item is refused.',
    reason: { code: 'ITEM_REFUSED', words: 'This item is refused.' },
  });
  expect(account.items.size).toBe(9);
  account.rejects.clear();
  const retried = await act('mutation ($id: ID!) { retrySyncRun(id: $id) { id } }', run.id);
  expect(retried).toMatchObject({ status: 'SUCCESS', mode: 'RETRY' });
  expect(stepOf(retried, 'PUSH')).toMatchObject({ seen: 1, created: 1 });
  expect(account.items.size).toBe(10);
});

test('when both sides change a field, the policy decides, or a person does', async () => {
  await sync('INITIAL');
  await configure({ policy: 'MANUAL' });
  const [first = '', second = ''] = items;
  for (const id of [first, second]) edit(id, { priceMinor: 900 });
  // In one transaction of the menu's own table, so that no run sees one side alone.
  await menu.subgraph.work(async ({ em }) => {
    for (const item of await em.find(MenuItem, { id: { $in: [first, second] } }))
      item.price = { amount: 800, currency: 'USD' };
  });
  const run = await sync('DELTA');
  expect(stepOf(run, 'PULL')).toMatchObject({ conflicts: 2, updated: 0 });
  expect([account.byReference(first)?.priceMinor, (await shown(first)).price.amount]).toEqual([900, 800]);
  const inbox = () =>
    owner.ofTenant<{ conflicts: { edges: { node: { id: string; localId: string } }[] } }>(
      'conflicts { edges { node { id localId field local remote } } }',
    );
  const { conflicts } = await inbox();
  const conflictOf = (id: string) => conflicts.edges.find(({ node }) => node.localId === id)?.node.id;
  const RESOLVE = 'mutation ($id: ID!, $take: SyncSide!) { resolveConflict(id: $id, take: $take) { taken } }';
  const decided = async (): Promise<true | undefined> =>
    account.byReference(first)?.priceMinor === 800 && (await shown(second)).price.amount === 900 ? true : undefined;
  await until(async () => {
    await owner.run(RESOLVE, { id: conflictOf(first), take: 'LOCAL' });
    await owner.run(RESOLVE, { id: conflictOf(second), take: 'REMOTE' });
  }, decided);
  expect((await inbox()).conflicts.edges).toEqual([]);
});

test('a run that would take much away waits for a word; an empty answer takes nothing away', async () => {
  await sync('INITIAL');
  for (const id of items.slice(0, 3)) edit(id, { deleted: true });
  const run = await sync('DELTA');
  expect(run).toMatchObject({ status: 'AWAITING_CONFIRMATION', message: expect.stringContaining('3') });
  expect(run.reason).toEqual({
    code: 'MUCH_TAKEN_AWAY',
    values: [
      { name: 'removed', count: 3 },
      { name: 'zeroed', count: 0 },
      { name: 'items', count: 10 },
      { name: 'percent', count: 20 },
    ],
    words: null,
  });
  const waiting = { side: 'LOCAL', change: 'REMOVE' };
  expect(await differencesOf(run.id)).toMatchObject([waiting, waiting, waiting]);
  expect(await shown(items[0] ?? '')).not.toBeNull();
  expect(await readSync()).toMatchObject({ status: 'PENDING' });
  expect(await owner.refusal(RUN, { t, mode: 'DELTA' })).toMatchObject({ code: 'CONFLICT' });
  const confirmed = await act('mutation ($id: ID!) { confirmSyncRun(id: $id) { id } }', run.id);
  expect(confirmed).toMatchObject({ status: 'SUCCESS' });
  expect(await shown(items[0] ?? '')).toBeNull();
  expect(await shown(items[3] ?? '')).not.toBeNull();
  account.items.clear();
  await sync('INITIAL');
  expect(await shown(items[3] ?? '')).not.toBeNull();
  expect(account.items.size).toBe(7);
});

test('a preview says what would change on which side, from what to what, and changes nothing', async () => {
  await sync('INITIAL');
  const [first = '', second = '', third = '', fourth = ''] = items;
  edit(first, { priceMinor: 900 });
  edit(second, { deleted: true });
  const [category] = account.categories.values();
  const made = account.add({ name: { es: 'Agua' }, priceMinor: 90, categoryId: category?.id });
  await menu.subgraph.work(async ({ em }) => {
    for (const item of await em.find(MenuItem, { id: { $in: [first, third, fourth] } }))
      Object.assign(item, item.id === third ? { removedAt: new Date() } : soldOut);
  });
  const run = await act('mutation ($id: ID!) { previewSync(tenantId: $id, product: SMP) { id } }', t);
  const sold = { field: 'available', before: { value: true }, after: { value: false } };
  const [of, item] = [
    (id: string) => account.byReference(id)?.id,
    (fields: unknown[]) => expect.arrayContaining(fields),
  ];
  expect(await differencesOf(run.id)).toEqual([
    {
      ...{ side: 'LOCAL', change: 'CREATE', name: 'Agua', localId: null, externalId: made.id },
      fields: item([{ field: 'name', before: null, after: { value: { es: 'Agua' } } }]),
    },
    {
      ...{ side: 'LOCAL', change: 'UPDATE', name: 'Plato 1', localId: first, externalId: of(first) },
      fields: [
        {
          field: 'price',
          before: { value: { amount: 100, currency: 'USD' } },
          after: { value: { amount: 900, currency: 'USD' } },
        },
      ],
    },
    { side: 'REMOTE', change: 'UPDATE', name: 'Plato 1', localId: first, externalId: of(first), fields: [sold] },
    {
      ...{ side: 'LOCAL', change: 'REMOVE', name: 'Plato 2', localId: second, externalId: of(second) },
      fields: item([{ field: 'name', before: { value: { es: 'Plato 2' } }, after: null }]),
    },
    {
      ...{ side: 'REMOTE', change: 'REMOVE', name: 'Plato 3', localId: third, externalId: of(third) },
      fields: item([{ field: 'available', before: { value: true }, after: null }]),
    },
    { side: 'REMOTE', change: 'UPDATE', name: 'Plato 4', localId: fourth, externalId: of(fourth), fields: [sold] },
  ]);
  expect([(await shown(first)).price.amount, account.byReference(fourth)?.available]).toEqual([100, true]);
  await menu.subgraph.work(({ em }) => em.nativeUpdate(MenuItem, { id: { $in: items.slice(4) } }, soldOut));
  await act('mutation ($id: ID!) { previewSync(tenantId: $id, product: SMP) { id } }', t);
  expect(await differencesOf(run.id)).toEqual([]);
});

test('of many differences the first thousand are kept, and it is said how many are not', async () => {
  await menu.subgraph.work(async ({ em }) => {
    const section = await em.findOneOrFail(MenuSection, { tenantId: t });
    for (let n = 0; n < 995; n += 1)
      em.create(MenuItem, { tenantId: t, section, names: { es: `Más ${n}` }, price: { amount: n, currency: 'USD' } });
  });
  const run = await act('mutation ($id: ID!) { previewSync(tenantId: $id, product: SMP) { id } }', t);
  expect(stepOf(run, 'PUSH')).toMatchObject({ created: 1_005 });
  const LEFT = 'query ($id: ID!) { syncRun(id: $id) { differencesLeftOut differences { totalCount } } }';
  expect(await owner.run(LEFT, { id: run.id })).toEqual({
    syncRun: { differencesLeftOut: 5, differences: { totalCount: 1_000 } },
  });
});

test('a preview counts and changes nothing', async () => {
  const run = await act('mutation ($id: ID!) { previewSync(tenantId: $id, product: SMP) { id } }', t);
  expect(run).toMatchObject({ status: 'SUCCESS', mode: 'PREVIEW' });
  expect(stepOf(run, 'PUSH')).toMatchObject({ created: 10 });
  expect(account.items.size).toBe(0);
  expect(await readSync()).toMatchObject({ status: 'PENDING', lastSyncAt: null });
});

test('a product that is off is not synced, neither by hand nor by a change of the menu', async () => {
  await sync('INITIAL');
  const { services } = (
    await owner.run<{ _entities: { services: { id: string; version: number }[] }[] }>(
      'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Tenant { services { id product status version } } } }',
      { r: [{ __typename: 'Tenant', id: t }] },
    )
  )._entities[0] ?? { services: [] };
  const { id, version } = services[0] ?? { id: '', version: 0 };
  await owner.run('mutation ($id: ID!, $v: Int!) { disableService(id: $id, version: $v) { status } }', {
    id,
    v: version,
  });
  expect(await owner.refusal(RUN, { t, mode: 'DELTA' })).toMatchObject({ code: 'CONFLICT' });
  const [item = ''] = items;
  await cook.run(PRICE, { id: item, version: (await shown(item)).version, amount: 777 });
  await heard();
  expect([await countRuns(), account.byReference(item)?.priceMinor]).toEqual([1, 100]);
});

test('a run whose worker died is taken over by another, and a cancelled one writes nothing more', async () => {
  const run = await ended(async () => {
    const { runSync } = await owner.run<{ runSync: { id: string } }>(RUN, { t, mode: 'PREVIEW' });
    return runSync.id;
  });
  // Of a version that knew no tasks, and said by its time that it had the run.
  const lose = `update tenants.sync_run set status = 'RUNNING', mode = 'INITIAL', lease = gen_random_uuid(),
    leased_until = now() - interval '1 second', steps = '[]' where id = ?`;
  await house.subgraph.work(({ em }) => em.execute(lose, [run.id]));
  const again = await until(
    () => house.subgraph.work(async (ctx) => enqueue(ctx, planRuns, {})),
    async () => {
      const now = await readRun(run.id);
      return now.status === 'RUNNING' ? undefined : now;
    },
  );
  expect(again).toMatchObject({ status: 'SUCCESS', mode: 'INITIAL' });
  expect(account.items.size).toBe(10);

  smp.fail({ status: 429, times: 1, retryAfter: 1, path: t });
  const cancelled = await ended(async () => {
    const { runSync } = await owner.run<{ runSync: { id: string } }>(RUN, { t, mode: 'DELTA' });
    await owner.run('mutation ($id: ID!) { cancelSyncRun(id: $id) { status } }', { id: runSync.id });
    return runSync.id;
  });
  expect(cancelled.status).toBe('CANCELLED');
  expect(await readSync()).toMatchObject({ status: expect.stringMatching('PENDING|SUCCESS') });
});

test('a run whose product asks for a long pause waits for it in the queue, and holds up nobody', async () => {
  await configure({ direction: 'PUSH' });
  smp.fail({ status: 429, times: 1, retryAfter: 3_600, path: `${t}/items` });
  const { runSync } = await owner.run<{ runSync: { id: string } }>(RUN, { t, mode: 'INITIAL' });
  const hasAsked = () => expect(smp.calls.some(({ path }) => path.endsWith(`${t}/items`))).toBe(true);
  await vi.waitFor(hasAsked);
  await vi.waitFor(async () => expect((await readRun(runSync.id)).status).toBe('QUEUED'));
  await owner.run('mutation ($id: ID!) { cancelSyncRun(id: $id) { status } }', { id: runSync.id });
});

test('a run that is cancelled in the middle of a page keeps nothing of it, and the next one makes nothing twice', async () => {
  await configure({ direction: 'PUSH' });
  smp.fail({ status: 429, times: 1, retryAfter: 1, path: `${t}/items` });
  const cancelled = await ended(async () => {
    const { runSync } = await owner.run<{ runSync: { id: string } }>(RUN, { t, mode: 'INITIAL' });
    const isSending = () => expect(smp.calls.some(({ path }) => path.endsWith(`${t}/items`))).toBe(true);
    await vi.waitFor(isSending);
    await owner.run('mutation ($id: ID!) { cancelSyncRun(id: $id) { status } }', { id: runSync.id });
    return runSync.id;
  });
  await vi.waitFor(() => expect(account.items.size).toBe(10));
  const versions = JSON.stringify([...account.items]);
  const next = await sync('DELTA');
  expect(stepOf(next, 'PUSH')).toMatchObject({ seen: 10, created: 10, failed: 0 });
  expect(JSON.stringify([...account.items])).toBe(versions);
  expect(await readRun(cancelled.id)).toMatchObject({ status: 'CANCELLED', failures: { totalCount: 0 } });
  expect((await readRun(cancelled.id)).steps.some(({ name }) => name === 'PUSH')).toBe(false);
});

test('by NEWEST the side that changed last is followed, on both sides', async () => {
  await sync('INITIAL');
  await configure({ policy: 'NEWEST' });
  const [ours = '', theirs = ''] = items;
  edit(ours, { priceMinor: 900 });
  await menu.subgraph.work(async ({ em }) => {
    for (const item of await em.find(MenuItem, { id: { $in: [ours, theirs] } }))
      item.price = { amount: 800, currency: 'USD' };
  });
  edit(theirs, { priceMinor: 700 });
  expect(stepOf(await sync('DELTA'), 'PULL')).toMatchObject({ conflicts: 0, updated: 1, failed: 0 });
  const prices = async (id: string) => [account.byReference(id)?.priceMinor, (await shown(id)).price.amount];
  expect([await prices(ours), await prices(theirs)]).toEqual([
    [800, 800],
    [700, 700],
  ]);
});

test('a price that changes is with the other product, and the sync says when', async () => {
  await sync('INITIAL');
  const [id = ''] = items;
  for (let amount = 1_001; amount <= 1_003; amount += 1) {
    const [{ version }, { lastSyncAt: before }] = [await shown(id), await readSync()];
    await until(
      () => cook.run(PRICE, { id, version, amount }),
      async () => {
        const { lastSyncAt } = await readSync();
        return account.byReference(id)?.priceMinor === amount && String(lastSyncAt) > String(before) ? true : undefined;
      },
    );
  }
});

test('nobody else sees a tenant’s syncs, and who may only look does not write', async () => {
  const { id } = await sync('INITIAL');
  const stranger = house.as(person('OWNER'));
  expect(await stranger.run(SYNC, { t })).toEqual({ tenantSync: null });
  expect(await stranger.run('query ($id: ID!) { syncRun(id: $id) { id } }', { id })).toEqual({ syncRun: null });
  expect(await stranger.refusal(RUN, { t, mode: 'DELTA' })).toMatchObject({ code: 'NOT_FOUND' });
  expect(await house.as(person('MARKETER', t)).refusal(RUN, { t, mode: 'DELTA' })).toMatchObject({ code: 'FORBIDDEN' });
});
