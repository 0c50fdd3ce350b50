import * as known from 'dinero.js/bigint/currencies';
import { describe, expect, test } from 'vitest';
import { currencies, exponentOf } from './currencies.ts';
import { decimalOf, minorUnitsOf } from './decimal.ts';

test.each([
  ['USD', 2],
  ['MXN', 2],
  ['TWD', 2],
  // Intl says that people print none of their digits.
  ['COP', 2],
  ['HUF', 2],
  ['IDR', 2],
  ['PKR', 2],
  ['JPY', 0],
  ['KRW', 0],
  ['CLP', 0],
  ['ISK', 0],
  ['UGX', 0],
  ['KWD', 3],
  ['BHD', 3],
  ['TND', 3],
  ['UYW', 4],
])('%s has %i digits after the point', (currency, exponent) => {
  expect(currencies.get(currency)).toBe(exponent);
});

test('the table says of each currency what others read in ISO 4217', () => {
  // Bulgaria pays in euros since 2026, and the Caribbean guilder came in 2025; of two, ISO says 2 though they have five parts.
  const { BGN, MGA, MRU, ...others } = known;
  const ours = [{ code: 'XCG', exponent: 2n }, ...[MGA, MRU].map(({ code }) => ({ code, exponent: 2n }))];
  const all = [...Object.values(others), ...ours].map(({ code, exponent }) => [code, Number(exponent)] as const);
  expect(new Map(currencies)).toEqual(new Map(all));
  expect(currencies.has(BGN.code)).toBe(false);
});

test('a currency that is gone is shown with two digits', () => {
  expect([exponentOf('BGN'), exponentOf(''), exponentOf('__proto__')]).toEqual([2, 2, 2]);
});

test.each([
  [435, 2, '4.35'],
  [5, 2, '0.05'],
  [-5, 2, '-0.05'],
  [0, 3, '0.000'],
  [500, 0, '500'],
  [-0, 0, '0'],
  [57_350_000_000, 2, '573500000.00'],
  [Number.MIN_SAFE_INTEGER, 2, '-90071992547409.91'],
])('%i with %i digits is written %s, and read again', (amount, exponent, decimal) => {
  expect(decimalOf(amount, exponent)).toBe(decimal);
  expect(minorUnitsOf(decimal, exponent)).toBe(amount + 0);
});

describe('a decimal number', () => {
  test.each([
    ['4.35', 2, 435],
    ['0.1', 2, 10],
    ['1.005', 2, 'TOO_MANY_DIGITS'],
    ['19.99', 2, 1999],
    ['1e2', 2, 10_000],
    ['8.0', 2, 800],
    ['1.5E-1', 2, 15],
    ['1.5e-2', 2, 'TOO_MANY_DIGITS'],
    ['100e-2', 0, 1],
    ['0e999', 2, 0],
    ['1e999', 2, 'TOO_LARGE'],
    ['1e-999', 2, 'TOO_MANY_DIGITS'],
    ['-0', 2, 0],
    ['12.', 2, 1200],
    ['90071992547409.91', 2, Number.MAX_SAFE_INTEGER],
    ['90071992547409.92', 2, 'TOO_LARGE'],
    ['-90071992547409.92', 2, 'TOO_LARGE'],
    ['', 2, 'NOT_A_NUMBER'],
    ['.5', 2, 'NOT_A_NUMBER'],
    ['0x10', 2, 'NOT_A_NUMBER'],
    ['1,5', 2, 'NOT_A_NUMBER'],
    ['1\u0000', 2, 'NOT_A_NUMBER'],
    ['NaN', 2, 'NOT_A_NUMBER'],
    ['1'.repeat(70), 2, 'NOT_A_NUMBER'],
  ])('%j becomes minor units by its digits', (decimal, exponent, read) => {
    expect(minorUnitsOf(decimal, exponent)).toBe(read);
  });
});

describe('at the border to a vendor with exponents of its own', () => {
  const vendor = new Map([
    ['ISK', 2],
    ['UGX', 2],
  ]);
  const theirs = (currency: string) => vendor.get(currency) ?? exponentOf(currency);

  test.each([
    ['COP', '12000', 1_200_000, 1_200_000],
    ['ISK', '5000', 5_000, 500_000],
    ['UGX', '5000', 5_000, 500_000],
  ])('%s %s keeps its worth', (currency, major, ours, sent) => {
    expect(minorUnitsOf(major, exponentOf(currency))).toBe(ours);
    expect(minorUnitsOf(decimalOf(ours, exponentOf(currency)), theirs(currency))).toBe(sent);
    expect(minorUnitsOf(decimalOf(sent, theirs(currency)), exponentOf(currency))).toBe(ours);
  });

  test('half of a króna of theirs is not lost in silence', () => {
    expect(minorUnitsOf(decimalOf(500_050, theirs('ISK')), exponentOf('ISK'))).toBe('TOO_MANY_DIGITS');
  });
});
