import { expect, test } from 'vitest';
import { slidIn } from './slid-in.ts';

const tickets = (...ids: string[]) => ids.map((id) => ({ id }));

test('a ticket that comes in before another has slid in, one behind them all has not', () => {
  const before = new Set(['b', 'd']);
  expect(slidIn(before, tickets('a', 'b', 'c', 'd', 'e'))).toEqual(['a', 'c']);
  expect(slidIn(before, tickets('b', 'd', 'e'))).toEqual([]);
  expect(slidIn(before, tickets('d'))).toEqual([]);
  expect(slidIn(before, tickets('x', 'y'))).toEqual([]);
  expect(slidIn(new Set(), tickets('a', 'b'))).toEqual([]);
});
