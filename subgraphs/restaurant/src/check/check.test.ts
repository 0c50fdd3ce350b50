import type { TestViewer } from '@mycelium/kit/testing';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Floor } from '../order/floor.testing.ts';
import { openTill, type Till } from '../payment/till.testing.ts';

const ORDER = /* GraphQL */ `
  id number progress money splitFromId mergedIntoId
  lines { id name quantity seat amount { amount } tax { amount } }
  totals { subtotal { amount } discount { amount } tax { amount } serviceCharge { amount } total { amount } due { amount } }
`;
const OPEN = 'mutation ($input: OpenOrderInput!) { openOrder(input: $input) { id } }';
const ADD = `mutation ($id: ID!, $lines: [OrderLineInput!]!) { addOrderLines(orderId: $id, lines: $lines) { ${ORDER} } }`;
const PLACE = `mutation ($id: ID!) { placeOrder(id: $id) { ${ORDER} } }`;
const SPLIT = `mutation ($id: ID!, $by: SplitBy!, $parts: Int, $checks: [SplitCheckInput!]! = []) {
  splitOrder(id: $id, by: $by, parts: $parts, checks: $checks) { ${ORDER} }
}`;
const MERGE = `mutation ($id: ID!, $ids: [ID!]!) { mergeOrders(id: $id, orderIds: $ids) { ${ORDER} } }`;
const READ = `query ($id: ID!) { order(id: $id) { ${ORDER} explain { step input rounded } } }`;
const TICKETS = `query ($at: ID!) { kitchenTickets(locationId: $at) { id order { id } fires { lineId kind difference line { orderNumber } } } }`;
const BUMP = 'mutation ($id: ID!) { bumpTicket(id: $id) { id } }';

const PREVIEW = `query ($id: ID!, $by: SplitBy!, $parts: Int, $checks: [SplitCheckInput!]! = []) { order(id: $id) {
  splitPreview(by: $by, parts: $parts, checks: $checks) {
    lines { quantity amount { amount } } tax { amount } serviceCharge { amount } total { amount }
  }
} }`;

type Column = 'subtotal' | 'discount' | 'tax' | 'serviceCharge' | 'total' | 'due';
interface Told {
  id: string;
  number: number;
  progress: string;
  money: string;
  splitFromId: string | null;
  mergedIntoId: string | null;
  lines: { id: string; name: string; quantity: string; amount: { amount: number }; tax: { amount: number } }[];
  totals: Record<Column, { amount: number }>;
}

let till: Till;
let floor: Floor;
let staff: TestViewer;

beforeAll(async () => {
  till = await openTill();
  ({ floor, staff } = till);
  await till.manager.run(
    'mutation ($input: CreateKitchenStationInput!) { createKitchenStation(input: $input) { id } }',
    { input: { locationId: floor.locationId, name: 'Plancha' } },
  );
});
afterAll(() => till.testing.close());

interface Wanted {
  itemId: string;
  quantity?: string;
  seat?: number;
}

async function ordered(...lines: Wanted[]): Promise<Told> {
  const id = uuidv7();
  await staff.run(OPEN, { input: { id, locationId: floor.locationId, channel: 'DINE_IN' } });
  const input = lines.map((line) => ({ id: uuidv7(), ...line }));
  return (await staff.run<{ addOrderLines: Told }>(ADD, { id, lines: input })).addOrderLines;
}

async function split(id: string, by: string, more: object = {}): Promise<Told[]> {
  return (await staff.run<{ splitOrder: Told[] }>(SPLIT, { id, by, ...more })).splitOrder;
}

const read = async (id: string) => (await staff.run<{ order: Told }>(READ, { id })).order;
const columns: Column[] = ['subtotal', 'discount', 'tax', 'serviceCharge', 'total', 'due'];
const amountsOf = ({ totals }: Told) => columns.map((column) => totals[column].amount);
const sumOf = (orders: readonly Told[]) =>
  columns.map((column) => orders.reduce((sum, { totals }) => sum + totals[column].amount, 0));
const ticketsOf = async (...ids: string[]) => {
  const { kitchenTickets } = await staff.run<{
    kitchenTickets: {
      id: string;
      order: { id: string };
      fires: { lineId: string; kind: string; difference: string; line: { orderNumber: number } }[];
    }[];
  }>(TICKETS, { at: floor.locationId });
  return kitchenTickets.filter(({ order }) => ids.includes(order.id));
};

test('equal checks are the order in every column, and differ by a cent at most', async () => {
  const order = await ordered({ itemId: floor.pastor }, { itemId: floor.agua }, { itemId: floor.flan, quantity: '2' });
  await till.manager.run(
    'mutation ($id: ID!) { discountOrder(id: $id, discount: { name: "x", percent: "10" }) { id } }',
    { id: order.id },
  );
  await staff.run(
    'mutation ($id: ID!) { setServiceCharge(id: $id, charge: { name: "party", percent: "18" }) { id } }',
    {
      id: order.id,
    },
  );
  const whole = await read(order.id);
  const checks = await split(order.id, 'EVENLY', { parts: 3 });
  expect(checks).toHaveLength(3);
  expect(sumOf(checks)).toEqual(amountsOf(whole));
  const totals = checks.map((check) => check.totals.total.amount);
  expect(Math.max(...totals) - Math.min(...totals)).toBeLessThanOrEqual(1);
  for (const { lines, totals: of } of checks) {
    expect(lines).toHaveLength(3);
    expect(lines.reduce((sum, line) => sum + line.amount.amount, 0)).toBe(of.subtotal.amount);
  }
  expect(checks.map(({ splitFromId }) => splitFromId)).toEqual([null, order.id, order.id]);
});

test('a check by seat has its own, its part of what was shared, and says where its odd cents come from', async () => {
  const order = await ordered(
    ...[
      { itemId: floor.pastor, seat: 1 },
      { itemId: floor.agua, seat: 2 },
      { itemId: floor.cheap, seat: 3 },
    ],
    { itemId: floor.flan },
  );
  const together = uuidv7();
  const checks = await split(order.id, 'BY_SEAT', { checks: [{ id: together, seats: [2, 3] }] });
  expect(sumOf(checks)).toEqual(amountsOf(order));
  expect(checks.map(({ lines }) => lines.map(({ name, quantity }) => [name, quantity]))).toEqual(
    [
      [
        ['Pastor', '1'],
        ['Flan', '0.334'],
      ],
      [
        ['Agua', '1'],
        ['Salsa', '1'],
        ['Flan', '0.666'],
      ],
    ].map((lines) =>
      lines.map(([name, quantity]) => [name, name === 'Flan' ? expect.stringMatching(/^0\.(333|667)$/) : quantity]),
    ),
  );
  const seats = await split(
    (await ordered({ itemId: floor.pastor, seat: 1 }, { itemId: floor.agua, seat: 4 })).id,
    'BY_SEAT',
  );
  expect(seats.map(({ lines }) => lines.map(({ name }) => name))).toEqual([['Pastor'], ['Agua']]);
  const { order: told } = await staff.run<{ order: { explain: { step: string }[] } }>(READ, { id: together });
  expect(told.explain.at(-1)).toMatchObject({ step: 'DUE' });
});

test('a split by item takes whole lines along under their ids, and parts as lines of their own', async () => {
  const order = await ordered({ itemId: floor.pastor, quantity: '3' }, { itemId: floor.agua });
  const [tacos, water] = order.lines;
  const id = uuidv7();
  const checks = [{ id, lines: [{ lineId: tacos?.id, quantity: '2' }, { lineId: water?.id }] }];
  const [rest, check] = await split(order.id, 'BY_ITEM', { checks });
  expect(rest?.lines).toMatchObject([{ id: tacos?.id, quantity: '1' }]);
  expect(check?.lines).toMatchObject([{ name: 'Pastor', quantity: '2' }, { id: water?.id }]);
  expect(sumOf([rest, check] as Told[])).toEqual(amountsOf(order));
  const again = await split(order.id, 'BY_ITEM', { checks });
  expect(again.map((each) => each.id)).toEqual([order.id, id]);
  expect(
    await till.refused(SPLIT, { id: order.id, by: 'BY_ITEM', checks: [{ id, lines: [{ lineId: tacos?.id }] }] }),
  ).toMatchObject({ code: 'CONFLICT', reason: 'ID_REUSED' });
});

test.each<[string, (lines: readonly string[]) => object]>([
  ['evenly', () => ({ by: 'EVENLY', checks: [{ id: uuidv7() }, { id: uuidv7() }] })],
  ['by seat', () => ({ by: 'BY_SEAT', checks: [{ id: uuidv7(), seats: [2] }] })],
  [
    'by item, one of three and a third of what is shared',
    ([tacos, flan]) => ({
      by: 'BY_ITEM',
      checks: [
        ...[
          { id: uuidv7(), lines: [{ lineId: tacos, quantity: '1' }] },
          { id: uuidv7(), lines: [{ lineId: flan, quantity: '0.333' }] },
        ],
      ],
    }),
  ],
])('a split %s comes to what its preview says, to the cent, and a preview writes nothing', async (_, splitOf) => {
  const order = await ordered(
    { itemId: floor.pastor, quantity: '3', seat: 1 },
    { itemId: floor.flan },
    { itemId: floor.agua, seat: 2 },
  );
  await staff.run(
    'mutation ($id: ID!) { setServiceCharge(id: $id, charge: { name: "party", percent: "17.5" }) { id } }',
    { id: order.id },
  );
  const whole = await read(order.id);
  const asked = { id: order.id, ...splitOf(whole.lines.map(({ id }) => id)) };
  const preview = await staff.run<{ order: { splitPreview: { total: { amount: number } }[] } }>(PREVIEW, asked);
  const told = preview.order.splitPreview;
  expect(await read(order.id)).toEqual(whole);
  expect(told.reduce((sum, { total }) => sum + total.amount, 0)).toBe(whole.totals.total.amount);
  const { splitOrder } = await staff.run<{ splitOrder: Told[] }>(SPLIT, asked);
  expect(told).toEqual(
    splitOrder.map(({ lines, totals: { tax, serviceCharge, total } }) => ({
      ...{ tax, serviceCharge, total },
      lines: lines.map(({ quantity, amount }) => ({ quantity, amount })),
    })),
  );
});

test('a preview refuses what the split would', async () => {
  const order = await ordered({ itemId: floor.pastor, quantity: '2' });
  const [line] = order.lines;
  const half = { by: 'BY_ITEM', checks: [{ id: uuidv7(), lines: [{ lineId: line?.id, quantity: '3' }] }] };
  expect(await till.refused(PREVIEW, { id: order.id, ...half })).toMatchObject({ reason: 'MORE_THAN_ORDERED' });
  await till.payVoucher(order.id, 500);
  half.checks = [{ id: uuidv7(), lines: [{ lineId: line?.id, quantity: '1' }] }];
  expect(await till.refused(PREVIEW, { id: order.id, ...half })).toMatchObject({ reason: 'REFUND_FIRST', paid: 500 });
});

test('of twenty who split an order under the same ids, one does', async () => {
  const order = await ordered({ itemId: floor.pastor, quantity: '2' });
  const checks = [{ id: uuidv7() }];
  const answers = await Promise.all(Array.from({ length: 20 }, () => split(order.id, 'EVENLY', { checks })));
  for (const answer of answers) expect(sumOf(answer)).toEqual(amountsOf(order));
});

test.each<[string, object, object]>([
  [
    'nothing for a check',
    { by: 'BY_ITEM', checks: [{ id: uuidv7(), lines: [] }] },
    { reason: 'EMPTY_CHECK', path: ['checks', 0] },
  ],
  ['no seats', { by: 'BY_SEAT' }, { reason: 'NO_SEATS' }],
  ['no number', { by: 'EVENLY' }, { reason: 'MISSING', path: ['parts'] }],
  ['one part', { by: 'EVENLY', parts: 1 }, { path: ['parts'] }],
  [
    'a foreign line',
    { by: 'BY_ITEM', checks: [{ id: uuidv7(), lines: [{ lineId: uuidv7() }] }] },
    { reason: 'UNKNOWN' },
  ],
  [
    'the same check twice',
    { by: 'EVENLY', checks: Array(2).fill({ id: '01a22e46-24d0-74a1-8df2-1e978fcbfeb5' }) },
    { reason: 'CHECKS_WRONG' },
  ],
])('a split with %s is refused', async (_, variables, refusal) => {
  const { id } = await ordered({ itemId: floor.pastor });
  expect(await till.refused(SPLIT, { id, ...variables })).toMatchObject({ code: 'BAD_USER_INPUT', ...refusal });
});

test('where something is paid, it stays where it covers no more than it did', async () => {
  const order = await ordered({ itemId: floor.pastor, quantity: '2' });
  await till.payVoucher(order.id, 500);
  const [line] = order.lines;
  expect(await till.refused(SPLIT, { id: order.id, by: 'EVENLY', parts: 2 })).toMatchObject({ reason: 'PARTLY_PAID' });
  const half = {
    id: order.id,
    by: 'BY_ITEM',
    checks: [{ id: uuidv7(), lines: [{ lineId: line?.id, quantity: '1' }] }],
  };
  expect(await till.refused(SPLIT, half)).toMatchObject({ reason: 'REFUND_FIRST', paid: 500 });
  expect(await read(order.id)).toMatchObject({ lines: [{ quantity: '2' }], money: 'PARTLY_PAID' });
});

test('the ticket that waits shows both checks, and nothing is sent', async () => {
  const order = await ordered({ itemId: floor.pastor, quantity: '2' });
  await staff.run(PLACE, { id: order.id });
  const [before] = await ticketsOf(order.id);
  const heard = await staff.follow(
    'subscription ($at: ID!) { kitchenTicketChanged(locationId: $at) { kind ticketId } }',
    {
      at: floor.locationId,
    },
  );
  const [rest, check] = await split(order.id, 'EVENLY', { parts: 2 });
  const { value } = await heard.next();
  expect(value.data.kitchenTicketChanged).toEqual({ kind: 'MOVED', ticketId: before?.id });
  await heard.return?.();
  const tickets = await ticketsOf(order.id, check?.id ?? '');
  expect(tickets).toHaveLength(1);
  const sums = Map.groupBy(tickets[0]?.fires ?? [], ({ lineId }) => lineId);
  expect([...sums.values()].map((fires) => fires.reduce((sum, { difference }) => sum + Number(difference), 0))).toEqual(
    [1, 1],
  );
  const numbers = new Set(tickets[0]?.fires.map(({ line }) => line.orderNumber));
  expect(numbers).toEqual(new Set([(await read(order.id)).number, (await read(check?.id ?? '')).number]));
  await staff.run(PLACE, { id: check?.id });
  await staff.run(PLACE, { id: rest?.id });
  expect(await ticketsOf(order.id, check?.id ?? '')).toHaveLength(1);
  await staff.run(BUMP, { id: before?.id });
  expect([(await read(order.id)).progress, (await read(check?.id ?? '')).progress]).toEqual(['READY', 'READY']);
});

test('what is voided on one check leaves the other one’s dish on the ticket', async () => {
  const order = await ordered({ itemId: floor.pastor, quantity: '2' });
  await staff.run(PLACE, { id: order.id });
  const [, check] = await split(order.id, 'EVENLY', { parts: 2 });
  const VOID = 'mutation ($id: ID!) { voidOrder(id: $id, reason: "left") { id } }';
  await till.manager.run(VOID, { id: check?.id });
  const toMake = async () =>
    (await ticketsOf(order.id)).filter(({ fires }) => fires.some(({ kind }) => kind === 'ADD'));
  expect(await toMake()).toHaveLength(1);
  await till.manager.run(VOID, { id: order.id });
  expect(await toMake()).toHaveLength(0);
});

test('orders that are merged are one to the cent, keep their ticket, and a till that asks again adds nothing twice', async () => {
  const [one, other] = [await ordered({ itemId: floor.pastor }), await ordered({ itemId: floor.agua })];
  await staff.run(PLACE, { id: other.id });
  const { mergeOrders } = await staff.run<{ mergeOrders: Told }>(MERGE, { id: one.id, ids: [other.id] });
  expect(mergeOrders).toMatchObject({ progress: 'IN_KITCHEN', lines: [{ name: 'Pastor' }, { name: 'Agua' }] });
  expect(mergeOrders.totals.total.amount).toBe(898);
  expect(await read(other.id)).toMatchObject({
    progress: 'VOID',
    mergedIntoId: one.id,
    lines: [],
    totals: { total: { amount: 0 } },
  });
  expect(await ticketsOf(one.id)).toHaveLength(1);
  await staff.run(MERGE, { id: one.id, ids: [other.id] });
  const again = [{ id: other.lines[0]?.id, itemId: floor.agua }];
  const { addOrderLines } = await staff.run<{ addOrderLines: Told }>(ADD, { id: other.id, lines: again });
  expect(addOrderLines.lines).toEqual([]);
  expect((await read(one.id)).lines).toHaveLength(2);
});

test('an order with money is not merged away, and one of another location neither', async () => {
  const [one, paid] = [await ordered({ itemId: floor.pastor }), await ordered({ itemId: floor.agua })];
  await till.payVoucher(paid.id, 100);
  expect(await till.refused(MERGE, { id: one.id, ids: [paid.id] })).toMatchObject({
    code: 'CONFLICT',
    reason: 'REFUND_FIRST',
  });
  const far = uuidv7();
  await staff.run(OPEN, { input: { id: far, locationId: floor.otherLocationId, channel: 'DINE_IN' } });
  expect(await till.refused(MERGE, { id: one.id, ids: [far] })).toMatchObject({ reason: 'OTHER_LOCATION' });
});

test('a portion that is counted comes back once, however many checks share it', async () => {
  const PORTIONS = 'mutation ($id: ID!, $left: Int) { setPortions(itemId: $id, left: $left) { portionsLeft } }';
  await till.manager.run(PORTIONS, { id: floor.cheap, left: 5 });
  const order = await ordered({ itemId: floor.cheap });
  const checks = await split(order.id, 'EVENLY', { parts: 3 });
  for (const { id } of checks)
    await till.manager.run('mutation ($id: ID!) { voidOrder(id: $id, reason: "left") { id } }', { id });
  const { menuItem } = await staff.run<{ menuItem: { portionsLeft: number } }>(
    'query ($id: ID!) { menuItem(id: $id) { portionsLeft } }',
    { id: floor.cheap },
  );
  expect(menuItem.portionsLeft).toBe(5);
});
