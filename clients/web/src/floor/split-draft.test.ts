import { expect, test } from 'vitest';
import type { FloorOrder } from './floor.ts';
import { checksOf, evenParts, splitInput } from './split-draft.ts';

const usd = (amount: number) => ({ __typename: 'Money' as const, amount, currency: 'USD' });
const line = (id: string, seat: number | null) => ({
  ...{ __typename: 'OrderLine' as const, id, seat, quantity: '1', voidedAt: null, names: [], amount: usd(100) },
});
const order = {
  ...{ __typename: 'Order' as const, id: 'o', number: 1, progress: 'PLACED', money: 'OPEN', version: 1 },
  lines: [line('a', 1), line('b', 2), line('c', null), { ...line('gone', 3), voidedAt: '2026-12-01T00:00:00Z' }],
  totals: { __typename: 'OrderTotals' as const, total: usd(1_000), due: usd(1_000) },
} as FloorOrder;

test.each([
  [1_000, 3, [334, 333, 333]],
  [3_000, 7, [429, 429, 429, 429, 428, 428, 428]],
  [5, 2, [3, 2]],
])('%i in %i parts', (amount, parts, shares) => {
  expect(evenParts(amount, parts)).toEqual(shares);
});

test('each seat has its own and shares what is for the whole table', () => {
  const checks = checksOf(order, { by: 'BY_SEAT', parts: 2, taken: new Set() });
  expect(checks.map(({ seat, lines }) => [seat, lines.map((each) => [each.line.id, each.isShared])])).toEqual([
    [
      1,
      [
        ['a', false],
        ['c', true],
      ],
    ],
    [
      2,
      [
        ['b', false],
        ['c', true],
      ],
    ],
  ]);
  expect(splitInput(checks, 'BY_SEAT', () => 'new')).toEqual([{ id: 'new', lines: [], seats: [2] }]);
});

test('what is chosen goes to a check of its own', () => {
  const checks = checksOf(order, { by: 'BY_ITEM', parts: 2, taken: new Set(['b']) });
  expect(splitInput(checks, 'BY_ITEM', () => 'new')).toEqual([{ id: 'new', lines: [{ lineId: 'b' }], seats: [] }]);
});

test('of equal checks each is only an id', () => {
  const checks = checksOf(order, { by: 'EVENLY', parts: 3, taken: new Set() });
  expect(splitInput(checks, 'EVENLY', () => 'new')).toEqual(Array(2).fill({ id: 'new', lines: [], seats: [] }));
});
