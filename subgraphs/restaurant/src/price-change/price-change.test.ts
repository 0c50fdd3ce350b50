import { resourcesOf } from '@mycelium/kit/context';
import { type TestSubgraph, testSubgraph } from '@mycelium/kit/testing';
import { Temporal } from 'temporal-polyfill';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { type Kitchen, openKitchen } from '../../test/kitchen.ts';
import { restaurant } from '../subgraph.ts';

const PLAN =
  'mutation ($i: PlanPriceChangeInput!) { planPriceChange(input: $i) { id startsAt price { amount } location { id } } }';
const ITEM =
  'query ($id: ID!) { menuItem(id: $id) { version price { amount } priceChanges { id } atLocations { price { amount } } } }';
const DAY = 24 * 3_600_000;

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
afterEach(() => move(0));
afterAll(() => testing.close());

const move = (aheadMs: number) => testing.subgraph.work(async (ctx) => resourcesOf(ctx).clock.move(aheadMs));
const there = (zone: string, aheadMs: number) =>
  Temporal.Instant.fromEpochMilliseconds(Date.now() + aheadMs)
    .toZonedDateTimeISO(zone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' });

interface Plan {
  id: string;
  startsAt: string;
  location: { id: string } | null;
}

async function plan(amount: number, from: string, locationId?: string): Promise<Plan> {
  const i = { itemId, price: { amount, currency: 'USD' }, from, locationId };
  return (await kitchen.owner.run<{ planPriceChange: Plan }>(PLAN, { i })).planPriceChange;
}
const read = async () =>
  (await kitchen.owner.run<{ menuItem: Record<string, unknown> }>(ITEM, { id: itemId })).menuItem;

test('a planned price is seen before, comes at its moment, and is recorded', async () => {
  const { id } = await plan(500, there('America/Chicago', DAY));
  const here = await plan(550, there('America/Chicago', DAY), kitchen.locationId);
  expect(here.location).toEqual({ id: kitchen.locationId });
  expect(await read()).toMatchObject({
    price: { amount: 450 },
    priceChanges: [{ id }, { id: here.id }],
    atLocations: [],
  });
  await move(DAY + 60_000);
  await vi.waitFor(
    async () =>
      expect(await read()).toMatchObject({
        ...{ version: 2, price: { amount: 500 }, priceChanges: [], atLocations: [{ price: { amount: 550 } }] },
      }),
    15_000,
  );
  await vi.waitFor(async () => {
    const told = (await testing.audits()).filter(
      ({ action, tenantId }) => action === 'apply-price' && tenantId === kitchen.tenantId,
    );
    expect(told.flatMap(({ records }) => records)).toMatchObject([
      { noun: 'MenuItem', nounId: itemId, before: { 'price.amount': 450 }, after: { 'price.amount': 500 } },
      { noun: 'MenuItemAtLocation', before: { 'price.amount': null }, after: { 'price.amount': 550 } },
    ]);
  });
}, 30_000);

test('one that was taken back does not come', async () => {
  const REMOVE = 'mutation ($id: ID!) { removePriceChange(id: $id) }';
  const { id } = await plan(500, there('America/Chicago', DAY));
  const later = await plan(600, there('America/Chicago', DAY + 60_000));
  await kitchen.owner.run(REMOVE, { id });
  expect(await kitchen.owner.refusal(REMOVE, { id })).toMatchObject({ code: 'NOT_FOUND' });
  await move(DAY + 180_000);
  await vi.waitFor(async () => expect(await read()).toMatchObject({ version: 2, price: { amount: 600 } }), 15_000);
  expect(await kitchen.owner.refusal(REMOVE, { id: later.id })).toMatchObject({ code: 'NOT_FOUND' });
}, 30_000);

test('one that was put back comes as it was planned, and none whose moment has gone by is', async () => {
  const REMOVE = 'mutation ($id: ID!) { removePriceChange(id: $id) }';
  const RESTORE = 'mutation ($id: ID!) { restorePriceChange(id: $id) { id } }';
  const { id } = await plan(500, there('America/Chicago', DAY));
  const late = await plan(600, there('America/Chicago', DAY / 2));
  await kitchen.owner.run(REMOVE, { id });
  await kitchen.owner.run(REMOVE, { id: late.id });
  await kitchen.owner.run(RESTORE, { id });
  await move(DAY + 60_000);
  await vi.waitFor(async () => expect(await read()).toMatchObject({ version: 2, price: { amount: 500 } }), 15_000);
  expect(await kitchen.owner.refusal(RESTORE, { id: late.id })).toMatchObject({ reason: 'IN_THE_PAST' });
}, 30_000);

test.each([
  ['an hour that the clocks leave out is as much later', '2027-03-14T02:30', '2027-03-14T08:30:00.000Z'],
  ['of an hour that comes twice it is the first', '2027-11-07T01:30', '2027-11-07T06:30:00.000Z'],
  ['each other one is by the clocks of the place', '2027-07-01T06:00', '2027-07-01T11:00:00.000Z'],
])('%s', async (_, from, startsAt) => {
  expect(await plan(500, from)).toMatchObject({ startsAt });
});

test('each location has its own clocks', async () => {
  expect(await plan(500, '2027-07-01T06:00', kitchen.otherId)).toMatchObject({ startsAt: '2027-07-01T13:00:00.000Z' });
});

test.each([
  ['a moment in the past', { from: '2020-01-01T06:00' }, 'IN_THE_PAST', ['input', 'from']],
  ['no moment', { from: 'tomorrow' }, 'WRONG_FORM', ['input', 'from']],
  ['a day that there is not', { from: '2027-02-30T06:00' }, 'WRONG_FORM', ['input', 'from']],
  ['another currency', { price: { amount: 1, currency: 'MXN' } }, 'OTHER_CURRENCY', ['input', 'price', 'currency']],
])('%s is refused', async (_, wrong, reason, path) => {
  const i = { itemId, price: { amount: 500, currency: 'USD' }, from: '2027-07-01T06:00', ...wrong };
  expect(await kitchen.owner.refusal(PLAN, { i })).toMatchObject({ reason, path });
});

test('nobody plans what is another tenant’s', async () => {
  const stranger = await openKitchen(testing);
  const i = { itemId, price: { amount: 500, currency: 'USD' }, from: '2027-07-01T06:00' };
  expect(await stranger.owner.refusal(PLAN, { i })).toMatchObject({ code: 'NOT_FOUND' });
});
