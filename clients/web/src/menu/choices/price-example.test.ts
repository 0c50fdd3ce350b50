import { expect, test } from 'vitest';
import { paidFor, twoOf } from './price-example.ts';

const option = (id: string, amount: number, currency = 'USD') => ({ id, price: { amount, currency } });
const pepperoni = option('pepperoni', 325);
const cheese = option('cheese', 100);

test.each([
  ['ADD', 0, 425],
  ['ADD', 1, 325],
  ['HIGHEST', 0, 325],
  ['AVERAGE', 0, 213],
] as const)('by %s with %i free, a half pepperoni with a half cheese is %i', (priceRule, free, paid) => {
  expect(paidFor([pepperoni, cheese], { priceRule, free })).toBe(paid);
});

test('the example is of the two whose prices differ most', () => {
  expect(twoOf([option('ham', 200), cheese, pepperoni])).toEqual([pepperoni, cheese]);
});

test.each([
  ['nothing', []],
  ['one alone', [cheese]],
  ['two of one price', [cheese, option('ham', 100)]],
  ['two currencies', [pepperoni, option('queso', 2000, 'MXN')]],
])('%s is no example', (_, options) => {
  expect(twoOf(options)).toBeUndefined();
});
