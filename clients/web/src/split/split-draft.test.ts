import { expect, test } from 'vitest';
import { isWhole, leftFor, type SplitLine, splitInput, type Taken, withTaken } from './split-draft.ts';

const line = (id: string, quantity: string, seat: number | null = null): SplitLine => ({
  ...{ id, quantity, seat, voidedAt: null, names: [] },
});
const [tacos, dish] = [line('tacos', '3', 1), line('dish', '1', 2)];
const gone = { ...line('gone', '1', 3), voidedAt: '2026-12-01T00:00:00Z' };
const order = { id: 'o', number: 1, version: 1, lines: [tacos, dish, gone] };
const idAt = (at: number) => `new ${at}`;
const even = { by: 'EVENLY' as const, parts: 2, taken: [] };

test('a check has no more of a line than the others leave of it', () => {
  let taken: readonly Taken[] = [{}, {}];
  taken = withTaken(taken, { check: 0, line: dish, amount: 333 });
  taken = withTaken(taken, { check: 1, line: dish, amount: 1_000 });
  expect(taken).toEqual([{ dish: 333 }, { dish: 667 }]);
  expect(leftFor(dish, taken, -1)).toBe(0);
  expect(withTaken(taken, { check: 0, line: dish, amount: -1_000 })[0]).toEqual({ dish: 0 });
});

test('parts of quantities are decimal numbers, and what is not taken is not named', () => {
  const taken: Taken[] = [{ tacos: 1_000, dish: 0 }, { dish: 333 }];
  expect(splitInput(order, { ...even, by: 'BY_ITEM', taken }, idAt)).toEqual([
    { id: 'new 0', seats: [], lines: [{ lineId: 'tacos', quantity: '1' }] },
    { id: 'new 1', seats: [], lines: [{ lineId: 'dish', quantity: '0.333' }] },
  ]);
});

test('each check needs something, and something stays', () => {
  const by = 'BY_ITEM' as const;
  expect(isWhole(order, { by, taken: [{ tacos: 1_000 }] })).toBe(true);
  expect(isWhole(order, { by, taken: [{ tacos: 1_000 }, { dish: 0 }] })).toBe(false);
  expect(isWhole(order, { by, taken: [{ tacos: 3_000, dish: 1_000 }] })).toBe(false);
  expect(isWhole(order, { by: 'EVENLY', taken: [{}] })).toBe(true);
});

test('of checks by seat each has a seat, of equal ones each is only an id', () => {
  expect(splitInput(order, { ...even, by: 'BY_SEAT' }, idAt)).toEqual([{ id: 'new 0', lines: [], seats: [2] }]);
  expect(splitInput(order, { ...even, parts: 3 }, idAt)).toEqual([
    { id: 'new 0', lines: [], seats: [] },
    { id: 'new 1', lines: [], seats: [] },
  ]);
});
