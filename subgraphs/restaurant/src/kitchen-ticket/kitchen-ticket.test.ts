import { resourcesOf } from '@mycelium/kit/context';
import { momentOfId } from '@mycelium/kit/id-moment';
import { person, type TestSubgraph, type TestViewer, testSubgraph } from '@mycelium/kit/testing';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { casesOf } from '../../test/case-orders.ts';
import { type Floor, openFloor } from '../order/floor.testing.ts';
import { restaurant } from '../subgraph.ts';

const OPEN = 'mutation ($input: OpenOrderInput!) { openOrder(input: $input) { id } }';
const ADD =
  'mutation ($id: ID!, $lines: [OrderLineInput!]!) { addOrderLines(orderId: $id, lines: $lines) { lines { id version } } }';
const CHANGE =
  'mutation ($id: ID!, $input: ChangeOrderLineInput!) { changeOrderLine(id: $id, input: $input) { lines { id version } } }';
const VOID_LINE = 'mutation ($id: ID!) { voidOrderLine(id: $id, reason: "86") { progress } }';
const VOID = 'mutation ($id: ID!) { voidOrder(id: $id, reason: "walked out") { progress } }';
const PLACE = 'mutation ($id: ID!) { placeOrder(id: $id) { progress version } }';
const FIRE = 'mutation ($id: ID!, $course: Int) { fireOrder(id: $id, course: $course) { progress version } }';
const HOLD = 'mutation ($id: ID!, $course: Int!) { holdCourse(id: $id, course: $course) { firedCourses } }';
const SERVE = 'mutation ($id: ID!) { serveOrder(id: $id) { progress } }';
const BUMP = 'mutation ($id: ID!) { bumpTicket(id: $id) { bumpedAt recalledAt order { progress } } }';
const RECALL = 'mutation ($id: ID!) { recallTicket(id: $id) { firedAt bumpedAt recalledAt order { progress } } }';
const TICKETS = `query ($at: ID!, $station: ID) {
  kitchenTickets(locationId: $at, stationId: $station) {
    id number mark toMake firedAt station { name } order { id progress }
    fires { kind difference note lineId line { name } }
  }
  kitchenAllDay(locationId: $at, stationId: $station) { name quantity held }
}`;

interface Ticket {
  id: string;
  mark: string | null;
  firedAt: string;
  station: { name: string };
  order: { id: string; progress: string };
  fires: { kind: string; difference: string; note: string; line: { name: string } }[];
}
interface Board {
  kitchenTickets: Ticket[];
  kitchenAllDay: { name: string; quantity: string; held: string }[];
}
interface Line {
  id: string;
  version: number;
}

let testing: TestSubgraph;
let floor: Floor;
let staff: TestViewer;
let manager: TestViewer;
let cook: TestViewer;
let bar: string;

beforeAll(async () => {
  testing = await testSubgraph(restaurant);
});
afterAll(() => testing.close());

/** Each test has a kitchen of its own: a grill, where everything goes, but for water, which goes to the bar. */
beforeEach(async () => {
  floor = await openFloor(testing);
  staff = testing.as(person('STAFF', floor.tenantId));
  manager = testing.as(person('MANAGER', floor.tenantId));
  cook = testing.as(person('KITCHEN', floor.tenantId));
  await station('plancha');
  bar = await station('bar');
  await manager.run(
    'mutation ($id: ID!, $item: ID!) { setKitchenRoutes(stationId: $id, routes: [{ itemId: $item }]) { id } }',
    { id: bar, item: floor.agua },
  );
});

async function station(name: string): Promise<string> {
  const { createKitchenStation } = await manager.run<{ createKitchenStation: { id: string } }>(
    'mutation ($input: CreateKitchenStationInput!) { createKitchenStation(input: $input) { id } }',
    { input: { locationId: floor.locationId, name } },
  );
  return createKitchenStation.id;
}

async function order(...lines: Record<string, unknown>[]): Promise<{ id: string; lines: Line[] }> {
  const id = uuidv7();
  await staff.run(OPEN, { input: { id, locationId: floor.locationId, channel: 'DINE_IN' } });
  return { id, lines: await add(id, ...lines) };
}

async function add(id: string, ...lines: Record<string, unknown>[]): Promise<Line[]> {
  const given = lines.map((line) => ({ id: uuidv7(), ...line }));
  return (await staff.run<{ addOrderLines: { lines: Line[] } }>(ADD, { id, lines: given })).addOrderLines.lines;
}

const change = ({ id, version }: Line, input: object) => staff.run(CHANGE, { id, input: { version, ...input } });
const board = (stationId?: string) => cook.run<Board>(TICKETS, { at: floor.locationId, station: stationId });
const send = (id: string) => staff.run(PLACE, { id });

/** The open tickets as the table of cases writes them. */
async function tickets(): Promise<{ station: string; delta: string[]; mark?: string }[]> {
  const { kitchenTickets } = await board();
  return kitchenTickets.map(({ station: { name }, mark, fires }) => ({
    station: name,
    delta: fires.map(written),
    ...(mark && { mark }),
  }));
}

const dishes: Record<string, string> = { Pastor: 'pastor', Agua: 'agua', Salsa: 'torta', Flan: 'flan' };

function written({ kind, difference, note, line }: Ticket['fires'][number]): string {
  const dish = `${dishes[line.name]}${note && ` "${note}"`}`;
  if (kind === 'CHANGE') return `~1 ${dish}`;
  return `${difference.startsWith('-') ? '' : '+'}${difference} ${dish}`;
}

const move = (aheadMs: number) => testing.subgraph.work(async (ctx) => resourcesOf(ctx).clock.move(aheadMs));

interface Given {
  tickets: { station?: string; delta: string[]; mark?: string }[];
}
const histories: Record<string, () => Promise<unknown>> = {
  'fire-once': async () => {
    const { id } = await order({ itemId: floor.pastor, quantity: '2' }, { itemId: floor.agua });
    await Promise.all([send(id), send(id), send(id)]);
  },
  'add-after-send': async () => {
    const { id, lines } = await order({ itemId: floor.pastor, quantity: '2' });
    await send(id);
    for (const line of lines) await change(line, { quantity: '3' });
    await send(id);
  },
  'note-after-send': async () => {
    const { id, lines } = await order({ itemId: floor.cheap });
    await send(id);
    for (const line of lines) await change(line, { note: 'sin cebolla' });
    await staff.run(FIRE, { id });
  },
  'cancel-names-its-note': async () => {
    const itemId = floor.cheap;
    const { id, lines } = await order({ itemId }, { itemId, note: 'sin cebolla' }, { itemId, note: 'doble queso' });
    await send(id);
    await manager.run(VOID_LINE, { id: lines[1]?.id });
  },
};
const cases = casesOf<object, Given>('kitchen').filter(({ id }) => id in histories);

test.each(cases)('$id: $why', async ({ id, expected }) => {
  await histories[id]?.();
  expect(await tickets()).toEqual(expected.tickets.map((ticket) => ({ station: 'plancha', ...ticket })));
});

test('courses wait until they are fired, counted apart, and an order is ready only when nothing waits', async () => {
  const { id } = await order(
    { itemId: floor.pastor, course: 1 },
    { itemId: floor.cheap, course: 2 },
    { itemId: floor.flan, course: 3, quantity: '2' },
  );
  expect(await staff.refusal(FIRE, { id, course: 2 })).toMatchObject({ code: 'CONFLICT', reason: 'ORDER_STATE' });
  expect(await send(id)).toMatchObject({ placeOrder: { progress: 'IN_KITCHEN' } });
  const { kitchenTickets: first } = await board();
  expect(await cook.run(BUMP, { id: first[0]?.id })).toMatchObject({
    bumpTicket: { order: { progress: 'IN_KITCHEN' } },
  });
  const fired = await staff.run(FIRE, { id, course: 2 });
  expect(await staff.run(FIRE, { id, course: 2 })).toEqual(fired);
  expect(await tickets()).toEqual([{ station: 'plancha', delta: ['+1 torta'], mark: 'ADD' }]);
  expect((await board()).kitchenAllDay).toEqual([
    { name: 'Salsa', quantity: '1', held: '0' },
    { name: 'Flan', quantity: '0', held: '2' },
  ]);
  expect((await board(bar)).kitchenAllDay).toEqual([]);
  expect(await staff.refusal(FIRE, { id, course: 0 })).toMatchObject({ code: 'BAD_USER_INPUT', path: ['course'] });
});

test('what was taken without a network says when it came, and its id when it was taken', async () => {
  const taken = Date.now() - 20 * 60_000;
  const { id } = await order({ itemId: floor.pastor }, { itemId: floor.flan, id: uuidv7({ msecs: taken }) });
  await send(id);
  const { kitchenTickets } = await cook.run<{
    kitchenTickets: { order: { placedAt: string }; fires: { line: { id: string; createdAt: string } }[] }[];
  }>('query ($at: ID!) { kitchenTickets(locationId: $at) { order { placedAt } fires { line { id createdAt } } } }', {
    at: floor.locationId,
  });
  const lines = kitchenTickets.flatMap(({ order: { placedAt }, fires }) =>
    fires.map(({ line }) => ({ ...line, placedAt, late: Date.parse(line.createdAt) - momentOfId(line.id).getTime() })),
  );
  expect(lines.map(({ late }) => Math.round(late / 60_000))).toEqual([0, 20]);
  for (const { createdAt, placedAt } of lines) expect(Date.parse(createdAt)).toBeLessThanOrEqual(Date.parse(placedAt));
});

test('a course that is held before the order is sent is not made', async () => {
  const { id } = await order({ itemId: floor.pastor, course: 1 }, { itemId: floor.flan });
  const held = await staff.run(HOLD, { id, course: 1 });
  expect(held).toEqual({ holdCourse: { firedCourses: [] } });
  expect(await staff.run(HOLD, { id, course: 1 })).toEqual(held);
  await send(id);
  expect(await tickets()).toEqual([{ station: 'plancha', delta: ['+1 flan'] }]);
  await staff.run(FIRE, { id, course: 1 });
  expect(await tickets()).toHaveLength(2);
});

test('an order is ready only when every station has bumped, and not when one recalls; its time is the old one', async () => {
  const { id } = await order({ itemId: floor.pastor, quantity: '2' }, { itemId: floor.agua });
  await send(id);
  const { kitchenTickets, kitchenAllDay } = await board();
  const [grill, drinks] = kitchenTickets;
  expect(kitchenAllDay).toContainEqual({ name: 'Pastor', quantity: '2', held: '0' });
  expect(await staff.refusal(SERVE, { id })).toMatchObject({ reason: 'ORDER_STATE' });
  await move(9 * 60_000);
  const bumped = await cook.run(BUMP, { id: grill?.id });
  expect(bumped).toMatchObject({ bumpTicket: { order: { progress: 'IN_KITCHEN' } } });
  expect(await cook.run(BUMP, { id: grill?.id })).toEqual(bumped);
  expect(await cook.run(BUMP, { id: drinks?.id })).toMatchObject({ bumpTicket: { order: { progress: 'READY' } } });
  expect(await board()).toEqual({ kitchenTickets: [], kitchenAllDay: [] });
  await move(11 * 60_000);
  expect(await cook.run(RECALL, { id: grill?.id })).toEqual({
    recallTicket: {
      ...{ firedAt: grill?.firedAt, bumpedAt: null, recalledAt: expect.any(String) },
      order: { progress: 'IN_KITCHEN' },
    },
  });
  expect((await board()).kitchenAllDay).toEqual([{ name: 'Pastor', quantity: '2', held: '0' }]);
  await cook.run(BUMP, { id: grill?.id });
  expect(await staff.run(SERVE, { id })).toEqual({ serveOrder: { progress: 'SERVED' } });
  await move(0);
});

test('a bump is taken back for 10 seconds as if it had not been', async () => {
  const { id } = await order({ itemId: floor.pastor });
  await send(id);
  const [ticket] = (await board()).kitchenTickets;
  expect(await cook.run(BUMP, { id: ticket?.id })).toMatchObject({ bumpTicket: { order: { progress: 'READY' } } });
  expect(await cook.run(RECALL, { id: ticket?.id })).toMatchObject({
    recallTicket: { bumpedAt: null, recalledAt: null, order: { progress: 'IN_KITCHEN' } },
  });
  expect(await cook.run(RECALL, { id: ticket?.id })).toMatchObject({ recallTicket: { recalledAt: null } });
});

test('what is voided is said at once, is not bumped, and holds nothing up', async () => {
  const { id, lines } = await order({ itemId: floor.pastor, quantity: '2' }, { itemId: floor.agua });
  await send(id);
  const [grill, drinks] = (await board()).kitchenTickets;
  await cook.run(BUMP, { id: drinks?.id });
  expect(await manager.run(VOID_LINE, { id: lines[0]?.id })).toEqual({ voidOrderLine: { progress: 'READY' } });
  expect(await cook.refusal(BUMP, { id: grill?.id })).toMatchObject({ code: 'CONFLICT', reason: 'TICKET_VOID' });
  expect(await cook.refusal(RECALL, { id: grill?.id })).toMatchObject({ code: 'CONFLICT', reason: 'TICKET_VOID' });
  expect(await tickets()).toEqual([{ station: 'plancha', delta: ['-2 pastor'], mark: 'VOID' }]);
  expect((await board()).kitchenAllDay).toEqual([]);
  expect(await manager.run(VOID, { id })).toEqual({ voidOrder: { progress: 'VOID' } });
  expect(await tickets()).toMatchObject([{ mark: 'VOID' }, { station: 'bar', delta: ['-1 agua'], mark: 'VOID' }]);
  for (const { id: notice } of (await board()).kitchenTickets)
    expect(await cook.run(BUMP, { id: notice })).toMatchObject({ bumpTicket: { order: { progress: 'VOID' } } });
  expect(await board()).toEqual({ kitchenTickets: [], kitchenAllDay: [] });
});

test('an order of which the kitchen has nothing left is no longer there, until it has something again', async () => {
  const { id, lines } = await order({ itemId: floor.pastor }, { itemId: floor.agua });
  await send(id);
  expect(await manager.run(VOID_LINE, { id: lines[0]?.id })).toEqual({ voidOrderLine: { progress: 'IN_KITCHEN' } });
  expect(await manager.run(VOID_LINE, { id: lines[1]?.id })).toEqual({ voidOrderLine: { progress: 'PLACED' } });
  await add(id, { itemId: floor.pastor });
  expect(await send(id)).toMatchObject({ placeOrder: { progress: 'IN_KITCHEN' } });
});

test('where a location has no station nobody makes anything, and it is ready at once', async () => {
  const id = uuidv7();
  await staff.run(OPEN, { input: { id, locationId: floor.otherLocationId, channel: 'DINE_IN' } });
  await add(id, { itemId: floor.pastor }, { itemId: floor.flan, course: 2 });
  expect(await send(id)).toMatchObject({ placeOrder: { progress: 'READY' } });
  await add(id, { itemId: floor.agua });
  expect(await send(id)).toMatchObject({ placeOrder: { progress: 'READY' } });
  expect(await staff.run(SERVE, { id })).toEqual({ serveOrder: { progress: 'SERVED' } });
});

test('what was sent stays where it was sent, wherever its dish goes from then on', async () => {
  const { id } = await order({ itemId: floor.pastor, course: 1 }, { itemId: floor.agua, course: 2 });
  await send(id);
  const [grill] = (await board()).kitchenTickets;
  await cook.run(BUMP, { id: grill?.id });
  await manager.run(
    'mutation ($id: ID!, $item: ID!) { setKitchenRoutes(stationId: $id, routes: [{ itemId: $item }]) { id } }',
    { id: bar, item: floor.pastor },
  );
  await staff.run(FIRE, { id, course: 2 });
  expect(await tickets()).toEqual([{ station: 'plancha', delta: ['+1 agua'], mark: 'ADD' }]);
});

test('what was bumped last comes first, and is left out once it was recalled', async () => {
  const BUMPED = `query ($at: ID!, $station: ID) {
    kitchenBumped(locationId: $at, stationId: $station) { id order { tickets { id } } }
  }`;
  const bumped = async (station?: string) =>
    (
      await cook.run<{ kitchenBumped: { id: string; order: { tickets: { id: string }[] } }[] }>(BUMPED, {
        ...{ at: floor.locationId, station },
      })
    ).kitchenBumped;
  await send((await order({ itemId: floor.pastor }, { itemId: floor.agua })).id);
  const ids = (await board()).kitchenTickets.map(({ id }) => id);
  for (const [nth, id] of ids.entries()) {
    await move(nth * 1_000);
    await cook.run(BUMP, { id });
  }
  expect((await bumped()).map(({ id }) => id)).toEqual(ids.toReversed());
  expect((await bumped())[0]?.order.tickets.map(({ id }) => id)).toEqual(ids);
  expect((await bumped(bar)).map(({ id }) => id)).toEqual([ids[1]]);
  await cook.run(RECALL, { id: ids[1] });
  expect((await bumped()).map(({ id }) => id)).toEqual([ids[0]]);
  expect(await testing.as(person('OWNER')).refusal(BUMPED, { at: floor.locationId })).toMatchObject({
    code: 'NOT_FOUND',
  });
  const few = await testing.countSql(() => bumped());
  for (const { id } of (await board()).kitchenTickets) await cook.run(BUMP, { id });
  expect(await testing.countSql(() => bumped())).toBe(few);
  await move(0);
});

test('a screen that slept hears all it missed, and then shows the same as one that did not', async () => {
  const CHANGES = `subscription ($at: ID!, $after: Cursor) {
    kitchenTicketChanged(locationId: $at, after: $after) {
      cursor ticketId ticket { id bumpedAt voidedAt recalledAt fires { kind difference lineId } }
    }
  }`;
  interface Heard {
    cursor: string;
    ticketId: string;
    ticket: { bumpedAt: string | null; voidedAt: string | null };
  }
  const shown = { awake: new Map<string, object>(), asleep: new Map<string, object>() };
  const follow = async (after?: string) => {
    const changes = await cook.follow(CHANGES, { at: floor.locationId, after });
    return {
      async hear(times: number, screen: Map<string, object>): Promise<string> {
        let at = '';
        for (let nth = 0; nth < times; nth += 1) {
          const { cursor, ticketId, ticket }: Heard = (await changes.next()).value.data.kitchenTicketChanged;
          at = cursor;
          if (ticket.bumpedAt || ticket.voidedAt) screen.delete(ticketId);
          else screen.set(ticketId, ticket);
        }
        return at;
      },
      stop: () => changes.return?.(),
    };
  };
  const [awake, asleep] = [await follow(), await follow()];
  const { id, lines } = await order({ itemId: floor.pastor, quantity: '2' }, { itemId: floor.agua });
  await send(id);
  await awake.hear(2, shown.awake);
  const cursor = await asleep.hear(2, shown.asleep);
  await asleep.stop();
  const [grill, drinks] = (await board()).kitchenTickets;
  for (const BUMP_OR_RECALL of [BUMP, RECALL]) await cook.run(BUMP_OR_RECALL, { id: grill?.id });
  await cook.run(BUMP, { id: drinks?.id });
  await manager.run(VOID_LINE, { id: lines[0]?.id });
  await send((await order({ itemId: floor.flan })).id);
  await awake.hear(6, shown.awake);
  const woken = await follow(cursor);
  await woken.hear(6, shown.asleep);
  expect(shown.asleep).toEqual(shown.awake);
  expect([...shown.asleep.keys()].sort()).toEqual((await board()).kitchenTickets.map((ticket) => ticket.id).sort());
  expect(shown.asleep.size).toBe(2);
  await Promise.all([awake.stop(), woken.stop()]);
});

test('who follows a station hears of its tickets alone, and who follows the kitchen of all', async () => {
  const CHANGES = `subscription ($at: ID!, $station: ID) {
    kitchenTicketChanged(locationId: $at, stationId: $station) { kind stationId ticketId ticket { bumpedAt } }
  }`;
  const ofBar = await cook.follow(CHANGES, { at: floor.locationId, station: bar });
  const ofAll = await cook.follow(CHANGES, { at: floor.locationId });
  const { id } = await order({ itemId: floor.pastor }, { itemId: floor.agua });
  await send(id);
  const drinks = (await board(bar)).kitchenTickets;
  expect(drinks).toHaveLength(1);
  await cook.run(BUMP, { id: drinks[0]?.id });
  for (const kind of ['FIRED', 'BUMPED']) {
    const { value } = await ofBar.next();
    expect(value.data.kitchenTicketChanged).toMatchObject({ kind, stationId: bar, ticketId: drinks[0]?.id });
  }
  const kinds = [];
  for (let nth = 0; nth < 3; nth += 1) kinds.push((await ofAll.next()).value.data.kitchenTicketChanged.kind);
  expect(kinds).toEqual(['FIRED', 'FIRED', 'BUMPED']);
  await Promise.all([ofBar.return?.(), ofAll.return?.()]);
});

test('nobody of another tenant reads a ticket or bumps it, and the database changes no entry of the ledger', async () => {
  const { id } = await order({ itemId: floor.pastor });
  await send(id);
  const [ticket] = (await board()).kitchenTickets;
  const stranger = testing.as(person('OWNER'));
  expect(await stranger.refusal(TICKETS, { at: floor.locationId })).toMatchObject({ code: 'NOT_FOUND' });
  expect(await stranger.refusal(BUMP, { id: ticket?.id })).toMatchObject({ code: 'NOT_FOUND' });
  expect(await stranger.refusal(FIRE, { id, course: 1 })).toMatchObject({ code: 'NOT_FOUND' });
  for (const sql of ["update restaurant.kitchen_fire set difference = '9'", 'delete from restaurant.kitchen_fire'])
    await expect(testing.subgraph.work(({ em }) => em.execute(sql), floor.tenantId)).rejects.toThrow('stays as it is');
});

test('a kitchen with many tickets takes the same statements as one with few', async () => {
  const count = () => testing.countSql(() => board());
  await send((await order({ itemId: floor.pastor }, { itemId: floor.agua })).id);
  const few = await count();
  for (let nth = 0; nth < 4; nth += 1) await send((await order({ itemId: floor.pastor }, { itemId: floor.agua })).id);
  expect((await board()).kitchenTickets).toHaveLength(10);
  expect(await count()).toBe(few);
});

test('the open tickets of a station are found by an index of their own', async () => {
  const rows = await testing.subgraph.work(
    ({ em }) =>
      em.execute<{ 'QUERY PLAN': string }[]>(`explain select * from restaurant.kitchen_ticket
        where tenant_id = '${floor.tenantId}' and location_id = '${floor.locationId}' and station_id = '${bar}'
        and bumped_at is null and voided_at is null and id >= restaurant.first_id_of(now() - interval '1 second')`),
    floor.tenantId,
  );
  const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
  expect(plan).toMatch(/kitchen_ticket_\d{4}_\d{2}_tenant_id_location_id_station_id/);
});
