import { add, halfEven, multiply, subtract, transformScale } from 'dinero.js/bigint';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { currencies } from './currencies.ts';
import { reckon, reckoned, sharesOf } from './reckon.ts';

test('a month of one branch in Bogotá is more than 32 bits hold', () => {
  const day = { amount: 1_850_000_000, currency: 'COP' };
  const month = Array.from({ length: 31 }, () => reckon(day)).reduce((sum, each) => add(sum, each));
  expect(reckoned(month)).toEqual({ amount: 57_350_000_000, currency: 'COP' });
});

test('every currency has the exponent of the table', () => {
  for (const [currency, exponent] of currencies)
    expect(reckon({ amount: 1, currency }).toJSON()).toMatchObject({ scale: BigInt(exponent) });
});

test('a refund is below zero, and a rate is rounded where its reckoning says how', () => {
  const price = reckon({ amount: 1_005, currency: 'EUR' });
  expect(reckoned(subtract(price, multiply(price, 2n)))).toEqual({ amount: -1_005, currency: 'EUR' });
  const tax = multiply(price, { amount: 19n, scale: 2n });
  expect(() => reckoned(tax)).toThrow('An amount of EUR was not rounded to minor units.');
  expect(reckoned(transformScale(tax, 2n, halfEven))).toEqual({ amount: 191, currency: 'EUR' });
});

test('what no amount can hold is not kept', () => {
  const most = { amount: Number.MAX_SAFE_INTEGER, currency: 'USD' };
  expect(() => reckoned(add(reckon(most), reckon(most)))).toThrow('more digits than can be stored');
  expect(() => add(reckon(most), reckon({ amount: 1, currency: 'EUR' }))).toThrow();
});

describe('shares', () => {
  test.each([
    [3, [5, 20, 75], [0, 1, 2]],
    [100, [1, 1, 1], [34, 33, 33]],
    [-100, [1, 1, 1], [-34, -33, -33]],
    [1, [1, 0, 1], [1, 0, 0]],
    [0, [3, 4], [0, 0]],
    [5, [0, 0, 2], [0, 0, 5]],
    [Number.MAX_SAFE_INTEGER, [1, 2], [3_002_399_751_580_330, 6_004_799_503_160_661]],
  ])('%i by %j', (amount, weights, shares) => {
    expect(sharesOf(amount, weights)).toEqual(shares);
  });

  test.each([[[]], [[0, 0]], [[2, -1]], [[0.5, 1]]])('by %j are refused', (weights) => {
    expect(() => sharesOf(10, weights)).toThrow(RangeError);
  });

  test('add up to the amount, none is a whole unit away from its part, and none goes the other way', () => {
    const weights = fc.array(fc.nat(), { minLength: 1, maxLength: 20 }).filter((all) => all.some(Boolean));
    fc.assert(
      fc.property(fc.maxSafeInteger(), weights, (amount, all) => {
        const shares = sharesOf(amount, all);
        const total = all.reduce((sum, weight) => sum + BigInt(weight), 0n);
        expect(shares.reduce((sum, share) => sum + BigInt(share), 0n)).toBe(BigInt(amount));
        shares.forEach((share, at) => {
          const distance = BigInt(share) * total - BigInt(amount) * BigInt(all[at] ?? 0);
          expect(distance < total && -distance < total).toBe(true);
          expect(share === 0 || Math.sign(share) === Math.sign(amount)).toBe(true);
        });
      }),
    );
  });
});
