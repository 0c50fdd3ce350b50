import { resourcesOf } from '@mycelium/kit/context';
import { type TestSubgraph, testSubgraph } from '@mycelium/kit/testing';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Kitchen, openKitchen } from '../../test/kitchen.ts';
import { Channel } from '../channel.ts';
import { restaurant } from '../subgraph.ts';
import { Allergen } from './allergen.ts';
import { priceLine, readOffers, type WantedLine } from './price-line.ts';

let testing: TestSubgraph;
let kitchen: Kitchen;
let itemId: string;
let salsaId: string;
let quesoId: string;

beforeAll(async () => {
  testing = await testSubgraph(restaurant);
});
beforeEach(async () => {
  kitchen = await openKitchen(testing);
  itemId = await kitchen.newItem({ allergens: [Allergen.GLUTEN], taxClass: 'FOOD' });
  const group = await run<string>('createModifierGroup', 'CreateModifierGroupInput', {
    ...{ name: [{ locale: 'es', text: 'Extras' }], free: 1 },
  });
  const option = (name: string, amount: number, allergens: string[]) =>
    run<string>('createModifierOption', 'CreateModifierOptionInput', {
      ...{ groupId: group, name: [{ locale: 'es', text: name }], price: { amount, currency: 'USD' }, allergens },
    });
  salsaId = await option('Salsa', 50, []);
  quesoId = await option('Queso', 100, ['MILK', 'GLUTEN']);
  await change({ modifierGroupIds: [group] });
});
afterAll(() => testing.close());

async function run<Id>(field: string, type: string, input: Record<string, unknown>): Promise<Id> {
  const answer = await kitchen.owner.run<Record<string, { id: Id }>>(
    `mutation ($input: ${type}!) { ${field}(input: $input) { id } }`,
    { input },
  );
  return answer[field]?.id as Id;
}

async function change(input: Record<string, unknown>): Promise<void> {
  const { menuItem } = await kitchen.owner.run<{ menuItem: { version: number } }>(
    'query ($id: ID!) { menuItem(id: $id) { version } }',
    { id: itemId },
  );
  await kitchen.owner.run(
    'mutation ($id: ID!, $i: UpdateMenuItemInput!) { updateMenuItem(id: $id, input: $i) { id } }',
    { id: itemId, i: { version: menuItem.version, ...input } },
  );
}

const at = (input: Record<string, unknown>) =>
  run('setMenuItemAtLocation', 'MenuItemAtLocationInput', { itemId, locationId: kitchen.locationId, ...input });

const price = (more: Partial<WantedLine & { channel: Channel }> = {}, locationId = kitchen.locationId) =>
  kitchen.work(async (ctx) => {
    const line = { channel: Channel.DINE_IN, itemId, options: [], path: ['input', 'lines', 2], ...more };
    const { item: _, ...priced } = priceLine(
      await readOffers(ctx, { locationId, channel: line.channel }, [line]),
      line,
    );
    return priced;
  });
const reasonOf = (work: Promise<unknown>) =>
  work.then(
    () => 'SOLD',
    ({ extensions }) => ({ reason: extensions.reason, path: extensions.path }),
  );
const refused = (reason: string, ...field: (string | number)[]) => ({
  reason,
  path: ['input', 'lines', 2, ...field],
});

test('a line has what it costs, with its options, all allergens, and the class of its tax', async () => {
  const options = [
    { optionId: quesoId, quantity: 1 },
    { optionId: salsaId, quantity: 2 },
  ];
  expect(await price({ options })).toEqual({
    ...{ names: { es: 'Flan' }, unitPrice: 450, currency: 'USD', taxClass: 'FOOD' },
    allergens: ['GLUTEN', 'MILK'],
    options: [
      expect.objectContaining({ optionId: quesoId, names: { es: 'Queso' }, price: 100, quantity: 1 }),
      expect.objectContaining({ optionId: salsaId, names: { es: 'Salsa' }, price: 50, quantity: 1 }),
      expect.objectContaining({ optionId: salsaId, names: { es: 'Salsa' }, price: 0, quantity: 1 }),
    ],
  });
});

test('a location has a price of its own, or not the item at all', async () => {
  await at({ price: { amount: 500, currency: 'USD' } });
  expect([(await price()).unitPrice, (await price({}, kitchen.otherId)).unitPrice]).toEqual([500, 450]);
  await at({ price: null, hidden: true });
  expect(await reasonOf(price())).toEqual(refused('NOT_HERE', 'itemId'));
  expect((await price({}, kitchen.otherId)).unitPrice).toBe(450);
});

test('an item is sold in its ways and its section’s', async () => {
  await change({ channels: ['TAKEAWAY', 'DINE_IN'] });
  expect(await reasonOf(price({ channel: Channel.ONLINE }))).toEqual(refused('OTHER_CHANNEL', 'itemId'));
  expect(await reasonOf(price())).toBe('SOLD');
  await kitchen.owner.run(
    'mutation ($id: ID!, $i: UpdateMenuSectionInput!) { updateMenuSection(id: $id, input: $i) { channels } }',
    { id: kitchen.sectionId, i: { version: 1, channels: ['TAKEAWAY'] } },
  );
  expect(await reasonOf(price())).toEqual(refused('OTHER_CHANNEL', 'itemId'));
  expect(await reasonOf(price({ channel: Channel.TAKEAWAY }))).toBe('SOLD');
});

test('an item is sold in its hours, by the clocks of each location', async () => {
  const now = await testing.subgraph.work(async (ctx) => resourcesOf(ctx).clock.now());
  const time = (zone: string, aheadMs: number) =>
    new Date(now.getTime() + aheadMs).toLocaleTimeString('en-GB', {
      timeZone: zone,
      hour: '2-digit',
      minute: '2-digit',
    });
  const days = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'];
  // Two hours around now in Chicago, where Los Angeles is two hours behind.
  const [from, to] = [-3_600_000, 3_600_000].map((ahead) => time('America/Chicago', ahead));
  const id = await run<string>('createDayPart', 'CreateDayPartInput', {
    ...{ name: [{ locale: 'es', text: 'Desayuno' }], days, from, to },
  });
  await change({ dayPartIds: [id] });
  expect(await reasonOf(price())).toBe('SOLD');
  expect(await reasonOf(price({}, kitchen.otherId))).toEqual(refused('OTHER_HOURS', 'itemId'));
  expect(await kitchen.owner.refusal('mutation ($id: ID!) { removeDayPart(id: $id) }', { id })).toMatchObject({
    ...{ code: 'CONFLICT', reason: 'NOT_EMPTY' },
  });
  await change({ dayPartIds: [] });
  await kitchen.owner.run('mutation ($id: ID!) { removeDayPart(id: $id) }', { id });
  expect(await reasonOf(price({}, kitchen.otherId))).toBe('SOLD');
});

test('what is sold out, everywhere or here, is not sold', async () => {
  await kitchen.cook.run(
    'mutation ($i: ID!, $l: ID!) { setMenuItemAvailabilityAt(itemId: $i, locationId: $l, available: false) { available } }',
    { i: itemId, l: kitchen.locationId },
  );
  expect(await reasonOf(price())).toEqual(refused('SOLD_OUT', 'itemId'));
  expect(await reasonOf(price({}, kitchen.otherId))).toBe('SOLD');
  await kitchen.cook.run('mutation ($id: ID!) { setMenuItemAvailability(id: $id, available: false) { id } }', {
    id: itemId,
  });
  expect(await reasonOf(price({}, kitchen.otherId))).toEqual(refused('SOLD_OUT', 'itemId'));
});

test('what a client sends beside the menu is refused by its path', async () => {
  const one = (optionId: string, quantity = 1) => ({ options: [{ optionId, quantity }] });
  const stranger = await openKitchen(testing);
  const foreign = await stranger.newItem();
  expect(await reasonOf(price({ itemId: foreign }))).toEqual(refused('UNKNOWN', 'itemId'));
  expect(await reasonOf(price({ itemId: 'x' }))).toEqual(refused('UNKNOWN', 'itemId'));
  expect(await reasonOf(price(one(itemId)))).toEqual(refused('NOT_AN_OPTION', 'modifiers', 0, 'optionId'));
  expect(await reasonOf(price(one(salsaId, 0)))).toEqual(refused('TOO_SMALL', 'modifiers', 0, 'quantity'));
  expect(await reasonOf(price(one(salsaId, 1.5)))).toEqual(refused('NOT_WHOLE', 'modifiers', 0, 'quantity'));
  expect(await reasonOf(price(one(salsaId, 101)))).toEqual(refused('TOO_LARGE', 'modifiers', 0, 'quantity'));
  expect(
    await kitchen.owner.refusal('mutation ($i: MenuItemAtLocationInput!) { setMenuItemAtLocation(input: $i) { id } }', {
      i: { itemId, locationId: kitchen.locationId, price: { amount: 1, currency: 'MXN' } },
    }),
  ).toMatchObject({ reason: 'OTHER_CURRENCY', path: ['input', 'price', 'currency'] });
});
