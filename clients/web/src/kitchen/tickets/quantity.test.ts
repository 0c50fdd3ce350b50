import { expect, test } from 'vitest';
import { quantityText } from './quantity.ts';

const cases: [quantity: number, text: string][] = [
  [1, '1'],
  [12, '12'],
  [0, '0'],
  [-2, '-2'],
  [0.333, '⅓'],
  [0.334, '⅓'],
  [0.666, '⅔'],
  [0.667, '⅔'],
  [0.334 + 0.333 + 0.333, '1'],
  [0.333 + 0.333 + 0.333, '1'],
  [0.999999, '1'],
  [1.999, '2'],
  [2.001, '2'],
  [0.5, '½'],
  [1.5, '1½'],
  [-0.334, '-⅓'],
  [1.333, '1⅓'],
  [0.25, '¼'],
  [0.167, '⅙'],
  [0.143, '0.143'],
  [0.2, '0.2'],
  [0.35, '0.35'],
  [1_200.5, '1,200½'],
  [0.001, '0.001'],
];

test.each(cases)('%d reads as %s', (quantity, text) => {
  expect(quantityText('en', quantity)).toBe(text);
});

test('what has no fraction of its own reads as other numbers of the language do', () => {
  expect(quantityText('tr', 0.35)).toBe('0,35');
});
