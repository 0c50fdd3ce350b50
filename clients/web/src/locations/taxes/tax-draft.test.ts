import { expect, test } from 'vitest';
import { classOf, percentOf, rateOf } from './tax-draft.ts';

test.each([
  ['16', '0.16'],
  ['9.5', '0.095'],
  ['9,5', '0.095'],
  ['8.8750', '0.08875'],
  ['0', '0'],
  ['100', '1'],
  ['10', '0.1'],
  ['0.0001', '0.000001'],
  ['', undefined],
  ['-1', undefined],
  ['100.1', undefined],
  ['1.00001', undefined],
  ['ten', undefined],
])('%s percent is the rate %s', (percent, rate) => {
  expect(rateOf(percent)).toBe(rate);
});

test.each([
  ['0.16', '16'],
  ['0.095', '9.5'],
  ['0.08875', '8.875'],
  ['0', '0'],
  ['1', '100'],
  ['1.000000', '100'],
])('the rate %s is shown as %s percent', (rate, percent) => {
  expect(percentOf(rate)).toBe(percent);
});

test('a class is a code, whatever is typed', () => {
  expect(classOf(' soft drinks ')).toBe('SOFT_DRINKS');
});
