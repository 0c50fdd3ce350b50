import { expect, test } from 'vitest';
import { exactText, factorText, stepsTo, stepsToTax } from './explain.ts';

test.each([
  ['4731/40', 'USD', '$1.18275'],
  ['118', 'USD', '$1.18'],
  ['92600/1321', 'USD', '$0.700984…'],
  ['-95/4', 'USD', '-$0.2375'],
  ['23655/200', 'JPY', '¥118.275'],
])('%s in minor units of %s is %s', (exact, currency, text) => {
  expect(exactText(exact, currency, 'en-US')).toBe(text);
});

test.each([
  ['19/200', 'part', '9.5%'],
  ['2', 'quantity', '2'],
  ['7/20', 'quantity', '0.35'],
  ['4/29', 'part', '4/29'],
] as const)('the factor %s as a %s is %s', (factor, how, text) => {
  expect(factorText(factor, 'en-US', how)).toBe(text);
});

const step = (name: string, rule?: string) => ({ step: name, rule, input: 0, exact: '0', rounded: 0 });

test('each total has the steps that lead to it', () => {
  const steps = [
    ...[step('LINE_GROSS'), step('ORDER_DISCOUNT', 'Lunch'), step('SUBTOTAL'), step('INCLUDED_TAXES')],
    ...[step('INCLUDED_TAX_SHARE', 'IVA'), step('INCLUDED_TAX_SHARE', 'IEPS'), step('TAX', 'City'), step('TOTAL')],
  ];
  const names = (found: { step: string }[]) => found.map((each) => each.step);
  expect(names(stepsTo('subtotal', steps))).toEqual(['LINE_GROSS', 'ORDER_DISCOUNT', 'SUBTOTAL']);
  expect(names(stepsTo('discount', steps))).toEqual(['ORDER_DISCOUNT']);
  expect(names(stepsTo('total', steps))).toEqual(['TOTAL']);
  expect(names(stepsToTax('IVA', steps))).toEqual(['INCLUDED_TAXES', 'INCLUDED_TAX_SHARE']);
  expect(names(stepsToTax('City', steps))).toEqual(['TAX']);
});
