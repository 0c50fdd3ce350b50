import { expect, test } from 'vitest';
import { allDayOf, heldCoursesOf, rowsOf } from './rows.ts';
import { fireOf, lineOf, ticketOf } from './ticket.testing.ts';

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

test('what was taken without a network, or added once the kitchen had the order, says so by line, with its time', () => {
  const minutes = (count: number) => new Date(Date.UTC(2026, 10, 30, 20, count)).toISOString();
  const idAt = (count: number) =>
    `${Date.parse(minutes(count)).toString(16).padStart(12, '0')}7000800000000000000${count}`;
  const taken = (at: number, came = at) => lineOf(idAt(at), { createdAt: minutes(came) });
  const [prompt, offline, added, held] = [taken(0), taken(1, 9), taken(12), { ...taken(2), course: 2 }];
  const order = { ...ticketOf([]).order, placedAt: minutes(10) };
  const first = ticketOf([fireOf('ADD', '1', prompt), fireOf('ADD', '1', offline)], { number: 1, order });
  const later = ticketOf([fireOf('ADD', '1', added), fireOf('ADD', '1', held), fireOf('MOVE', '1', taken(13))], {
    ...{ number: 2, mark: 'ADD', order },
  });
  const late = [first, later].flatMap((ticket) => rowsOf(ticket, [first, later]).map((row) => row.late));
  expect(late).toEqual([
    undefined,
    { why: 'OFFLINE', at: Date.parse(minutes(1)) },
    { why: 'ADDED', at: Date.parse(minutes(12)) },
    ...[undefined, undefined],
  ]);
});

test('another station takes nothing off; the check on which a line is now does, once it was split off', () => {
  const taco = lineOf('taco');
  const first = ticketOf([fireOf('ADD', '3', taco)]);
  const off = ticketOf([fireOf('LESS', '-1', taco)]);
  const elsewhere = { ...off, station: { ...off.station, id: 'bar' } };
  expect(said(rowsOf(first, [first, elsewhere]))).toEqual(['ADD 3 taco']);
  const onOther = { ...off, order: { ...off.order, id: 'B' } };
  expect(said(rowsOf(first, [first, onOther]))).toEqual(['ADD 3 → 2 taco']);
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

test('more of a line says when it was sent, also of a course that was fired; a course that waited was due', () => {
  const [taco, flan] = [lineOf('taco'), lineOf('flan', { course: 2 })];
  const first = ticketOf([fireOf('ADD', '2', taco)]);
  const second = ticketOf([fireOf('ADD', '1', taco), fireOf('ADD', '1', flan)], { mark: 'ADD' });
  const third = ticketOf([fireOf('ADD', '1', flan)], { mark: 'ADD' });
  const all = [first, second, third];
  const late = (ticket: typeof first) => rowsOf(ticket, all).map((row) => row.late);
  const more = ({ firedAt }: typeof first) => ({ why: 'ADDED', at: Date.parse(firedAt) });
  expect(all.map(late)).toEqual([[undefined], [more(second), undefined], [more(third)]]);
});

test('a ticket of which something is on another check says of each line on which it is', () => {
  const [taco, flan] = [lineOf('taco'), lineOf('flan', { orderNumber: 7 })];
  const checks = (...lines: (typeof taco)[]) => {
    const ticket = ticketOf(lines.map((line) => fireOf('ADD', '1', line)));
    return rowsOf(ticket, [ticket]).map(({ check }) => check);
  };
  expect(checks(taco, flan)).toEqual([1, 7]);
  expect(checks(flan)).toEqual([7]);
  expect(checks(taco, taco)).toEqual([undefined]);
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
