import { currencies } from '@mycelium/schema/currencies';
import { expect, test } from 'vitest';
import { formatAmount, formatMoney, localeOf, parseMoney } from './money.ts';

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
  ['21474836.48', 'USD', 2_147_483_648],
  ['573.500.000,00', 'COP', 57_350_000_000],
  ['12000', 'COP', 1_200_000],
  ['1.234,5', 'EUR', 123_450],
  ['1,234.5', 'USD', 123_450],
  ['1,234.', 'USD', 123_400],
  ['1.234.567', 'ARS', 123_456_700],
  ['1.234.567,891', 'KWD', 1_234_567_891],
  ['12.500', 'CLP', 12_500],
  ['5,000', 'ISK', 5_000],
  ['90071992547409.91', 'USD', Number.MAX_SAFE_INTEGER],
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
  ['4.500', 'MXN', 'tooManyDigits'],
  ['12.000', 'COP', 'tooManyDigits'],
  ['1.234,567', 'EUR', 'tooManyDigits'],
  ['0.500', 'JPY', 'tooManyDigits'],
  ['1,23.50', 'MXN', 'notANumber'],
  ['1,234,5', 'MXN', 'notANumber'],
  ['1.234,567.8', 'MXN', 'notANumber'],
  ['0,234.50', 'MXN', 'notANumber'],
  [',', 'MXN', 'notANumber'],
  ['4\u0000', 'MXN', 'notANumber'],
  ['٤٥', 'MXN', 'notANumber'],
  ['$45', 'MXN', 'notANumber'],
  ['1e3', 'MXN', 'notANumber'],
  ['0x10', 'MXN', 'notANumber'],
  ['.50', 'MXN', 'notANumber'],
  ['12a', 'MXN', 'notANumber'],
  ['4 500', 'MXN', 'notANumber'],
  ['90071992547409.92', 'USD', 'tooLarge'],
  ['9'.repeat(40), 'JPY', 'tooLarge'],
])('%j in %s is refused as %s', (text, currency, mistake) => {
  expect(parseMoney(text, currency)).toBe(mistake);
});

test('a field shows what it would parse to, in every currency and every place', () => {
  for (const currency of currencies.keys()) {
    for (const locale of ['es-CO', 'es-ES', 'en-US', 'tr-TR', 'ar-EG', 'de-CH']) {
      for (const amount of [0, 5, 450, 123_456, 57_350_000_000, Number.MAX_SAFE_INTEGER]) {
        const written = formatAmount({ amount, currency }, locale);
        expect([currency, locale, written, parseMoney(written, currency)]).toEqual([
          ...[currency, locale, written],
          { amount, currency },
        ]);
      }
    }
  }
});

test.each([
  [4500, 'MXN', 'es-MX', '$45.00'],
  [1_200_000, 'COP', 'es-CO', '$ 12.000'],
  [1_200_050, 'COP', 'es-CO', '$ 12.000,50'],
  [Number.MAX_SAFE_INTEGER, 'USD', 'en-US', '$90,071,992,547,409.91'],
  [-4550, 'USD', 'en-US', '-$45.50'],
  [5_000, 'ISK', 'en-US', 'ISK 5,000'],
  [1_234, 'KWD', 'en-US', 'KWD 1.234'],
  [99_950, 'HUF', 'hu-HU', '999,50 Ft'],
])('%i minor units of %s are written in %s as %s', (amount, currency, locale, written) => {
  expect(formatMoney({ amount, currency }, locale).replaceAll(/\s/g, ' ')).toBe(written);
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
