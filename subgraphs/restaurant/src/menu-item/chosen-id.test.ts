import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { person, type TestSubgraph, type TestViewer, testSubgraph } from '@mycelium/kit/testing';
import { Kind, parse } from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Menu } from '../menu/menu.ts';
import { MenuSection } from '../menu-section/menu-section.ts';
import { Restaurant } from '../restaurant/restaurant.ts';
import { restaurant } from '../subgraph.ts';
import { MenuItem } from './menu-item.ts';

let testing: TestSubgraph;
let owner: TestViewer;
let stranger: TestViewer;
/** The section of each. */
let [ours, theirs] = ['', ''];
let item: string;

beforeAll(async () => {
  testing = await testSubgraph(restaurant);
  [owner, stranger] = [testing.as(person('OWNER')), testing.as(person('OWNER'))];
  [ours, theirs] = [await openMenu(owner), await openMenu(stranger)];
  item = await testing.subgraph.work(async ({ em }) => {
    const tenantId = owner.viewer.tenantId as string;
    const price = { amount: 450, currency: 'USD' };
    return em.create(MenuItem, { tenantId, section: ours, names: { es: 'Taco' }, price }).id;
  });
});
afterAll(() => testing.close());

function openMenu({ viewer }: TestViewer): Promise<string> {
  return testing.subgraph.work(async ({ em }) => {
    const tenantId = viewer.tenantId as string;
    const place = em.create(Restaurant, { tenantId, name: 'Las Reinas' });
    const menu = em.create(Menu, { tenantId, names: { es: 'Carta' }, restaurant: place });
    return em.create(MenuSection, { tenantId, menu, names: { es: 'Tacos' } }).id;
  });
}

test('an id that another tenant has chosen is as free as any other, and each has its own row', async () => {
  const create = (id: string) => `mutation { createMenuItem(input: {
    id: "${id}", sectionId: "${theirs}", name: [{ locale: "es", text: "Suyo" }], price: { amount: 1, currency: "USD" }
  }) { id name version } }`;
  for (const id of [item, randomUUID()])
    expect(await stranger.run(create(id))).toEqual({ createMenuItem: { id, name: 'Suyo', version: 1 } });
  expect(await stranger.run(create(item))).toMatchObject({ createMenuItem: { name: 'Suyo' } });
  await stranger.run(`mutation { setMenuItemAvailability(id: "${item}", available: false) { id } }`);
  const READ = `{ menuItem(id: "${item}") { name available } }`;
  expect([await owner.run(READ), await stranger.run(READ)]).toEqual([
    { menuItem: { name: 'Taco', available: true } },
    { menuItem: { name: 'Suyo', available: false } },
  ]);
  const entities = 'query ($r: [_Any!]!) { _entities(representations: $r) { ... on MenuItem { name } } }';
  expect(await stranger.run(entities, { r: [{ __typename: 'MenuItem', id: item }] })).toEqual({
    _entities: [{ name: 'Suyo' }],
  });
  await stranger.run(`mutation { removeMenuItem(id: "${item}") }`);
  expect(await owner.run(READ)).toEqual({ menuItem: { name: 'Taco', available: true } });
});

test('two who choose the same id in one tenant at once make one item', async () => {
  const id = randomUUID();
  const create = `mutation { createMenuItem(input: {
    id: "${id}", sectionId: "${ours}", name: [{ locale: "es", text: "Doble" }], price: { amount: 1, currency: "USD" }
  }) { id } }`;
  await Promise.all([1, 2, 3].map(() => owner.ask(create)));
  expect(await owner.run(create)).toEqual({ createMenuItem: { id } });
  const rows = await testing.subgraph.work(({ em }) =>
    em.execute('select 1 from restaurant.menu_item where id = ?', [id]),
  );
  expect(rows).toHaveLength(1);
});

test('of all inputs of the graph, only what a till makes takes an id that its client chooses', async () => {
  const graph = parse(await readFile(new URL('../../../../schema/api.graphql', import.meta.url), 'utf8'));
  const choosing = graph.definitions.flatMap((type) => {
    // A filter, a subject, a version and a stage of a pipeline name what is there, a reference what another system has.
    if (
      type.kind !== Kind.INPUT_OBJECT_TYPE_DEFINITION ||
      /Filter$|VersionInput$|^(?:Subject|PipelineStage|ContactReference)Input$/.test(type.name.value)
    )
      return [];
    return (type.fields ?? []).some(({ name }) => name.value === 'id') ? [type.name.value] : [];
  });
  // Another one here needs a key of its table that its tenant is part of, and a test like the one above.
  expect(choosing.toSorted()).toEqual([
    ...['CashMovementInput', 'CreateMenuItemInput', 'OpenCashSessionInput', 'OpenOrderInput', 'OrderLineInput'],
    ...['RecordCashInput', 'RecordExternalInput', 'RefundInput', 'SplitCheckInput'],
  ]);
  for (const table of ['menu_item', '"order"', 'order_line', 'payment', 'refund', 'cash_session', 'cash_movement']) {
    const [key] = await testing.subgraph.work(({ em }) =>
      em.execute<{ columns: string }[]>(
        `select pg_get_constraintdef(oid) as columns from pg_constraint
         where conrelid = 'restaurant.${table}'::regclass and contype = 'p'`,
      ),
    );
    expect(key?.columns).toMatch(/^PRIMARY KEY \(id, tenant_id(, location_id)?\)$/);
  }
});
