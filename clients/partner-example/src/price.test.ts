import { currencies } from '@mycelium/schema/currencies';
import { decimalOf } from '@mycelium/schema/decimal';
import { expect, test } from 'vitest';
import { priceText } from './price.ts';

test('a price is written as it is meant, in every currency', () => {
  for (const [currency, exponent] of currencies) {
    for (const amount of [0, 5, 123_456, 57_350_000_000, Number.MAX_SAFE_INTEGER]) {
      const digits = priceText({ amount, currency }).replaceAll(/^\D*|,/g, '');
      expect([currency, digits]).toEqual([currency, decimalOf(amount, exponent)]);
    }
  }
});
