import { currencies } from '@mycelium/schema/currencies';
import { minorUnitsOf } from '@mycelium/schema/decimal';
import { describe, expect, it } from 'vitest';
import { digitsOf, formatPrice } from './price.ts';

const usd = (amount: number) => ({ amount, currency: 'USD' });

describe('the digits of a board', () => {
  it('are those of the currency as soon as one price has cents', () => {
    expect(digitsOf([usd(400), usd(450)])).toBe(2);
  });

  it('are none when every price is whole', () => {
    expect(digitsOf([usd(400), usd(1500)])).toBe(0);
    expect(digitsOf([{ amount: 450, currency: 'JPY' }])).toBe(0);
    expect(digitsOf([])).toBe(0);
  });
});

describe('a price', () => {
  it.each([
    [usd(450), 2, 'es', '4.50'],
    [usd(450), 2, 'en', '4.50'],
    [usd(1200), 2, 'en', '12.00'],
    [usd(1200), 0, 'en', '12'],
    [usd(123_450), 2, 'en', '1234.50'],
    [{ amount: 450, currency: 'EUR' }, 2, 'de', '4,50'],
    [{ amount: 450, currency: 'JPY' }, 0, 'en', '450'],
    [{ amount: 4_500, currency: 'KWD' }, 3, 'en', '4.500'],
    [{ amount: 1_200_000, currency: 'COP' }, 0, 'es', '12000'],
    [{ amount: 1_200_050, currency: 'COP' }, 2, 'es', '12000.50'],
    [{ amount: 5_735_000_000_000, currency: 'COP' }, 0, 'en', '57350000000'],
    [{ amount: 9_007_199_254_740_991, currency: 'USD' }, 2, 'en', '90071992547409.91'],
  ])('%o with %i digits in %s reads %s', (price, digits, language, text) => {
    expect(formatPrice(price, digits, language)).toBe(text);
  });
});

it('is read from the board as it was meant, in every currency', () => {
  for (const [currency, exponent] of currencies) {
    for (const amount of [0, 5, 450, 123_456, 57_350_000_000, Number.MAX_SAFE_INTEGER]) {
      const price = { amount, currency };
      const printed = formatPrice(price, digitsOf([price]), 'en');
      expect([currency, printed, minorUnitsOf(printed, exponent)]).toEqual([currency, printed, amount]);
    }
  }
});
