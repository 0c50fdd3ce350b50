import type { Entry } from '@mycelium/client-kit/outbox/entry';
import { expect, test } from 'vitest';
import { bumpedWith, type Doing, shownWith, unsentOf } from './own-doing.ts';
import { fireOf, lineOf, ticketOf } from './ticket.testing.ts';
import type { Ticket } from './tickets.ts';
import { withOrder, withTicket } from './with-ticket.ts';

const [first, second] = [ticketOf([fireOf('ADD', '1', lineOf('a'))]), ticketOf([fireOf('ADD', '1', lineOf('b'))])];
const known = { position: null, open: [first, second], bumped: [] };
const bumpedAt = '2026-11-30T20:00:00Z';

let position = 0;
function entry(operation: string, { id }: Ticket, state: Entry['state'] = 'WAITING'): Entry {
  position += 1;
  return { position, key: `${position}`, order: 'A', operation, variables: { id }, madeAt: 0, state, attempts: 0 };
}

function shown(tickets: typeof known | ReturnType<typeof withTicket>, entries: Entry[], done: [Ticket, Doing][] = []) {
  const doings = new Map(done.map(([{ id }, doing]) => [id, doing]));
  const { open, bumped } = shownWith(tickets, bumpedWith(entries, doings));
  return [open.map(({ id }) => id), bumped.map(({ id }) => id)];
}

test('what was bumped here is away at once, before the server knows, and back when it was recalled', () => {
  const bump = entry('bumpTicket', first);
  expect(shown(known, [bump])).toEqual([[second.id], [first.id]]);
  expect(shown(known, [bump, entry('recallTicket', first)])).toEqual([[first.id, second.id], []]);
  expect(unsentOf([bump])).toEqual(new Set([first.id]));
});

test('it stays away between the answer of the server and the news of it, and then is as the server says', () => {
  const done: [Ticket, Doing][] = [[first, { operation: 'bumpTicket', version: 1 }]];
  expect(shown(known, [], done)).toEqual([[second.id], [first.id]]);
  const heard = withTicket(known, { ...first, version: 2, bumpedAt });
  expect(shown(heard, [], done)).toEqual([[second.id], [first.id]]);
  const recalledElsewhere = withTicket(heard, { ...first, version: 3, bumpedAt: null });
  expect(shown(recalledElsewhere, [], done)).toEqual([[first.id, second.id], []]);
});

test('what the server refused comes to nothing', () => {
  expect(shown(known, [entry('bumpTicket', first, 'REFUSED')])).toEqual([[first.id, second.id], []]);
  expect(unsentOf([entry('bumpTicket', first, 'REFUSED')])).toEqual(new Set());
});

test('news that is older than what is known changes nothing, and a void ticket goes', () => {
  const heard = withTicket(known, { ...first, version: 2, bumpedAt });
  expect(withTicket(heard, first)).toBe(heard);
  expect(shown(withTicket(heard, { ...second, version: 2, voidedAt: bumpedAt }), [])).toEqual([[], [first.id]]);
});

test('what a change says of its order holds for the other tickets of that order', () => {
  const order = { ...first.order, version: 2, table: { __typename: 'Table' as const, id: 't', name: '12' } };
  const heard = withTicket(known, { ...first, version: 2, order });
  expect(heard.open.map((ticket) => ticket.order.table?.name)).toEqual(['12', '12']);
});

test('what changed of an order alone is in its tickets, and of another order changes nothing', () => {
  const order = { ...first.order, version: 2, firedCourses: [1, 2] };
  expect(withOrder(known, order).open.map((ticket) => ticket.order.firedCourses)).toEqual([
    [1, 2],
    [1, 2],
  ]);
  expect(withOrder(known, { ...order, id: 'B' })).toBe(known);
  expect(withOrder(known, { ...order, version: 1 })).toBe(known);
});
