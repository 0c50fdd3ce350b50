import { currencies } from '@mycelium/schema/currencies';
import { expect, test } from 'vitest';
import { denominationsOf, isCounted, totalOf } from './denominations.ts';

test.each(['USD', 'MXN', 'EUR', 'TRY', 'COP', 'KWD', 'JPY'])(
  '%s is counted from the largest note to the smallest coin',
  (currency) => {
    expect(currencies.has(currency)).toBe(true);
    const all = denominationsOf(currency);
    expect(all.length).toBeGreaterThan(5);
    expect(all).toEqual(all.toSorted((one, other) => other - one));
    expect(new Set(all).size).toBe(all.length);
  },
);

test('of a currency whose coins are not known the total is typed', () => {
  expect(denominationsOf('XAF')).toEqual([]);
});

test.each([
  [{}, 0],
  [{ 10000: '1', 25: '3', 1: ' 2 ' }, 10_077],
  [{ 10000: '' }, 0],
  [{ 10000: '1.5' }, undefined],
  [{ 10000: '-1' }, undefined],
  [{ 10000: '1e3' }, undefined],
  [{ 10000: '12345678' }, undefined],
])('%j is %s', (counts, total) => {
  expect(totalOf(counts)).toBe(total);
});

test('a nought was counted, an empty field was not', () => {
  expect(isCounted({ 100: '0' })).toBe(true);
  expect(isCounted({ 100: ' ' })).toBe(false);
});
