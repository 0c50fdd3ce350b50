import { person, type TestSubgraph, type TestViewer, testSubgraph } from '@mycelium/kit/testing';
import fc from 'fast-check';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { KitchenTicket } from '../kitchen-ticket/kitchen-ticket.ts';
import { type Floor, openFloor } from '../order/floor.testing.ts';
import { restaurant } from '../subgraph.ts';

let testing: TestSubgraph;
let floor: Floor;
let manager: TestViewer;
const stations: string[] = [];
const tables: string[] = [];

beforeAll(async () => {
  testing = await testSubgraph(restaurant);
  floor = await openFloor(testing);
  manager = testing.as(person('MANAGER', floor.tenantId));
  for (const name of ['Plancha', 'Bar']) stations.push(await newStation(name));
  await openTables();
  // Flan is made at both.
  for (const id of stations)
    await manager.run(
      'mutation ($id: ID!, $item: ID!) { setKitchenRoutes(stationId: $id, routes: [{ itemId: $item }]) { id } }',
      { id, item: floor.flan },
    );
});
afterAll(() => testing.close());

async function openTables(): Promise<void> {
  const { createFloorArea } = await manager.run<{ createFloorArea: { id: string } }>(
    'mutation ($input: CreateFloorAreaInput!) { createFloorArea(input: $input) { id } }',
    { input: { locationId: floor.locationId, name: 'Salón' } },
  );
  for (const name of ['1', '2']) {
    const { createTable } = await manager.run<{ createTable: { id: string } }>(
      'mutation ($input: CreateTableInput!) { createTable(input: $input) { id } }',
      { input: { areaId: createFloorArea.id, name, seats: 4, x: 0, y: 0 } },
    );
    tables.push(createTable.id);
  }
}

async function newStation(name: string): Promise<string> {
  const { createKitchenStation } = await manager.run<{ createKitchenStation: { id: string } }>(
    'mutation ($input: CreateKitchenStationInput!) { createKitchenStation(input: $input) { id } }',
    { input: { locationId: floor.locationId, name } },
  );
  return createKitchenStation.id;
}

interface Line {
  id: string;
  version: number;
  quantity: string;
  course: number | null;
  note: string | null;
  voidedAt: string | null;
}
interface Order {
  id: string;
  progress: string;
  firedCourses: number[];
  lines: Line[];
}
interface Fired {
  lineId: string;
  stationId: string;
  fired: string;
  note: string;
}

const STATE = 'id progress firedCourses lines { id version quantity course note voidedAt }';

/** What can happen to an order, or to a line of it. */
const event = fc.record({
  kind: fc.constantFrom(
    ...['add', 'add', 'quantity', 'note', 'void', 'voidOrder', 'place', 'send', 'fire', 'hold', 'bump'],
    ...['split', 'splitEvenly', 'merge', 'move'],
  ),
  check: fc.nat(3),
  line: fc.nat(5),
  many: fc.integer({ min: 1, max: 3 }),
});

test('whatever happened to an order and to its checks, what was fired of a line is its quantity at the last send, at each of its stations', async () => {
  // Five tills at once, 40 times.
  const history = fc.array(event, { minLength: 4, maxLength: 10 });
  await fc.assert(
    fc.asyncProperty(fc.array(history, { minLength: 5, maxLength: 5 }), async (histories) => {
      await Promise.all(histories.map(live));
    }),
    { numRuns: 40 },
  );
}, 240_000);

interface Happened {
  kind: string;
  /** Which of the orders it happens to, of those into which the first one was split. */
  check: number;
  line: number;
  many: number;
}

/** An order with its history, and with that of its checks, whose ledger is compared with what should be in it. */
async function live(events: readonly Happened[]): Promise<void> {
  const input = { id: uuidv7(), locationId: floor.locationId, channel: 'DINE_IN' };
  const { openOrder } = await manager.run<{ openOrder: Order }>(
    `mutation ($input: OpenOrderInput!) { openOrder(input: $input) { ${STATE} } }`,
    { input },
  );
  let orders = [openOrder];
  const wanted = new Map<string, string>();
  for (const { kind, check, line: nth, many } of [{ kind: 'add', check: 0, line: 0, many: 2 }, ...events]) {
    const place = check % orders.length;
    const order = orders[place] ?? openOrder;
    const line = order.lines[nth % (order.lines.length || 1)];
    if (kind === 'split' || kind === 'splitEvenly') {
      const checks = await split({ order, line, many, isEven: kind === 'splitEvenly' });
      if (checks) follow(order, checks, wanted);
      if (checks) orders.splice(place, 1, ...checks);
    } else if (kind === 'merge') {
      const other = orders[(place + 1) % orders.length];
      const merged = other && other !== order ? await merge(order.id, other.id) : undefined;
      if (merged) orders = [merged, ...orders.filter((each) => each !== order && each !== other)];
    } else {
      const sent = await happen({ kind, many, id: order.id, line });
      const now = sent ?? order;
      if (kind === 'place' || kind === 'send' || kind === 'fire')
        for (const each of sent?.lines ?? []) {
          const isHeld = each.course !== null && !now.firedCourses.includes(each.course);
          if (isHeld && !isAbove(wanted.get(each.id))) continue;
          wanted.set(each.id, each.voidedAt ? '0' : each.quantity);
        }
      if (kind === 'void' && sent && line) wanted.set(line.id, '0');
      if (now.progress === 'VOID') for (const each of now.lines) wanted.set(each.id, '0');
      orders = orders.map((known) => (known.id === now.id ? now : known));
    }
  }
  const fired = await firedOf(orders.flatMap(({ lines }) => lines.map(({ id }) => id)));
  for (const { lineId, fired: sum } of fired) expect(Number(sum)).toBeCloseTo(Number(wanted.get(lineId)), 6);
  const told = new Set(fired.map(({ lineId }) => lineId));
  expect([...wanted].filter(([lineId, quantity]) => isAbove(quantity) && !told.has(lineId))).toEqual([]);
  await expectBoth(fired);
}

interface Cut {
  order: Order;
  line: Line | undefined;
  many: number;
  isEven: boolean;
}

/** The checks of an order that was split: evenly, or with a line, or a part of it, on a check of its own; undefined when it was refused. */
async function split({ order, line, many, isEven }: Cut): Promise<Order[] | undefined> {
  const check = { id: uuidv7(), lines: [{ lineId: line?.id ?? '', quantity: many === 3 ? null : `0.${many}` }] };
  const asked = isEven ? { by: 'EVENLY', parts: Math.max(2, many) } : { by: 'BY_ITEM', checks: [check] };
  const { data, errors } = await manager.ask(
    `mutation ($id: ID!, $by: SplitBy!, $parts: Int, $checks: [SplitCheckInput!]! = []) {
      splitOrder(id: $id, by: $by, parts: $parts, checks: $checks) { ${STATE} } }`,
    { id: order.id, ...asked },
  );
  const refusals = ['ORDER_STATE', 'EMPTY_CHECK', 'MORE_THAN_ORDERED', 'UNKNOWN', 'TOO_LITTLE'];
  for (const { extensions } of errors ?? []) expect(refusals).toContain(extensions.reason);
  return (data?.splitOrder as Order[] | undefined) ?? undefined;
}

/** What the kitchen was told of a line goes with its parts: as much as each has, and what is left stays. */
function follow(before: Order, [rest, ...checks]: Order[], wanted: Map<string, string>): void {
  const known = new Set(before.lines.map(({ id }) => id));
  const kept = rest?.lines.filter(({ voidedAt }) => !voidedAt) ?? [];
  const quantityBefore = new Map(before.lines.map(({ id, quantity }) => [id, quantity]));
  for (const { lines } of checks)
    for (const [at, part] of lines.entries()) {
      if (known.has(part.id)) continue;
      const isOfAll =
        lines.length === kept.length && lines.length === before.lines.filter((each) => !each.voidedAt).length;
      const from = isOfAll ? kept[at] : kept.find(({ id, quantity }) => quantity !== quantityBefore.get(id));
      const has = Number(wanted.get(from?.id ?? '') ?? 0);
      const moved = Math.min(has, Number(part.quantity));
      if (!from || moved <= 0) continue;
      wanted.set(from.id, String(has - moved));
      wanted.set(part.id, String(moved));
    }
}

/** The order that has the lines of both; undefined when that was refused. */
async function merge(id: string, other: string): Promise<Order | undefined> {
  const { data, errors } = await manager.ask(
    `mutation ($id: ID!, $ids: [ID!]!) { mergeOrders(id: $id, orderIds: $ids) { ${STATE} } }`,
    { id, ids: [other] },
  );
  for (const { extensions } of errors ?? []) expect(extensions.reason).toBe('ORDER_STATE');
  return (data?.mergeOrders as Order | undefined) ?? undefined;
}

const isAbove = (quantity: string | undefined) => Number(quantity ?? 0) > 0;

/** What came of it; undefined when it was refused, as what happened before may forbid it. */
async function happen(what: { kind: string; many: number; id: string; line?: Line }): Promise<Order | undefined> {
  const { kind, many, id, line } = what;
  const itemId = many === 1 ? floor.flan : floor.pastor;
  const fresh = { id: uuidv7(), itemId, quantity: `${many}.5`, course: many === 2 ? null : many };
  const ofLine = line ? `"${line.id}"` : '""';
  const asked: Record<string, string> = {
    add: `addOrderLines(orderId: "${id}", lines: [{ id: "${fresh.id}", itemId: "${itemId}", quantity: "${fresh.quantity}", course: ${fresh.course} }])`,
    quantity: `changeOrderLine(id: ${ofLine}, input: { version: ${line?.version ?? 0}, quantity: "${many}" })`,
    note: `changeOrderLine(id: ${ofLine}, input: { version: ${line?.version ?? 0}, note: "${many}" })`,
    void: `voidOrderLine(id: ${ofLine}, reason: "86")`,
    voidOrder: `voidOrder(id: "${id}", reason: "86")`,
    place: `placeOrder(id: "${id}")`,
    send: `fireOrder(id: "${id}")`,
    fire: `fireOrder(id: "${id}", course: ${many})`,
    hold: `holdCourse(id: "${id}", course: ${many})`,
    move: `moveOrder(id: "${id}", tableId: "${tables[many % 2]}")`,
  };
  if (kind === 'bump') return bumpFirst(id);
  // An order that is voided often leaves little to see.
  if (kind === 'voidOrder' && many > 1) return undefined;
  const { data, errors } = await manager.ask(`mutation { done: ${asked[kind]} { ${STATE} } }`);
  for (const { extensions } of errors ?? []) expect(['ORDER_STATE', 'EMPTY', undefined]).toContain(extensions.reason);
  return (data?.done as Order | undefined) ?? undefined;
}

/** Bumps the oldest open ticket of an order, and answers the order. */
async function bumpFirst(orderId: string): Promise<Order | undefined> {
  const [ticket] = await testing.subgraph.work(
    ({ em }) => em.find(KitchenTicket, { orderId, bumpedAt: null, voidedAt: null }, { orderBy: { id: 'asc' } }),
    floor.tenantId,
  );
  if (!ticket) return undefined;
  const { bumpTicket } = await manager.run<{ bumpTicket: { order: Order } }>(
    `mutation ($id: ID!) { bumpTicket(id: $id) { order { ${STATE} } } }`,
    { id: ticket.id },
  );
  return bumpTicket.order;
}

/** The sum of the ledger for each line and station. */
async function firedOf(lineIds: readonly string[]): Promise<Fired[]> {
  return testing.subgraph.work(
    ({ em }) =>
      em.execute<Fired[]>(
        `select line_id as "lineId", station_id as "stationId", sum(difference::numeric)::text as fired
         from restaurant.kitchen_fire where line_id = any(?::uuid[]) group by 1, 2`,
        [`{${lineIds}}`],
      ),
    floor.tenantId,
  );
}

/** What is made at two stations was told to both of them alike. */
async function expectBoth(fired: Fired[]): Promise<void> {
  for (const [, ofLine] of Map.groupBy(fired, ({ lineId }) => lineId))
    expect(new Set(ofLine.map(({ fired: sum }) => sum)).size).toBe(1);
  expect(fired.every(({ stationId }) => stations.includes(stationId))).toBe(true);
}
