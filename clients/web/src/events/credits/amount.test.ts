import { expect, test } from 'vitest';
import { amountIn } from './amount.ts';

test.each([
  ['20', 20],
  [' 1000 ', 1000],
  ['1000000000', 1_000_000_000],
  ['1000000001', undefined],
  ['0', undefined],
  ['-5', undefined],
  ['2.5', undefined],
  ['1,000', undefined],
  ['ten', undefined],
  ['', undefined],
])('%j comes to %j credits', (typed, amount) => {
  expect(amountIn(typed)).toBe(amount);
});
