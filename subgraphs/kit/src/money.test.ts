import { currencies } from '@mycelium/schema/currencies';
import { expect, test } from 'vitest';
import { moneySchema, priceSchema } from './money.ts';

const issuesOf = (schema: typeof moneySchema, value: unknown) =>
  schema.safeParse(value).error?.issues.map(({ path, message }) => [path[0], message]) ?? [];

test('money has either sign, and a price is not negative', () => {
  const refund = { amount: -57_350_000_000, currency: 'COP' };
  expect(moneySchema.parse(refund)).toEqual(refund);
  expect(issuesOf(priceSchema, refund)).toEqual([['amount', 'A price is not negative']]);
  expect(priceSchema.parse({ amount: 0, currency: 'COP' })).toEqual({ amount: 0, currency: 'COP' });
});

test('every currency of the table is one, and nothing else', () => {
  for (const currency of currencies.keys()) expect(issuesOf(priceSchema, { amount: 1, currency })).toEqual([]);
  for (const currency of ['ZZZ', 'usd', 'XAU', '', 'U\0D', '__proto__']) {
    expect(issuesOf(priceSchema, { amount: 1, currency })).toEqual([['currency', expect.stringContaining('ISO 4217')]]);
  }
});

test.each([0.5, 2 ** 53, -(2 ** 53), Number.NaN, '450', null])('%j is no amount', (amount) => {
  for (const schema of [moneySchema, priceSchema])
    expect(issuesOf(schema, { amount, currency: 'USD' })[0]?.[0]).toBe('amount');
});
