import { person, type TestSubgraph, type TestViewer } from '@mycelium/kit/testing';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Floor } from '../order/floor.testing.ts';
import { openTill, type Till } from '../payment/till.testing.ts';

const TABLE =
  'id name state seats x y width height rotation guests serverId seatedAt billAt dirtyAt version total { amount } orders { id lines { id } }';
const NEW_AREA =
  'mutation ($input: CreateFloorAreaInput!) { createFloorArea(input: $input) { id name version position } }';
const NEW = `mutation ($input: CreateTableInput!) { createTable(input: $input) { ${TABLE} } }`;
const CHANGE = `mutation ($id: ID!, $input: UpdateTableInput!) { updateTable(id: $id, input: $input) { ${TABLE} } }`;
const READ = `query ($id: ID!) { table(id: $id) { ${TABLE} removedAt } }`;
const LIST = `query ($at: ID!) { tables(locationId: $at) { name area { name } } }`;
const SEAT = `mutation ($id: ID!, $guests: Int!) { seatTable(id: $id, guests: $guests) { ${TABLE} } }`;
const MOVE_PARTY = `mutation ($id: ID!, $to: ID!) { moveParty(id: $id, toTableId: $to) { ${TABLE} } }`;
const MOVE = 'mutation ($id: ID!, $to: ID!) { moveOrder(id: $id, tableId: $to) { id version table { id name } } }';
const OPEN = 'mutation ($input: OpenOrderInput!) { openOrder(input: $input) { id version table { name } } }';
const ADD =
  'mutation ($id: ID!, $lines: [OrderLineInput!]!) { addOrderLines(orderId: $id, lines: $lines) { id totals { due { amount } } } }';
const PLACE = 'mutation ($id: ID!) { placeOrder(id: $id) { id } }';
const TICKETS = 'query ($at: ID!) { kitchenTickets(locationId: $at) { id order { id table { name } } } }';
const FOLLOW = `subscription ($at: ID!) { tableChanged(locationId: $at) { tableId table { name state total { amount } } } }`;
const one = (name: string) => `mutation ($id: ID!) { ${name}(id: $id) { ${TABLE} } }`;

interface Told {
  id: string;
  name: string;
  state: string;
  guests: number | null;
  serverId: string | null;
  seatedAt: string | null;
  version: number;
  total: { amount: number } | null;
  orders: { id: string; lines: { id: string }[] }[];
}

let testing: TestSubgraph;
let floor: Floor;
let till: Till;
let waiter: TestViewer;
let other: TestViewer;
let manager: TestViewer;
let areaId: string;

beforeAll(async () => {
  till = await openTill();
  ({ testing, floor, staff: waiter, manager } = till);
  other = testing.as(person('STAFF', floor.tenantId));
  areaId = await newArea('Salón');
});
afterAll(() => testing.close());

async function newArea(name: string, locationId = floor.locationId): Promise<string> {
  const { createFloorArea } = await manager.run<{ createFloorArea: { id: string } }>(NEW_AREA, {
    input: { locationId, name },
  });
  return createFloorArea.id;
}

let named = 0;
async function newTable(more: Record<string, unknown> = {}): Promise<Told> {
  const input = { areaId, name: `T${++named}`, seats: 4, x: 100, y: 200, ...more };
  return (await manager.run<{ createTable: Told }>(NEW, { input })).createTable;
}

async function openAt(tableId: string, ...items: string[]): Promise<string> {
  const input = { id: uuidv7(), locationId: floor.locationId, channel: 'DINE_IN', tableId };
  const { openOrder } = await waiter.run<{ openOrder: { id: string } }>(OPEN, { input });
  if (items.length > 0)
    await waiter.run(ADD, { id: openOrder.id, lines: items.map((itemId) => ({ id: uuidv7(), itemId })) });
  return openOrder.id;
}

const now = async (id: string) => (await waiter.run<{ table: Told }>(READ, { id })).table;
/** All that a refusal says. */
const refused = async (viewer: TestViewer, query: string, variables: Record<string, unknown>) =>
  (await viewer.ask(query, variables)).errors?.[0]?.extensions;

test('a table lies on the plan of its area, has a name of its own, and keeps what was not changed', async () => {
  const table = await newTable({ name: 'A1', rotation: 45 });
  const input = { areaId, name: 'a1', seats: 2, x: 0, y: 0 };
  expect(await refused(manager, NEW, { input })).toMatchObject({ code: 'CONFLICT', reason: 'NAME_TAKEN' });
  expect(await refused(manager, NEW, { input: { ...input, name: 'A2', x: 1_500 } })).toMatchObject({
    ...{ code: 'BAD_USER_INPUT', reason: 'OUTSIDE' },
  });
  expect(await refused(manager, NEW, { input: { ...input, name: 'A2', rotation: 360 } })).toMatchObject({
    ...{ code: 'BAD_USER_INPUT', path: ['input', 'rotation'] },
  });
  const { updateTable } = await manager.run<{ updateTable: Told }>(CHANGE, {
    ...{ id: table.id, input: { version: table.version, x: 1_440, y: 840 } },
  });
  expect(updateTable).toMatchObject({ name: 'A1', seats: 4, x: 1_440, y: 840, rotation: 45 });
  expect(await refused(manager, CHANGE, { id: table.id, input: { version: table.version, x: 1 } })).toMatchObject({
    code: 'CONFLICT',
    version: updateTable.version,
  });
  const there = await newArea('Patio', floor.otherLocationId);
  expect(
    await refused(manager, CHANGE, { id: table.id, input: { version: updateTable.version, areaId: there } }),
  ).toMatchObject({ reason: 'OTHER_LOCATION' });
});

test('an area stays as large as its tables need, goes when it has none, and comes back', async () => {
  const id = await newArea('Terraza');
  const table = await newTable({ areaId: id, x: 1_200, y: 100 });
  const SHRINK =
    'mutation ($id: ID!, $input: UpdateFloorAreaInput!) { updateFloorArea(id: $id, input: $input) { id } }';
  expect(await refused(manager, SHRINK, { id, input: { version: 1, width: 1_300 } })).toMatchObject({
    ...{ reason: 'OUTSIDE', path: ['input', 'width'] },
  });
  const REMOVE = 'mutation ($id: ID!) { removeFloorArea(id: $id) { removedAt } }';
  expect(await refused(manager, REMOVE, { id })).toMatchObject({ reason: 'HAS_TABLES', tables: 1 });
  await manager.run(one('removeTable'), { id: table.id });
  await manager.run(REMOVE, { id });
  expect((await refused(manager, one('restoreTable'), { id: table.id }))?.code).toBe('NOT_FOUND');
  await manager.run('mutation ($id: ID!) { restoreFloorArea(id: $id) { id } }', { id });
  const { restoreTable } = await manager.run<{ restoreTable: Told }>(one('restoreTable'), { id: table.id });
  expect(restoreTable).toMatchObject({ x: 1_200, y: 100 });
  const { tables } = await waiter.run<{ tables: { area: { name: string } }[] }>(LIST, { at: floor.locationId });
  expect(tables.at(-1)).toMatchObject({ name: table.name, area: { name: 'Terraza' } });
});

test('a table goes from free to dirty and back as its guests do', async () => {
  const { id, state } = await newTable();
  expect(state).toBe('FREE');
  const { seatTable } = await waiter.run<{ seatTable: Told }>(SEAT, { id, guests: 6 });
  expect(seatTable).toMatchObject({ state: 'SEATED', guests: 6, serverId: waiter.viewer.id });
  expect(await refused(other, SEAT, { id, guests: 2 })).toMatchObject({
    ...{ code: 'CONFLICT', reason: 'TABLE_STATE', state: 'SEATED' },
  });
  const orderId = await openAt(id, floor.pastor);
  expect((await now(id)).state).toBe('SEATED');
  await waiter.run(PLACE, { id: orderId });
  expect(await now(id)).toMatchObject({ state: 'ORDERED', total: { amount: 465 } });
  await waiter.run(one('askForBill'), { id });
  expect((await now(id)).state).toBe('BILL');
  expect(await refused(waiter, one('clearTable'), { id })).toMatchObject({
    ...{ code: 'CONFLICT', reason: 'TABLE_UNPAID', orders: [orderId], state: 'BILL' },
  });
  await till.payVoucher(orderId, 465);
  expect((await now(id)).state).toBe('BILL');
  await waiter.run(one('clearTable'), { id });
  expect(await now(id)).toMatchObject({ state: 'DIRTY', guests: null, serverId: null, orders: [] });
  expect(await refused(waiter, SEAT, { id, guests: 2 })).toMatchObject({ reason: 'TABLE_STATE', state: 'DIRTY' });
  await waiter.run(one('cleanTable'), { id });
  expect((await now(id)).state).toBe('FREE');
});

test('of ten who seat guests at one table at once, one does', async () => {
  const { id } = await newTable();
  const answers = await Promise.all(Array.from({ length: 10 }, () => waiter.ask(SEAT, { id, guests: 2 })));
  expect(answers.filter(({ errors }) => !errors)).toHaveLength(1);
});

test('where an order is to be paid a table is not free, whoever opened it, and each sees the lines of the other', async () => {
  const { id } = await newTable();
  const [first, second] = await Promise.all([openAt(id, floor.pastor), openAt(id, floor.agua)]);
  await other.run(ADD, { id: first, lines: [{ id: uuidv7(), itemId: floor.cheap }] });
  const table = await now(id);
  expect(table.state).toBe('SEATED');
  expect(table.orders.map((order) => order.id).toSorted()).toEqual([first, second].toSorted());
  expect(table.orders.find((order) => order.id === first)?.lines).toHaveLength(2);
  expect(await refused(manager, one('removeTable'), { id })).toMatchObject({ reason: 'TABLE_STATE' });
});

test('an order is opened at a table of its location alone', async () => {
  const elsewhere = await newArea('Norte', floor.otherLocationId);
  const { id } = await newTable({ areaId: elsewhere });
  const input = { id: uuidv7(), locationId: floor.locationId, channel: 'DINE_IN', tableId: id };
  expect(await refused(waiter, OPEN, { input })).toMatchObject({
    ...{ reason: 'OTHER_LOCATION', path: ['input', 'tableId'] },
  });
  const orderId = await openAt((await newTable()).id, floor.pastor);
  expect(await refused(waiter, MOVE, { id: orderId, to: id })).toMatchObject({ reason: 'OTHER_LOCATION' });
});

test('an order that moves takes its open ticket along, and the kitchen is sent nothing', async () => {
  const [from, to] = [await newTable(), await newTable()];
  const orderId = await openAt(from.id, floor.pastor, floor.agua);
  await manager.run('mutation ($input: CreateKitchenStationInput!) { createKitchenStation(input: $input) { id } }', {
    input: { locationId: floor.locationId, name: 'Plancha' },
  });
  await waiter.run(PLACE, { id: orderId });
  const heard = await waiter.follow(
    'subscription ($at: ID!) { kitchenTicketChanged(locationId: $at) { kind ticket { order { table { name } } } } }',
    { at: floor.locationId },
  );
  const { moveOrder } = await waiter.run<{ moveOrder: { version: number } }>(MOVE, { id: orderId, to: to.id });
  expect(moveOrder).toMatchObject({ table: { name: to.name } });
  const next = async () => (await heard.next()).value.data.kitchenTicketChanged;
  const first = await next();
  // That it was fired may be heard late.
  expect(first.kind === 'FIRED' ? await next() : first).toEqual({
    ...{ kind: 'MOVED', ticket: { order: { table: { name: to.name } } } },
  });
  await heard.return?.();
  const { kitchenTickets } = await waiter.run<{ kitchenTickets: { order: { id: string } }[] }>(TICKETS, {
    at: floor.locationId,
  });
  expect(kitchenTickets.filter(({ order }) => order.id === orderId)).toMatchObject([
    { order: { table: { name: to.name } } },
  ]);
  expect(await now(to.id)).toMatchObject({ state: 'ORDERED' });
  const again = await waiter.run<{ moveOrder: object }>(MOVE, { id: orderId, to: to.id });
  expect(again.moveOrder).toMatchObject({ version: moveOrder.version });
});

test('a table at which guests sat down with an order alone is left with it, and one at which they sat before is not', async () => {
  const [left, cooked, seated, to] = [await newTable(), await newTable(), await newTable(), await newTable()];
  const orders = [await openAt(left.id, floor.pastor), await openAt(cooked.id, floor.pastor)];
  await waiter.run(PLACE, { id: orders[1] });
  await waiter.run(SEAT, { id: seated.id, guests: 2 });
  orders.push(await openAt(seated.id, floor.pastor));
  for (const id of orders) await waiter.run(MOVE, { id, to: to.id });
  expect([(await now(left.id)).state, (await now(cooked.id)).state]).toEqual(['FREE', 'DIRTY']);
  expect(await now(seated.id)).toMatchObject({ state: 'SEATED', guests: 2 });
  expect((await now(to.id)).orders).toHaveLength(3);
});

test('guests who change their table take their orders along, and join those who sit there', async () => {
  const [from, to] = [await newTable(), await newTable()];
  await waiter.run(SEAT, { id: from.id, guests: 2 });
  const orders = [await openAt(from.id, floor.pastor), await openAt(from.id, floor.agua)];
  await other.run(SEAT, { id: to.id, guests: 3 });
  const seatedAt = (await now(from.id)).seatedAt;
  const { moveParty } = await waiter.run<{ moveParty: Told }>(MOVE_PARTY, { id: from.id, to: to.id });
  expect(moveParty).toMatchObject({ guests: 5, serverId: other.viewer.id, seatedAt });
  expect(moveParty.orders.map(({ id }) => id)).toEqual(orders);
  expect(await now(from.id)).toMatchObject({ state: 'DIRTY', orders: [], guests: null });
  expect(await refused(waiter, MOVE_PARTY, { id: from.id, to: to.id })).toMatchObject({ reason: 'TABLE_STATE' });
});

test('a table is given to somebody of the business, with its orders, and to nobody else', async () => {
  const { id } = await newTable();
  const orderId = await openAt(id, floor.pastor);
  const TRANSFER =
    'mutation ($id: ID!, $to: ID!) { transferTable(id: $id, serverId: $to) { serverId orders { id serverId } } }';
  const { transferTable } = await other.run<{ transferTable: object }>(TRANSFER, { id, to: other.viewer.id });
  expect(transferTable).toEqual({ serverId: other.viewer.id, orders: [{ id: orderId, serverId: other.viewer.id }] });
});

test('who follows the tables of a location hears what happens at them, and of no others', async () => {
  const heard = await waiter.follow(FOLLOW, { at: floor.locationId });
  const elsewhere = await newArea('Barra', floor.otherLocationId);
  const far = await newTable({ areaId: elsewhere });
  const { id, name } = await newTable();
  const orderId = await openAt(id, floor.pastor);
  await waiter.run(PLACE, { id: orderId });
  await till.payVoucher(orderId, 465);
  const states: string[] = [];
  while (states.at(-1) !== 'BILL') {
    const { tableId, table } = (await heard.next()).value.data.tableChanged;
    expect(tableId).not.toBe(far.id);
    if (table.name === name) states.push(table.state);
  }
  await heard.return?.();
});
