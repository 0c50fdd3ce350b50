import { expect, test } from 'vitest';
import { factText } from './fact-text.ts';

const ways = { locale: 'en-US', available: 'Available', soldOut: 'Sold out', nothing: 'Nothing' };

test.each([
  [{ value: { amount: 425, currency: 'USD' } }, '$4.25'],
  [{ value: { amount: 0, currency: 'USD' } }, '$0.00'],
  [{ value: false }, 'Sold out'],
  [{ value: true }, 'Available'],
  [{ value: { es: 'Agua', en: 'Water' } }, 'es: Agua\nen: Water'],
  [{ value: {} }, 'Nothing'],
  [{ value: null }, 'Nothing'],
  [null, 'Nothing'],
])('%j reads as %j', (fact, text) => {
  expect(factText(fact, ways)).toBe(text);
});
