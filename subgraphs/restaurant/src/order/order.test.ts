import { feedKey } from '@mycelium/bus/feed-key';
import { person, type TestSubgraph, type TestViewer, testSubgraph } from '@mycelium/kit/testing';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { restaurant } from '../subgraph.ts';
import { type Floor, openFloor } from './floor.testing.ts';

const FIELDS = /* GraphQL */ `
  id number state progress money businessDate version
  lines { id name quantity unitPrice { amount } gross { amount } amount { amount } tax { amount } voidedAt version }
  totals { subtotal { amount currency } discount { amount } tax { amount } serviceCharge { amount } total { amount } due { amount } }
`;
const OPEN = `mutation ($input: OpenOrderInput!) { openOrder(input: $input) { ${FIELDS} } }`;
const ADD = `mutation ($id: ID!, $lines: [OrderLineInput!]!) { addOrderLines(orderId: $id, lines: $lines) { ${FIELDS} } }`;
const CHANGE = `mutation ($id: ID!, $input: ChangeOrderLineInput!) { changeOrderLine(id: $id, input: $input) { ${FIELDS} } }`;
const PLACE = `mutation ($id: ID!) { placeOrder(id: $id) { ${FIELDS} placedAt } }`;
const VOID = `mutation ($id: ID!, $reason: String!) { voidOrder(id: $id, reason: $reason) { ${FIELDS} } }`;
const VOID_LINE = `mutation ($id: ID!, $reason: String!) { voidOrderLine(id: $id, reason: $reason) { ${FIELDS} } }`;
const DISCOUNT = `mutation ($id: ID!, $discount: PortionInput!) { discountOrder(id: $id, discount: $discount) { ${FIELDS} } }`;
const READ = `query ($id: ID!) { order(id: $id) { ${FIELDS} } }`;

interface Line {
  id: string;
  name: string;
  version: number;
  amount: { amount: number };
}
interface Told {
  id: string;
  number: number;
  progress: string;
  businessDate: string;
  version: number;
  lines: Line[];
  totals: Record<'subtotal' | 'discount' | 'tax' | 'serviceCharge' | 'total' | 'due', { amount: number }>;
}

let testing: TestSubgraph;
let floor: Floor;
let staff: TestViewer;
let manager: TestViewer;
let stranger: TestViewer;

beforeAll(async () => {
  testing = await testSubgraph(restaurant);
  floor = await openFloor(testing);
  staff = testing.as(person('STAFF', floor.tenantId));
  manager = testing.as(person('MANAGER', floor.tenantId));
  stranger = testing.as(person('OWNER'));
});
afterAll(() => testing.close());

async function open(input: Record<string, unknown> = {}): Promise<Told> {
  const given = { id: uuidv7(), locationId: floor.locationId, channel: 'DINE_IN', ...input };
  return (await staff.run<{ openOrder: Told }>(OPEN, { input: given })).openOrder;
}

const line = (itemId: string, more: Record<string, unknown> = {}) => ({ id: uuidv7(), itemId, ...more });

async function add(id: string, ...lines: object[]): Promise<Told> {
  return (await staff.run<{ addOrderLines: Told }>(ADD, { id, lines })).addOrderLines;
}

test('an order comes to its cents, with the tax of its location', async () => {
  const { id } = await open();
  const order = await add(id, line(floor.pastor, { quantity: '2' }), line(floor.agua));
  expect(order.totals).toEqual({
    ...{ subtotal: { amount: 1245, currency: 'USD' }, discount: { amount: 0 }, tax: { amount: 118 } },
    ...{ serviceCharge: { amount: 0 }, total: { amount: 1363 }, due: { amount: 1363 } },
  });
  expect(order.lines).toMatchObject([
    { name: 'Pastor', quantity: '2', unitPrice: { amount: 425 }, gross: { amount: 850 }, tax: { amount: 81 } },
    { name: 'Agua', quantity: '1', amount: { amount: 395 }, tax: { amount: 37 } },
  ]);
});

test('each total is explained down to its fraction', async () => {
  const { id } = await open();
  await add(id, line(floor.pastor, { quantity: '2' }), line(floor.agua));
  const { order } = await staff.run<{ order: { explain: object[]; taxes: object[] } }>(
    'query ($id: ID!) { order(id: $id) { explain { step rule input factor exact rounded } taxes { name rate amount { amount } taxed { amount } } } }',
    { id },
  );
  expect(order.explain).toContainEqual({
    ...{ step: 'TAX', rule: 'Sales tax', input: 1245, factor: '19/200', exact: '4731/40', rounded: 118 },
  });
  expect(order.taxes).toEqual([{ name: 'Sales tax', rate: '0.095', amount: { amount: 118 }, taxed: { amount: 1245 } }]);
});

test('the id that the till chose is the key: the same content is the same order, another one is refused', async () => {
  const id = uuidv7();
  const first = await open({ id, guests: 4 });
  expect(await open({ id, guests: 4 })).toEqual(first);
  const input = { id, locationId: floor.locationId, channel: 'DINE_IN' };
  expect(await staff.refusal(OPEN, { input: { ...input, guests: 5 } })).toMatchObject({
    ...{ code: 'CONFLICT', reason: 'ID_REUSED' },
  });
  const taco = line(floor.pastor);
  const once = await add(id, taco);
  expect(await add(id, taco)).toEqual(once);
  expect(await add(id, { ...taco, id: taco.id.toUpperCase() })).toEqual(once);
  expect(await open({ id: id.toUpperCase(), guests: 4 })).toEqual(once);
  expect(await staff.refusal(ADD, { id, lines: [{ ...taco, quantity: '2' }] })).toMatchObject({ reason: 'ID_REUSED' });
  const other = await open();
  expect(await staff.refusal(ADD, { id: other.id, lines: [taco] })).toMatchObject({ reason: 'ID_REUSED' });
  const theirs = await stranger.ask(OPEN, { input });
  expect(theirs.errors?.[0]?.extensions).toMatchObject({ code: 'NOT_FOUND' });
});

test('fifty tills that open under one id open one order, and each of fifty orders has a number of its own', async () => {
  const id = uuidv7();
  const same = await Promise.all(Array.from({ length: 50 }, (_, at) => open({ id: at % 2 ? id : id.toUpperCase() })));
  expect(new Set(same.map(({ number, version }) => `${number} ${version}`)).size).toBe(1);
  const many = await Promise.all(Array.from({ length: 50 }, () => open()));
  const numbers = many.map(({ number }) => number).toSorted((a, b) => a - b);
  expect(numbers).toEqual(Array.from({ length: 50 }, (_, at) => (numbers[0] ?? 0) + at));
});

test('the first order of a tenant is told once, of whichever location it is', async () => {
  const fresh = await openFloor(testing);
  const waiter = testing.as(person('STAFF', fresh.tenantId));
  const inputs = [fresh.locationId, fresh.otherLocationId, fresh.locationId].map((locationId) => ({
    ...{ id: uuidv7(), locationId, channel: 'TAKEAWAY' },
  }));
  await Promise.all(inputs.map((input) => waiter.run(OPEN, { input })));
  const told = await vi.waitFor(async () => {
    const feed = await testing.subgraph.work(({ redis }) => redis.xrange(feedKey(fresh.tenantId), '-', '+'));
    const entries = feed.flat(2).join('\n');
    expect(entries.match(/"order\.created"/g)).toHaveLength(3);
    return entries;
  });
  expect(told.match(/"order\.first_seen"/g)).toHaveLength(1);
});

test.each([
  ['no UUIDv7', () => crypto.randomUUID(), 'WRONG_FORM'],
  ['one of ten minutes ahead', () => uuidv7({ msecs: Date.now() + 600_000 }), 'CLOCK'],
  ['one of four days ago', () => uuidv7({ msecs: Date.now() - 4 * 24 * 3_600_000 }), 'CLOCK'],
])('an id that is %s is refused', async (_what, idOf, reason) => {
  const input = { id: idOf(), locationId: floor.locationId, channel: 'DINE_IN' };
  expect(await staff.refusal(OPEN, { input })).toMatchObject({ code: 'BAD_USER_INPUT', reason, path: ['input', 'id'] });
});

test('what cannot be ordered is refused by its path, and nothing of the call is written', async () => {
  const { id } = await open();
  const good = line(floor.pastor);
  for (const [bad, path] of [
    [line(floor.soldOut), ['lines', 1, 'itemId']],
    [line(floor.pastor, { quantity: '0.000' }), ['lines', 1, 'quantity']],
    [line(floor.pastor, { quantity: '1e3' }), ['lines', 1, 'quantity']],
    [line(floor.pastor, { seat: 0 }), ['lines', 1, 'seat']],
    [line(floor.pastor, { modifiers: [{ optionId: uuidv7() }] }), ['lines', 1, 'modifiers', 0, 'optionId']],
  ] as const)
    expect(await staff.refusal(ADD, { id, lines: [good, bad] })).toMatchObject({ code: 'BAD_USER_INPUT', path });
  expect(await staff.refusal(ADD, { id, lines: [line(uuidv7())] })).toMatchObject({ reason: 'UNKNOWN' });
  expect(await staff.run(READ, { id })).toMatchObject({ order: { lines: [], version: 1 } });
});

test('a name and a price are those of the sale; the link to the item stays', async () => {
  const { id } = await open();
  await add(id, line(floor.cheap));
  await floor.reprice(floor.cheap, 999);
  const { order } = await staff.run<{ order: { lines: object[] } }>(
    'query ($id: ID!) { order(id: $id) { lines { unitPrice { amount currency } item { id price { amount } } } } }',
    { id },
  );
  expect(order.lines).toEqual([
    { unitPrice: { amount: 150, currency: 'USD' }, item: { id: floor.cheap, price: { amount: 999 } } },
  ]);
});

test('a discount is shared by the lines, what is voided counts for nothing, and a stale line is a CONFLICT', async () => {
  const { id } = await open();
  const { lines } = await add(id, line(floor.pastor), line(floor.agua));
  const [taco, agua] = lines;
  const discount = { name: 'Neighbours', percent: '10' };
  expect(await staff.refusal(DISCOUNT, { id, discount })).toMatchObject({ code: 'FORBIDDEN' });
  const { discountOrder } = await manager.run<{ discountOrder: Told }>(DISCOUNT, { id, discount });
  expect(discountOrder.totals).toMatchObject({ discount: { amount: 82 }, subtotal: { amount: 738 } });
  expect(await manager.refusal(DISCOUNT, { id, discount: { name: 'x', percent: '10', amount: 1 } })).toMatchObject({
    code: 'BAD_USER_INPUT',
  });
  const { voidOrderLine } = await manager.run<{ voidOrderLine: Told }>(VOID_LINE, { id: agua?.id, reason: 'spilled' });
  expect(voidOrderLine.totals).toMatchObject({ subtotal: { amount: 382 }, discount: { amount: 43 } });
  const version = voidOrderLine.lines[0]?.version;
  await staff.run(CHANGE, { id: taco?.id, input: { version, quantity: '3', note: 'sin cebolla' } });
  expect(await staff.refusal(CHANGE, { id: taco?.id, input: { version, quantity: '4' } })).toMatchObject({
    code: 'CONFLICT',
  });
});

test('the last portion is sold once to fifty tills, and is back when it is voided', async () => {
  await manager.run('mutation ($id: ID!) { setPortions(itemId: $id, left: 1) { id } }', { id: floor.flan });
  const orders = await Promise.all(Array.from({ length: 50 }, () => open()));
  const sales = await Promise.all(orders.map(({ id }) => staff.ask(ADD, { id, lines: [line(floor.flan)] })));
  const refused = sales.flatMap(({ errors }) => errors?.map(({ extensions }) => extensions.reason) ?? []);
  expect(refused).toEqual(Array.from({ length: 49 }, () => 'SOLD_OUT'));
  const sold = orders[sales.findIndex(({ errors }) => !errors)];
  await manager.run(VOID, { id: sold?.id, reason: 'changed their mind' });
  const { id } = await open();
  await add(id, line(floor.flan));
});

test('it is placed once, and is voided only with a reason and by who may', async () => {
  const { id } = await open();
  expect(await staff.refusal(PLACE, { id })).toMatchObject({ code: 'BAD_USER_INPUT', reason: 'EMPTY' });
  await add(id, line(floor.pastor));
  expect(await staff.refusal('mutation ($id: ID!) { serveOrder(id: $id) { id } }', { id })).toMatchObject({
    ...{ code: 'CONFLICT', reason: 'ORDER_STATE' },
  });
  const placed = await staff.run<{ placeOrder: Told }>(PLACE, { id });
  // It has no kitchen that would have to make it.
  expect(placed.placeOrder).toMatchObject({ progress: 'READY', state: 'READY', placedAt: expect.any(String) });
  expect(await staff.run(PLACE, { id })).toEqual(placed);
  expect(await staff.refusal(VOID, { id, reason: 'x' })).toMatchObject({ code: 'FORBIDDEN' });
  expect(await manager.refusal(VOID, { id, reason: ' ' })).toMatchObject({ code: 'BAD_USER_INPUT', path: ['reason'] });
  expect(await manager.run(VOID, { id, reason: 'walked out' })).toMatchObject({ voidOrder: { state: 'VOID' } });
  expect(await staff.refusal(ADD, { id, lines: [line(floor.pastor)] })).toMatchObject({ reason: 'ORDER_STATE' });
});

test('its business day is that of its location when it was opened', async () => {
  await testing.subgraph.work(async () => undefined);
  const { businessDate } = await open();
  expect(businessDate).toBe(floor.businessDateNow());
});

test('who follows a location hears of its orders alone', async () => {
  const own = await openFloor(testing);
  const waiter = testing.as(person('STAFF', own.tenantId));
  const changes = await waiter.follow(
    'subscription ($at: ID!) { orderChanged(locationId: $at) { kind orderId order { progress } } }',
    { at: own.locationId },
  );
  await waiter.run(OPEN, { input: { id: uuidv7(), locationId: own.otherLocationId, channel: 'TAKEAWAY' } });
  const id = uuidv7();
  await waiter.run(OPEN, { input: { id, locationId: own.locationId, channel: 'DINE_IN' } });
  await waiter.run(ADD, { id, lines: [line(own.pastor)] });
  await waiter.run(PLACE, { id });
  for (const kind of ['CREATED', 'UPDATED', 'PLACED']) {
    const { value } = await changes.next();
    expect(value.data.orderChanged).toMatchObject({ kind, orderId: id });
  }
  await changes.return?.();
});

test('nobody of another tenant reads it or changes it', async () => {
  const { id } = await open();
  expect(await stranger.run(READ, { id })).toEqual({ order: null });
  expect(await stranger.refusal(ADD, { id, lines: [line(floor.pastor)] })).toMatchObject({ code: 'NOT_FOUND' });
  const ORDERS = 'query ($at: ID!) { orders(locationId: $at) { edges { node { id } } } }';
  expect(await stranger.refusal(ORDERS, { at: floor.locationId })).toMatchObject({ code: 'NOT_FOUND' });
});

test('a station reads, writes and follows what is of its own location, and nothing of another one', async () => {
  const station = (locationId: string) =>
    testing.as({
      ...{ kind: 'station', id: uuidv7(), tenantId: floor.tenantId, locationId },
      scopes: ['order:read', 'order:write', 'menu:read'],
    });
  const [here, there] = [station(floor.locationId), station(floor.otherLocationId)];
  const { id } = await open();
  const { lines } = await add(id, line(floor.pastor));
  expect(await here.run(READ, { id })).toMatchObject({ order: { id } });
  expect(await there.run(READ, { id })).toEqual({ order: null });
  const opening = { id: uuidv7(), locationId: floor.locationId, channel: 'DINE_IN' };
  const version = lines[0]?.version;
  for (const [text, variables] of [
    [ADD, { id, lines: [line(floor.pastor)] }],
    [CHANGE, { id: lines[0]?.id, input: { version, quantity: '2' } }],
    [PLACE, { id }],
    [OPEN, { input: opening }],
    ['query ($at: ID!) { orders(locationId: $at) { edges { node { id } } } }', { at: floor.locationId }],
  ] as const)
    expect(await there.refusal(text, variables)).toMatchObject({ code: 'NOT_FOUND' });
  const FOLLOW = 'subscription ($at: ID!) { orderChanged(locationId: $at) { orderId } }';
  await expect(there.follow(FOLLOW, { at: floor.locationId })).rejects.toThrow('No Location');
  await here.run(PLACE, { id });
});

test('lines are put on an order in the same statements however many, also where their portions are counted', async () => {
  const { cheap, flan } = floor;
  for (const [id, left] of [
    [cheap, 500],
    [flan, 500],
  ] as const)
    await manager.run('mutation ($id: ID!, $left: Int!) { setPortions(itemId: $id, left: $left) { id } }', {
      id,
      left,
    });
  const count = async (lines: number) => {
    const { id } = await open();
    const items = Array.from({ length: lines }, (_, at) => line(at % 2 ? cheap : flan));
    return testing.countSql(() =>
      staff.run(
        'mutation ($id: ID!, $lines: [OrderLineInput!]!) { addOrderLines(orderId: $id, lines: $lines) { id } }',
        { id, lines: items },
      ),
    );
  };
  expect(await count(40)).toBe(await count(2));
});

test('of lines that want one portion more than are left the last is refused by its place, and nothing is taken', async () => {
  const left = (n: number | null) =>
    manager.run('mutation ($id: ID!, $left: Int) { setPortions(itemId: $id, left: $left) { id } }', {
      ...{ id: floor.flan, left: n },
    });
  await left(2);
  const { id } = await open();
  const three = [line(floor.flan), line(floor.agua), line(floor.flan), line(floor.flan)];
  expect(await staff.refusal(ADD, { id, lines: three })).toMatchObject({
    ...{ reason: 'SOLD_OUT', path: ['lines', 3, 'itemId'] },
  });
  expect((await add(id, line(floor.flan, { quantity: '2' }))).lines).toHaveLength(1);
  await left(null);
});

test('a line that comes twice in one request is one line, and two under one id are refused', async () => {
  const { id } = await open();
  const taco = line(floor.pastor);
  expect((await add(id, taco, { ...taco, id: taco.id.toUpperCase() })).lines).toHaveLength(1);
  const other = line(floor.agua);
  expect(await staff.refusal(ADD, { id, lines: [other, { ...other, quantity: '2' }] })).toMatchObject({
    reason: 'ID_REUSED',
  });
});

test('tills that order the same items in different orders do not wait for each other in a ring', async () => {
  await manager.run('mutation ($id: ID!) { setPortions(itemId: $id, left: 500) { id } }', { id: floor.cheap });
  await manager.run('mutation ($id: ID!) { setPortions(itemId: $id, left: 500) { id } }', { id: floor.flan });
  const orders = await Promise.all(Array.from({ length: 30 }, () => open()));
  await Promise.all(
    orders.map(({ id }, at) => {
      const items = [line(floor.cheap), line(floor.flan), line(floor.agua)];
      return add(id, ...(at % 2 ? items : items.toReversed()));
    }),
  );
});

test('a list of orders takes the same statements whatever its length', async () => {
  const LIST = `query ($at: ID!, $first: Int!, $day: String!) {
    orders(locationId: $at, first: $first, filter: { businessDate: $day }) { edges { node { ${FIELDS} location { name } } } }
  }`;
  const day = floor.businessDateNow();
  const count = (first: number) => testing.countSql(() => staff.run(LIST, { at: floor.locationId, first, day }));
  expect(await count(20)).toBe(await count(2));
});

test('orders of a location and of a business day are found by an index, in the months that can have them', async () => {
  const plan = async (sql: string) =>
    testing.subgraph.work(async ({ em }) => {
      const rows = await em.execute<{ 'QUERY PLAN': string }[]>(`explain ${sql}`);
      return rows.map((row) => row['QUERY PLAN']).join('\n');
    });
  const month = new Date().toISOString().slice(0, 7).replace('-', '_');
  const byDay = await plan(`select * from restaurant."order" where tenant_id = '${floor.tenantId}'
    and location_id = '${floor.locationId}' and business_date = current_date
    and id >= restaurant.first_id_of(now()) and id < restaurant.first_id_of(now() + interval '1 second') order by id desc`);
  expect(byDay).toContain(`order_${month}`);
  expect(byDay.match(/on order_\d{4}_\d{2}/g)).toHaveLength(1);
  expect(byDay).toMatch(/Index/);
});

test('an order that is sent in one request is done one step after the other, none behind one that was refused, and once', async () => {
  const SEND = `mutation ($input: OpenOrderInput!, $id: ID!, $lines: [OrderLineInput!]!) {
    openOrder(input: $input) { id } addOrderLines(orderId: $id, lines: $lines) { id } order: placeOrder(id: $id) { ${FIELDS} } }`;
  const sent = (itemId: string) => {
    const id = uuidv7();
    return { id, input: { id, locationId: floor.locationId, channel: 'TAKEAWAY' }, lines: [line(itemId)] };
  };
  const whole = sent(floor.agua);
  for (let times = 0; times < 2; times += 1) {
    const { order } = await staff.run<{ order: Told }>(SEND, whole);
    expect(order).toMatchObject({ id: whole.id, lines: [{ name: 'Agua' }], totals: { subtotal: { amount: 395 } } });
    expect(order.progress).not.toBe('DRAFT');
  }
  const stopped = sent(floor.soldOut);
  const { data, errors } = await staff.ask(SEND, stopped);
  expect([data, errors?.map(({ path, extensions: { reason } }) => [path?.[0], reason])]).toEqual([
    null,
    [['addOrderLines', 'SOLD_OUT']],
  ]);
  const { order } = await staff.run<{ order: Told }>(READ, { id: stopped.id });
  expect(order).toMatchObject({ progress: 'DRAFT', lines: [] });
});
