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

beforeAll(async () => {
  testing = await testSubgraph(restaurant);
  floor = await openFloor(testing);
  manager = testing.as(person('MANAGER', floor.tenantId));
  for (const name of ['Plancha', 'Bar']) stations.push(await newStation(name));
  // Flan is made at both.
  for (const id of stations)
    await manager.run(
      'mutation ($id: ID!, $item: ID!) { setKitchenRoutes(stationId: $id, routes: [{ itemId: $item }]) { id } }',
      { id, item: floor.flan },
    );
});
afterAll(() => testing.close());

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

const STATE = 'progress firedCourses lines { id version quantity course note voidedAt }';

/** What can happen to an order, or to a line of it. */
const event = fc.record({
  kind: fc.constantFrom('add', 'add', 'quantity', 'note', 'void', 'voidOrder', 'place', 'send', 'fire', 'hold', 'bump'),
  line: fc.nat(5),
  many: fc.integer({ min: 1, max: 3 }),
});

test('whatever happened to an order, what was fired of a line is its quantity at the last send, at each of its stations', async () => {
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
  line: number;
  many: number;
}

/** An order with its history, whose ledger is compared with what should be in it. */
async function live(events: readonly Happened[]): Promise<void> {
  const id = uuidv7();
  const at = { id, locationId: floor.locationId, channel: 'DINE_IN' };
  const { openOrder } = await manager.run<{ openOrder: Order }>(
    `mutation ($input: OpenOrderInput!) { openOrder(input: $input) { ${STATE} } }`,
    { input: at },
  );
  let order = openOrder;
  const wanted = new Map<string, string>();
  for (const { kind, line: nth, many } of [{ kind: 'add', line: 0, many: 2 }, ...events]) {
    const line = order.lines[nth % (order.lines.length || 1)];
    const sent = await happen({ kind, many, id, line });
    order = sent ?? order;
    if (kind === 'place' || kind === 'send' || kind === 'fire')
      for (const each of sent?.lines ?? []) {
        const isHeld = each.course !== null && !order.firedCourses.includes(each.course);
        if (isHeld && !isAbove(wanted.get(each.id))) continue;
        wanted.set(each.id, each.voidedAt ? '0' : each.quantity);
      }
    if (kind === 'void' && sent && line) wanted.set(line.id, '0');
    if (order.progress === 'VOID') for (const each of order.lines) wanted.set(each.id, '0');
  }
  const fired = await firedOf(id);
  for (const { lineId, fired: sum } of fired) expect(Number(sum)).toBe(Number(wanted.get(lineId)));
  const told = new Set(fired.map(({ lineId }) => lineId));
  expect([...wanted].filter(([lineId, quantity]) => isAbove(quantity) && !told.has(lineId))).toEqual([]);
  await expectBoth(fired);
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

/** The sum of the ledger for each line of an order and station. */
async function firedOf(orderId: string): Promise<Fired[]> {
  return testing.subgraph.work(
    ({ em }) =>
      em.execute<Fired[]>(
        `select line_id as "lineId", station_id as "stationId", sum(difference::numeric)::text as fired
         from restaurant.kitchen_fire where order_id = ? group by 1, 2`,
        [orderId],
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
