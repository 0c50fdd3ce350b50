import { type TestSubgraph, testSubgraph } from '@mycelium/kit/testing';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { type Kitchen, openKitchen } from '../../test/kitchen.ts';
import { restaurant } from '../subgraph.ts';
import { Menu } from './menu.ts';

let testing: TestSubgraph;
let kitchen: Kitchen;
let itemId: string;

beforeAll(async () => {
  testing = await testSubgraph(restaurant);
});
beforeEach(async () => {
  kitchen = await openKitchen(testing);
  itemId = await kitchen.newItem();
});
afterAll(() => testing.close());

const name = [{ locale: 'es', text: 'Noche' }];
const days = ['MONDAY'];

async function make(field: string, type: string, input: Record<string, unknown>): Promise<string> {
  const { made } = await kitchen.owner.run<{ made: { id: string } }>(
    `mutation ($input: ${type}!) { made: ${field}(input: $input) { id } }`,
    { input },
  );
  return made.id;
}
const makeGroup = () => make('createModifierGroup', 'CreateModifierGroupInput', { name });
const makeHours = () => make('createDayPart', 'CreateDayPartInput', { name, days, from: '18:00', to: '23:00' });
const makeSection = async () => {
  const { id: menuId } = await kitchen.work(({ em }) => em.findOneOrFail(Menu, { tenantId: kitchen.tenantId }));
  return make('createMenuSection', 'CreateMenuSectionInput', { menuId, name });
};

/** All that the tenant has on its menu, as anybody sees it. */
async function seen(): Promise<unknown> {
  const { _entities } = await kitchen.owner.run<{ _entities: unknown[] }>(
    `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Tenant {
       dayParts { id } modifierGroups { id options { id } }
       menus { sections { id items { id priceChanges { id } modifierGroups { id } } } }
     } } }`,
    { r: [{ __typename: 'Tenant', id: kitchen.tenantId }] },
  );
  return _entities[0];
}

/** What the log was told of a thing that was removed or restored. */
async function toldOf(id: string): Promise<unknown[]> {
  return (await testing.audits())
    .filter(({ action }) => /^(remove|restore)/.test(action))
    .flatMap(({ action, records }) => records.map((record) => ({ action, ...record })))
    .filter(({ nounId }) => nounId === id);
}

test.each<[noun: string, make: () => Promise<string>]>([
  ['MenuSection', makeSection],
  ['MenuItem', async () => itemId],
  ['ModifierGroup', makeGroup],
  [
    'ModifierOption',
    async () =>
      make('createModifierOption', 'CreateModifierOptionInput', {
        ...{ groupId: await makeGroup(), name, price: { amount: 50, currency: 'USD' } },
      }),
  ],
  ['DayPart', makeHours],
  [
    'PriceChange',
    () =>
      make('planPriceChange', 'PlanPriceChangeInput', {
        ...{ itemId, price: { amount: 500, currency: 'USD' }, from: '2099-01-01T06:00' },
      }),
  ],
])(
  '%s that was removed is put back as it was, once, and the log knows of both',
  async (noun, makeOne) => {
    const id = await makeOne();
    const before = await seen();
    await kitchen.owner.run(`mutation ($id: ID!) { remove${noun}(id: $id) }`, { id });
    expect(await seen()).not.toEqual(before);
    expect(JSON.stringify(await seen())).not.toContain(id);
    expect(await kitchen.owner.refusal(`mutation ($id: ID!) { remove${noun}(id: $id) }`, { id })).toMatchObject({
      code: 'NOT_FOUND',
    });
    const restore = () => kitchen.owner.run(`mutation ($id: ID!) { restore${noun}(id: $id) { id } }`, { id });
    expect(await restore()).toEqual({ [`restore${noun}`]: { id } });
    expect(await seen()).toEqual(before);
    await restore();
    const moment = expect.stringMatching(/^\d{4}-/);
    await vi.waitFor(
      async () =>
        expect(await toldOf(id)).toMatchObject([
          { action: `remove${noun}`, kind: 'UPDATED', noun, before: { removedAt: null }, after: { removedAt: moment } },
          {
            action: `restore${noun}`,
            kind: 'UPDATED',
            noun,
            before: { removedAt: moment },
            after: { removedAt: null },
          },
        ]),
      15_000,
    );
  },
  30_000,
);

test.each([
  ['an item', 'MenuItem', 'item'],
  ['a section', 'MenuSection', 'section'],
] as const)('%s is not put back while the hours in which it was sold are removed', async (_, noun, kind) => {
  const hours = await makeHours();
  const id = kind === 'item' ? itemId : await makeSection();
  await kitchen.owner.run(`mutation ($id: ID!, $i: Update${noun}Input!) { update${noun}(id: $id, input: $i) { id } }`, {
    id,
    i: { version: 1, dayPartIds: [hours] },
  });
  await kitchen.owner.run(`mutation ($id: ID!) { remove${noun}(id: $id) }`, { id });
  await kitchen.owner.run('mutation ($id: ID!) { removeDayPart(id: $id) }', { id: hours });
  const RESTORE = `mutation ($id: ID!) { restore${noun}(id: $id) { dayParts { id } } }`;
  expect(await kitchen.owner.refusal(RESTORE, { id })).toMatchObject({ code: 'CONFLICT', reason: 'HOURS_REMOVED' });
  await kitchen.owner.run('mutation ($id: ID!) { restoreDayPart(id: $id) { id } }', { id: hours });
  expect(await kitchen.owner.run(RESTORE, { id })).toEqual({ [`restore${noun}`]: { dayParts: [{ id: hours }] } });
});

test('hours that were removed are no hours to sell anything in', async () => {
  const hours = await makeHours();
  await kitchen.owner.run('mutation ($id: ID!) { removeDayPart(id: $id) }', { id: hours });
  const UPDATE = 'mutation ($id: ID!, $i: UpdateMenuItemInput!) { updateMenuItem(id: $id, input: $i) { id } }';
  expect(await kitchen.owner.refusal(UPDATE, { id: itemId, i: { version: 1, dayPartIds: [hours] } })).toMatchObject({
    reason: 'UNKNOWN',
    path: ['input', 'dayPartIds', 0],
  });
  expect(
    await kitchen.owner.refusal(
      'mutation ($id: ID!, $i: UpdateDayPartInput!) { updateDayPart(id: $id, input: $i) { id } }',
      {
        ...{ id: hours, i: { version: 2, from: '17:00' } },
      },
    ),
  ).toMatchObject({ code: 'NOT_FOUND' });
});
