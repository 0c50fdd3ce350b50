import { expect, test } from 'vitest';
import { cashDueOf } from './cash-rounding.ts';
import { type Rounding, rounded } from './rounding.ts';

test.each<[Rounding, number[]]>([
  ['HALF_UP', [-3, -2, -2, -1, 0, 1, 2, 2, 3]],
  ['HALF_DOWN', [-2, -2, -1, -1, 0, 1, 1, 2, 2]],
  ['HALF_EVEN', [-2, -2, -2, -1, 0, 1, 2, 2, 2]],
  ['UP', [-3, -2, -2, -2, 0, 2, 2, 2, 3]],
  ['DOWN', [-2, -2, -1, -1, 0, 1, 1, 2, 2]],
])('%s treats what is below zero like what is above', (rounding, expected) => {
  const exact = [-10, -8, -6, -5, 0, 5, 6, 8, 10].map((quarters) => ({ over: BigInt(quarters), under: 4n }));
  expect(exact.map((each) => Number(rounded(each, rounding)))).toEqual(expected);
});

test.each<[number, Rounding, number]>([
  [1_998, 'HALF_UP', 2_000],
  [1_997, 'HALF_UP', 1_995],
  [198, 'DOWN', 195],
  [-198, 'DOWN', -195],
  [196, 'UP', 200],
  [-1_998, 'HALF_UP', -2_000],
  [0, 'UP', 0],
])('%i in cash, in coins of five and %s, is %i', (due, rounding, cash) => {
  expect(cashDueOf(due, { increment: 5, rounding })).toBe(cash);
});

test.each<[number, Rounding, number]>([
  [1_005, 'HALF_UP', 1_010],
  [1_005, 'HALF_DOWN', 1_000],
  [1_015, 'HALF_EVEN', 1_020],
  [1_025, 'HALF_EVEN', 1_020],
])('%i in cash, in coins of ten and %s, is %i', (due, rounding, cash) => {
  expect(cashDueOf(due, { increment: 10, rounding })).toBe(cash);
});
