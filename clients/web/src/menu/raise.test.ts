import { expect, test } from 'vitest';
import { hundredthsOf, raised } from './raise.ts';

test.each([
  ['5', 500],
  ['5 %', 500],
  ['+2.5', 250],
  ['2,5', 250],
  ['-10', -1000],
  ['−10', -1000],
  ['0', undefined],
  ['-100', undefined],
  ['abc', undefined],
  ['1.234', undefined],
  ['', undefined],
])('%s is %s hundredths of a per cent', (typed, hundredths) => {
  expect(hundredthsOf(typed)).toBe(hundredths);
});

test.each([
  [1000, 'USD', 500, 1050],
  [425, 'USD', 500, 446],
  [425, 'USD', -1000, 383],
  [1_250_000, 'COP', 333, 1_291_600],
  [333, 'JPY', 500, 350],
  [0, 'USD', 500, 0],
  [90_071_992_547_409, 'USD', 1, 90_080_999_746_664],
])('%i of %s, raised by %i hundredths, is %i', (amount, currency, hundredths, after) => {
  expect(raised({ amount, currency }, hundredths)).toEqual({ amount: after, currency });
});
