import { expect, test } from 'vitest';
import { digitsOf, formatAmount, formatMoney, localeOf, parseMoney } from './money.ts';

test.each([
  ['45', 'MXN', 4500],
  ['45.5', 'MXN', 4550],
  ['45,50', 'MXN', 4550],
  ['  45.00 ', 'MXN', 4500],
  ['0', 'MXN', 0],
  ['0.01', 'USD', 1],
  ['45.', 'USD', 4500],
  ['19.99', 'EUR', 1999],
  ['1.15', 'EUR', 115],
  ['500', 'JPY', 500],
  ['1.234', 'KWD', 1234],
  ['21474836.47', 'USD', 2_147_483_647],
])('%s in %s is %i minor units', (text, currency, amount) => {
  expect(parseMoney(text, currency)).toEqual({ amount, currency });
});

test.each([
  ['', 'MXN', 'empty'],
  ['   ', 'MXN', 'empty'],
  ['-1', 'MXN', 'negative'],
  ['−4.50', 'MXN', 'negative'],
  ['4.505', 'MXN', 'tooManyDigits'],
  ['1,234', 'MXN', 'tooManyDigits'],
  ['500.5', 'JPY', 'tooManyDigits'],
  ['1,234.50', 'MXN', 'notANumber'],
  ['$45', 'MXN', 'notANumber'],
  ['1e3', 'MXN', 'notANumber'],
  ['0x10', 'MXN', 'notANumber'],
  ['.50', 'MXN', 'notANumber'],
  ['12a', 'MXN', 'notANumber'],
  ['4 500', 'MXN', 'notANumber'],
  ['21474836.48', 'USD', 'tooLarge'],
])('%j in %s is refused as %s', (text, currency, mistake) => {
  expect(parseMoney(text, currency)).toBe(mistake);
});

test('a field shows what it would parse to, in every place', () => {
  for (const locale of ['es-MX', 'es-ES', 'en-US', 'tr-TR', 'ar-EG', 'de-CH']) {
    for (const amount of [0, 5, 450, 123_456, 2_147_483_647]) {
      const money = { amount, currency: 'MXN' };
      expect(parseMoney(formatAmount(money, locale), 'MXN')).toEqual(money);
    }
  }
});

test('money is written as its place writes it', () => {
  expect(formatMoney({ amount: 4500, currency: 'MXN' }, 'es-MX')).toBe('$45.00');
  expect(formatAmount({ amount: 123_450, currency: 'TRY' }, 'tr-TR')).toBe('1234,50');
  expect(digitsOf('JPY')).toBe(0);
});

test.each([
  [['es', 'en'], 'USD', '4.25'],
  [['es'], 'MXN', '4.25'],
  [['es-ES'], 'USD', '4,25'],
  [['tr'], 'TRY', '4,25'],
  [['de'], 'EUR', '4,25'],
  [[], 'USD', '4.25'],
])('a place that speaks %j and is paid in %s writes %s', (languages, currency, written) => {
  expect(formatAmount({ amount: 425, currency }, localeOf({ languages, currency }))).toBe(written);
});
