import { expect, test } from 'vitest';
import { decimalText, exactText } from './exact.ts';

test.each([
  ['1000800/83', 2, '120.5783'],
  ['500', 2, '5.0000'],
  ['0', 2, '0.0000'],
  ['1/3', 0, '0.3333'],
  ['9007199254740993/1', 2, '90071992547409.9300'],
])('%s with %i digits is %s', (fraction, exponent, text) => {
  expect(exactText(fraction, exponent)).toBe(text);
});

test.each([
  ['1245', '1245'],
  ['13/4', '3.25'],
  ['0', '0'],
])('%s is %s', (fraction, text) => {
  expect(decimalText(fraction)).toBe(text);
});
