import { feedKey } from '@mycelium/bus/feed-key';
import { resourcesOf } from '@mycelium/kit/context';
import { Refusal } from '@mycelium/kit/errors';
import { type TestSubgraph, testSubgraph } from '@mycelium/kit/testing';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { type Kitchen, openKitchen } from '../../test/kitchen.ts';
import { Location } from '../location/location.ts';
import { restaurant } from '../subgraph.ts';
import { returnPortions, takePortions } from './portions.ts';

const SET =
  'mutation ($i: ID!, $l: ID, $n: Int) { setPortions(itemId: $i, locationId: $l, left: $n) { available portionsLeft soldOutReasons } }';
const ITEM =
  'query ($id: ID!) { menuItem(id: $id) { available portionsLeft soldOutReasons atLocations { location { id } available portionsLeft soldOutReasons } } }';
const SELL = 'mutation ($id: ID!, $a: Boolean!) { setMenuItemAvailability(id: $id, available: $a) { available } }';

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
const count = (left: number | null, locationId?: string) =>
  kitchen.cook.run(SET, { i: itemId, n: left, l: locationId });
const read = async () =>
  (await kitchen.owner.run<{ menuItem: Record<string, unknown> }>(ITEM, { id: itemId })).menuItem;

const take = (quantity = 1, locationId = kitchen.locationId) =>
  kitchen.work(async (ctx) => {
    const location = await ctx.em.findOneOrFail(Location, { id: locationId });
    await takePortions(ctx, location, [{ itemId, quantity, path: ['lines', 0, 'quantity'] }]);
  });
const giveBack = (quantity = 1) =>
  kitchen.work(async (ctx) => {
    const location = await ctx.em.findOneOrFail(Location, { id: kitchen.locationId });
    await returnPortions(ctx, location, { itemId, quantity });
  });

/** What was told of the item so far, by the names of the events. */
async function told(): Promise<string[]> {
  return vi.waitFor(async () => {
    const waiting = await testing.subgraph.work(({ em }) => em.execute('select 1 from restaurant.outbox'));
    expect(waiting).toEqual([]);
    const entries = await testing.subgraph.work(({ redis }) => redis.xrange(feedKey(kitchen.tenantId), '-', '+'));
    return entries.flatMap(([, fields]) =>
      fields.flatMap((field) => (field.startsWith('{') ? JSON.parse(field).type : [])),
    );
  });
}

test('of fifty who take the last portion at once one has it, and it is told once that it is sold out', async () => {
  await count(1);
  const outcomes = await Promise.allSettled(Array.from({ length: 50 }, () => take()));
  const refused = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason] : []));
  expect(refused).toHaveLength(49);
  for (const reason of refused) {
    expect(reason).toBeInstanceOf(Refusal);
    expect(reason.extensions).toMatchObject({ reason: 'SOLD_OUT', left: 0, path: ['lines', 0, 'quantity'] });
  }
  expect(await read()).toMatchObject({ available: false, portionsLeft: 0, soldOutReasons: ['COUNTDOWN'] });
  const events = await told();
  expect(events.filter((type) => type === 'menu_item.availability_changed')).toHaveLength(1);
  expect(events.filter((type) => type === 'item.sold_out')).toHaveLength(1);
}, 60_000);

test('who wants more than are left has none, and what nobody counts never ends', async () => {
  await take(1_000);
  await count(3);
  await expect(take(4)).rejects.toMatchObject({ extensions: { reason: 'SOLD_OUT', left: 3 } });
  await take(2);
  expect(await read()).toMatchObject({ available: true, portionsLeft: 1 });
});

test('what is returned can be had again, and what was sold out by it is back', async () => {
  await count(2);
  await take(2);
  await giveBack();
  expect(await read()).toMatchObject({ available: true, portionsLeft: 1, soldOutReasons: [] });
  expect((await told()).filter((type) => type === 'item.back')).toHaveLength(1);
  await kitchen.cook.run(SELL, { id: itemId, a: false });
  await take();
  await giveBack();
  // What a person has said is theirs to take back.
  expect(await read()).toMatchObject({ available: false, portionsLeft: 1, soldOutReasons: ['BY_HAND'] });
});

test('one location counts for itself', async () => {
  await count(1, kitchen.locationId);
  await take();
  await expect(take()).rejects.toMatchObject({ extensions: { reason: 'SOLD_OUT' } });
  await take(5, kitchen.otherId);
  expect(await read()).toMatchObject({
    ...{ available: true, portionsLeft: null },
    atLocations: [{ location: { id: kitchen.locationId }, available: false, soldOutReasons: ['COUNTDOWN'] }],
  });
  const HERE = 'query ($id: ID!, $at: ID!) { menuItem(id: $id) { atLocation(locationId: $at) { available } } }';
  const at = async (id: string) => kitchen.cook.run(HERE, { id: itemId, at: id });
  expect(await at(kitchen.locationId)).toEqual({ menuItem: { atLocation: { available: false } } });
  for (const other of [kitchen.otherId, uuidv7(), 'none'])
    expect(await at(other)).toEqual({ menuItem: { atLocation: null } });
  const events = await told();
  expect(events.filter((type) => type === 'item.sold_out')).toHaveLength(1);
  expect(events).not.toContain('menu_item.availability_changed');
});

test('a person who says that it is there ends a count that says there is none', async () => {
  await count(0);
  await kitchen.cook.run(SELL, { id: itemId, a: true });
  expect(await read()).toMatchObject({ available: true, portionsLeft: null, soldOutReasons: [] });
  await take(9);
});

test('when the next business day begins, what the countdown switched off is back, and nothing else', async () => {
  const byHand = await kitchen.newItem();
  await count(1);
  await count(1, kitchen.locationId);
  await take();
  await count(0);
  await kitchen.owner.run(SELL, { id: byHand, a: false });
  const jobs = await testing.subgraph.work(({ em }) =>
    em.execute<{ due: string }[]>(
      `select payload ->> 'due' as due from restaurant_worker._private_jobs where payload ->> 'tenantId' = ?`,
      [kitchen.tenantId],
    ),
  );
  expect(jobs.map(({ due }) => new Date(due).toLocaleTimeString('en-GB', { timeZone: 'America/Chicago' }))).toEqual([
    '04:00:00',
    '04:00:00',
  ]);
  await move(25 * 3_600_000);
  await vi.waitFor(
    async () =>
      expect(await read()).toMatchObject({
        ...{ available: true, portionsLeft: null, soldOutReasons: [] },
        atLocations: [{ available: true, portionsLeft: null }],
      }),
    15_000,
  );
  const { menuItem } = await kitchen.owner.run<{ menuItem: unknown }>(ITEM, { id: byHand });
  expect(menuItem).toMatchObject({ available: false, soldOutReasons: ['BY_HAND'] });
}, 30_000);

test('what was sold out by hand before its last portion went stays so on the next day', async () => {
  await count(1);
  await kitchen.cook.run(SELL, { id: itemId, a: false });
  await take();
  await move(25 * 3_600_000);
  await vi.waitFor(async () => expect(await read()).toMatchObject({ soldOutReasons: ['BY_HAND'] }), 15_000);
  expect(await read()).toMatchObject({ available: false, portionsLeft: null });
}, 30_000);

test.each([[-1], [100_001]])('%s portions are refused by their path', async (left) => {
  expect(await kitchen.cook.refusal(SET, { i: itemId, n: left })).toMatchObject({
    ...{ code: 'BAD_USER_INPUT', path: ['left'] },
  });
});

test('nobody counts what is another tenant’s', async () => {
  const stranger = await openKitchen(testing);
  expect(await stranger.owner.refusal(SET, { i: itemId, n: 1 })).toMatchObject({ code: 'NOT_FOUND' });
  expect(await kitchen.owner.refusal(SET, { i: itemId, n: 1, l: stranger.locationId })).toMatchObject({
    code: 'NOT_FOUND',
  });
});
