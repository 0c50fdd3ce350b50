import { person, type TestSubgraph, type TestViewer, testSubgraph } from '@mycelium/kit/testing';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Floor, openFloor } from '../order/floor.testing.ts';
import { restaurant } from '../subgraph.ts';

const FIELDS = /* GraphQL */ `
  id status tender kind reference businessDate cashSessionId version amount { amount currency } tip { amount }
  tendered { amount } change { amount } rounding { amount }
  order { money state totals { paid { amount } tip { amount } total { amount } due { amount } } }
`;
const CASH = `mutation ($input: RecordCashInput!) { recordCash(input: $input) { ${FIELDS} } }`;
const EXTERNAL = `mutation ($input: RecordExternalInput!) { recordExternal(input: $input) { ${FIELDS} } }`;
const READ =
  'query ($id: ID!) { order(id: $id) { money totals { paid { amount } due { amount } } payments { id amount { amount } } } }';

interface Taken {
  id: string;
  order: { money: string };
}

let testing: TestSubgraph;
let floor: Floor;
let staff: TestViewer;
let manager: TestViewer;
let stranger: TestViewer;
let drawerId: string;
let sessionId: string;

beforeAll(async () => {
  testing = await testSubgraph(restaurant);
  floor = await openFloor(testing);
  staff = testing.as(person('STAFF', floor.tenantId));
  manager = testing.as(person('MANAGER', floor.tenantId));
  stranger = testing.as(person('OWNER'));
  drawerId = await drawerAt(floor.locationId, 'Front');
  sessionId = await sessionOf(drawerId);
});
afterAll(() => testing.close());

async function drawerAt(at: string, name: string): Promise<string> {
  const made = await manager.run<{ createDrawer: { id: string } }>(
    'mutation ($at: ID!, $name: String!) { createDrawer(locationId: $at, name: $name) { id } }',
    { at, name },
  );
  return made.createDrawer.id;
}

const OPEN_DRAWER = `mutation ($input: OpenCashSessionInput!) {
  openCashSession(input: $input) { id businessDate closedAt float { amount currency } drawer { name } version }
}`;

async function sessionOf(drawer: string): Promise<string> {
  const input = { id: uuidv7(), drawerId: drawer, float: 20_000 };
  return (await staff.run<{ openCashSession: { id: string } }>(OPEN_DRAWER, { input })).openCashSession.id;
}

/** An order of 13.63: two tacos and a drink with their tax. */
async function ordered(locationId = floor.locationId): Promise<string> {
  const id = uuidv7();
  await staff.run('mutation ($input: OpenOrderInput!) { openOrder(input: $input) { id } }', {
    input: { id, locationId, channel: 'DINE_IN' },
  });
  const lines = [
    { id: uuidv7(), itemId: floor.pastor, quantity: '2' },
    { id: uuidv7(), itemId: floor.agua },
  ];
  await staff.run(
    'mutation ($id: ID!, $lines: [OrderLineInput!]!) { addOrderLines(orderId: $id, lines: $lines) { id } }',
    {
      ...{ id, lines },
    },
  );
  return id;
}

/** All that a refusal says, with the amounts that it names. */
async function refused(query: string, variables: Record<string, unknown>): Promise<object | undefined> {
  return (await staff.ask(query, variables)).errors?.[0]?.extensions;
}

const cash = (orderId: string, more: object = {}) => ({ id: uuidv7(), orderId, tendered: 2000, sessionId, ...more });
const voucher = (orderId: string, amount: number, more: object = {}) => ({
  ...{ id: uuidv7(), orderId, amount, kind: 'VOUCHER', reference: 'V-17', ...more },
});

test('cash pays to the cent, and what is above is its change', async () => {
  const orderId = await ordered();
  const { recordCash } = await staff.run<{ recordCash: object }>(CASH, { input: cash(orderId, { tip: 200 }) });
  expect(recordCash).toMatchObject({
    ...{ status: 'CAPTURED', tender: 'CASH', amount: { amount: 1363, currency: 'USD' }, tip: { amount: 200 } },
    ...{ tendered: { amount: 2000 }, change: { amount: 437 }, rounding: { amount: 0 }, cashSessionId: sessionId },
    ...{ businessDate: floor.businessDateNow() },
    order: {
      money: 'PAID',
      state: 'PAID',
      totals: { paid: { amount: 1363 }, tip: { amount: 200 }, due: { amount: 0 } },
    },
  });
  expect(await staff.refusal(CASH, { input: cash(orderId) })).toMatchObject({ code: 'CONFLICT', reason: 'ORDER_PAID' });
});

test('a part in cash and the rest by voucher: never more than is due, which the refusal says', async () => {
  const orderId = await ordered();
  const part = await staff.run<{ recordCash: Taken }>(CASH, { input: cash(orderId, { amount: 500, tendered: 500 }) });
  expect(part.recordCash).toMatchObject({ change: { amount: 0 }, order: { money: 'PARTLY_PAID' } });
  expect(await refused(EXTERNAL, { input: voucher(orderId, 864) })).toMatchObject({
    ...{ code: 'BAD_USER_INPUT', reason: 'OVER_PAYMENT', open: 863, path: ['input', 'amount'] },
  });
  const rest = await staff.run<{ recordExternal: Taken }>(EXTERNAL, { input: voucher(orderId, 863) });
  expect(rest.recordExternal).toMatchObject({
    ...{ tender: 'EXTERNAL', kind: 'VOUCHER', reference: 'V-17', cashSessionId: null, order: { money: 'PAID' } },
  });
  expect(await staff.run(READ, { id: orderId })).toMatchObject({
    order: { payments: [{ amount: { amount: 500 } }, { amount: { amount: 863 } }] },
  });
});

test('less cash than it is to pay is refused with what it needs', async () => {
  const orderId = await ordered();
  const input = cash(orderId, { amount: 1363, tendered: 1400, tip: 100 });
  expect(await refused(CASH, { input })).toMatchObject({ reason: 'NOT_ENOUGH', needed: 1463 });
  for (const [bad, path] of [
    [{ tendered: 0 }, ['input', 'tendered']],
    [{ tip: -1 }, ['input', 'tip']],
    [{ amount: -5 }, ['input', 'amount']],
  ] as const)
    expect(await staff.refusal(CASH, { input: cash(orderId, bad) })).toMatchObject({ code: 'BAD_USER_INPUT', path });
});

test('where the smallest coin is five, only cash that settles the order is rounded to it', async () => {
  const SMALLEST = `mutation ($id: ID!, $version: Int!, $coin: Int) {
    updateLocation(id: $id, input: { version: $version, smallestCoin: $coin }) { smallestCoin version }
  }`;
  const id = floor.otherLocationId;
  await manager.run(SMALLEST, { id, version: 1, coin: 5 });
  const session = await sessionOf(await drawerAt(id, 'Bar'));
  const orderId = await ordered(id);
  const input = cash(orderId, { sessionId: session, tendered: 1365 });
  expect(await staff.run(CASH, { input })).toMatchObject({
    recordCash: { amount: { amount: 1363 }, rounding: { amount: 2 }, change: { amount: 0 }, order: { money: 'PAID' } },
  });
  const elsewhere = cash(await ordered(id));
  expect(await staff.refusal(CASH, { input: elsewhere })).toMatchObject({
    ...{ reason: 'OTHER_LOCATION', path: ['input', 'sessionId'] },
  });
});

test('the same id with the same content is the same payment, another one is refused, and a wrong clock too', async () => {
  const orderId = await ordered();
  const input = voucher(orderId, 500);
  const first = await staff.run(EXTERNAL, { input });
  expect(await staff.run(EXTERNAL, { input })).toEqual(first);
  expect(await staff.refusal(EXTERNAL, { input: { ...input, amount: 501 } })).toMatchObject({ reason: 'ID_REUSED' });
  expect(await staff.refusal(CASH, { input: cash(orderId, { id: input.id }) })).toMatchObject({ reason: 'ID_REUSED' });
  const late = voucher(orderId, 5, { id: uuidv7({ msecs: Date.now() + 600_000 }) });
  expect(await staff.refusal(EXTERNAL, { input: late })).toMatchObject({ reason: 'CLOCK', path: ['input', 'id'] });
});

test('twenty tills that pay at once, under one id or under many, never pay too much', async () => {
  const orderId = await ordered();
  const input = voucher(orderId, 1000);
  const same = await Promise.all(Array.from({ length: 20 }, () => staff.run(EXTERNAL, { input })));
  expect(new Set(same.map((answer) => JSON.stringify(answer))).size).toBe(1);
  const many = await Promise.all(
    Array.from({ length: 20 }, () => staff.ask(EXTERNAL, { input: voucher(orderId, 200) })),
  );
  expect(many.filter(({ errors }) => !errors)).toHaveLength(1);
  expect(await staff.run(READ, { id: orderId })).toMatchObject({
    order: { money: 'PARTLY_PAID', totals: { paid: { amount: 1200 }, due: { amount: 163 } } },
  });
});

test('what was voided takes no money, and what was paid is voided by nobody', async () => {
  const VOID = 'mutation ($id: ID!) { voidOrder(id: $id, reason: "gone") { id } }';
  const gone = await ordered();
  await manager.run(VOID, { id: gone });
  expect(await refused(CASH, { input: cash(gone) })).toMatchObject({ reason: 'ORDER_STATE', state: 'VOID' });
  const paid = await ordered();
  await staff.run(CASH, { input: cash(paid) });
  expect(await manager.refusal(VOID, { id: paid })).toMatchObject({ reason: 'REFUND_FIRST' });
});

test('the database refuses another amount and every removal', async () => {
  const orderId = await ordered();
  const { recordCash } = await staff.run<{ recordCash: Taken }>(CASH, { input: cash(orderId) });
  for (const sql of ['update restaurant.payment set amount = amount - 1', 'delete from restaurant.payment'])
    await expect(testing.subgraph.work(({ em }) => em.execute(`${sql} where id = ?`, [recordCash.id]))).rejects.toThrow(
      'What is in the ledger stays as it is.',
    );
});

test('a drawer is open once; its id answers the same session', async () => {
  const drawer = await drawerAt(floor.locationId, 'Patio');
  const input = { id: uuidv7(), drawerId: drawer, float: 10_000 };
  const first = await staff.run(OPEN_DRAWER, { input });
  expect(first).toMatchObject({
    openCashSession: { float: { amount: 10_000, currency: 'USD' }, drawer: { name: 'Patio' } },
  });
  expect(await staff.run(OPEN_DRAWER, { input })).toEqual(first);
  expect(await staff.refusal(OPEN_DRAWER, { input: { ...input, float: 1 } })).toMatchObject({ reason: 'ID_REUSED' });
  const other = await drawerAt(floor.locationId, 'Garden');
  const tries = await Promise.all(
    Array.from({ length: 10 }, () => staff.ask(OPEN_DRAWER, { input: { id: uuidv7(), drawerId: other, float: 0 } })),
  );
  const refused = tries.flatMap(({ errors }) => errors?.map(({ extensions }) => extensions.reason) ?? []);
  expect(refused).toEqual(Array.from({ length: 9 }, () => 'DRAWER_OPEN'));
});

test('nobody of another tenant pays, reads or hears of it; its own follow one order', async () => {
  const orderId = await ordered();
  const changes = await staff.follow(
    'subscription ($id: ID!) { paymentChanged(orderId: $id) { paymentId payment { status order { money } } } }',
    { id: orderId },
  );
  await staff.run(CASH, { input: cash(await ordered()) });
  const { recordCash } = await staff.run<{ recordCash: Taken }>(CASH, { input: cash(orderId) });
  const { value } = await changes.next();
  expect(value.data.paymentChanged).toEqual({
    ...{ paymentId: recordCash.id, payment: { status: 'CAPTURED', order: { money: 'PAID' } } },
  });
  await changes.return?.();
  const own = await ordered();
  expect(await stranger.refusal(EXTERNAL, { input: voucher(own, 5) })).toMatchObject({ code: 'NOT_FOUND' });
  expect(await stranger.run('query ($id: ID!) { payment(id: $id) { id } }', { id: recordCash.id })).toEqual({
    payment: null,
  });
  const theirs = { input: { id: uuidv7(), drawerId, float: 0 } };
  expect(await stranger.refusal(OPEN_DRAWER, theirs)).toMatchObject({ code: 'NOT_FOUND' });
});

test('the payments of many orders take the same statements as those of a few', async () => {
  const LIST = `query ($at: ID!, $first: Int!) { orders(locationId: $at, first: $first) { edges { node { payments { ${FIELDS} } } } } }`;
  const count = (first: number) => testing.countSql(() => staff.run(LIST, { at: floor.locationId, first }));
  expect(await count(20)).toBe(await count(2));
});

test('the payments of a session are found by an index, in the months that can have them', async () => {
  const plan = await testing.subgraph.work(async ({ em }) => {
    const rows = await em.execute<{ 'QUERY PLAN': string }[]>(`explain select * from restaurant.payment
      where tenant_id = '${floor.tenantId}' and cash_session_id = '${sessionId}'
      and id >= restaurant.first_id_of(now()) and id < restaurant.first_id_of(now() + interval '1 second')`);
    return rows.map((row) => row['QUERY PLAN']).join('\n');
  });
  expect(plan.match(/on payment_\d{4}_\d{2}/g)).toHaveLength(1);
  expect(plan).toMatch(/Index/);
});
