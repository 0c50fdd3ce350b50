import { expect, test } from 'vitest';
import { allDayOf, heldCoursesOf, rowsOf } from './rows.ts';
import { fireOf, lineOf, ticketOf } from './ticket.testing.ts';
import type { Ticket } from './tickets.ts';

const said = (rows: ReturnType<typeof rowsOf>) =>
  rows.map(({ kind, quantity, before, isOff, line, note }) =>
    [kind, before === undefined ? quantity : `${before} → ${quantity}`, line.id, note, isOff && 'off']
      .filter(Boolean)
      .join(' '),
  );

test('a ticket says what is to be made, with its note', () => {
  const [taco, flan] = [lineOf('taco'), lineOf('flan')];
  const ticket = ticketOf([fireOf('ADD', '2', taco, 'no onion'), fireOf('ADD', '0.35', flan)]);
  expect(said(rowsOf(ticket, [ticket]))).toEqual(['ADD 2 taco no onion', 'ADD 0.35 flan']);
});

test('what a later ticket takes off is taken off the earlier one, and is said by itself', () => {
  const taco = lineOf('taco');
  const first = ticketOf([fireOf('ADD', '3', taco)]);
  const less = ticketOf([fireOf('LESS', '-1', taco)], { mark: 'LESS', toMake: false });
  const all = [first, less];
  expect(said(rowsOf(first, all))).toEqual(['ADD 3 → 2 taco']);
  expect(said(rowsOf(less, all))).toEqual(['LESS -1 taco']);
  const off = ticketOf([fireOf('VOID', '-2', taco)], { mark: 'VOID', toMake: false });
  expect(said(rowsOf(first, [...all, off]))).toEqual(['ADD 3 taco off']);
});

test('a line that was voided is off, also where no ticket says so yet', () => {
  const ticket = ticketOf([fireOf('ADD', '2', lineOf('taco', { voidedAt: '2026-11-30T20:00:00Z' }))]);
  expect(said(rowsOf(ticket, [ticket]))).toEqual(['ADD 2 taco off']);
});

test('another station and another order take nothing off', () => {
  const taco = lineOf('taco');
  const first = ticketOf([fireOf('ADD', '3', taco)]);
  const off = ticketOf([fireOf('VOID', '-3', taco)]);
  const elsewhere = { ...off, station: { ...off.station, id: 'bar' } };
  const ofOther = { ...off, order: { ...off.order, id: 'B' } };
  expect(said(rowsOf(first, [first, elsewhere, ofOther]))).toEqual(['ADD 3 taco']);
});

test('a change says how much it is about, and what a split moved is said once', () => {
  const taco = lineOf('taco', { quantity: '2' });
  const changed = ticketOf([fireOf('CHANGE', '0', taco, 'spicy'), fireOf('ADD', '1', taco, 'spicy')], {
    mark: 'CHANGE',
  });
  expect(said(rowsOf(changed, [changed]))).toEqual(['CHANGE 2 taco spicy', 'ADD 1 taco spicy']);
  const split = ticketOf([
    fireOf('ADD', '2', taco),
    fireOf('MOVE', '-1', taco),
    fireOf('MOVE', '1', lineOf('taco of B')),
  ]);
  expect(said(rowsOf(split, [split]))).toEqual(['ADD 1 taco', 'ADD 1 taco of B']);
});

test('what was added to an order says when it came, line by line; a course that waited was due', () => {
  const [taco, flan, soup] = [lineOf('taco'), lineOf('flan', { course: 2 }), lineOf('soup')];
  const first = ticketOf([fireOf('ADD', '2', taco)]);
  const firedAt = '2026-11-30T20:10:00.000Z';
  const second = ticketOf([fireOf('ADD', '1', taco), fireOf('ADD', '1', flan), fireOf('ADD', '1', soup)], {
    ...{ mark: 'ADD', firedAt },
  });
  const added = (ticket: Ticket, others: Ticket[]) => rowsOf(ticket, others).map(({ addedAt }) => addedAt);
  expect(added(first, [first, second])).toEqual([undefined]);
  expect(added(second, [first, second])).toEqual([firedAt, undefined, firedAt]);
  const third = ticketOf([fireOf('ADD', '1', flan)], { mark: 'ADD', firedAt });
  expect(added(third, [second, third])).toEqual([firedAt]);
});

test('what is to be made over all open tickets counts no void, no change and nothing that is done', () => {
  const item = { __typename: 'MenuItem' as const, id: 'taco' };
  const [one, two] = [lineOf('1', { item, name: 'Taco' }), lineOf('2', { item, name: 'Taco' })];
  const flan = lineOf('flan');
  const first = ticketOf([fireOf('ADD', '2', one), fireOf('ADD', '1', flan)]);
  const second = ticketOf([fireOf('ADD', '0.1', two), fireOf('CHANGE', '0', one)]);
  const third = ticketOf([fireOf('VOID', '-1', flan)], { toMake: false });
  const all = [first, second, third];
  expect(allDayOf(all, all)).toEqual([{ key: 'taco', name: 'Taco', quantity: 2.1 }]);
  expect(allDayOf([second], all)).toEqual([{ key: 'taco', name: 'Taco', quantity: 0.1 }]);
});

test('the courses that wait are those that were not fired and of which something is ordered', () => {
  const line = (id: string, course: number | null, voidedAt: string | null = null) => ({
    ...{ __typename: 'OrderLine' as const, id, course, voidedAt },
  });
  const lines = [line('a', 3), line('b', 1), line('c', 2), line('d', 2), line('e', null), line('f', 4, '2026-11-30')];
  expect(heldCoursesOf({ firedCourses: [1], lines })).toEqual([2, 3]);
});
