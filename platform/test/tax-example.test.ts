import { totalsOf } from '@mycelium/restaurant/totals/totals';
import { type ExampleTax, taxExample, withItsBase } from '@mycelium/web/locations/taxes/tax-example';
import fc from 'fast-check';
import { expect, test } from 'vitest';

const rate = fc.integer({ min: 0, max: 1_000_000 }).map((millionths) => (millionths / 1_000_000).toFixed(6));

/** Taxes each of which may tax those before it. */
const taxes = fc
  .array(fc.record({ rate, inclusive: fc.boolean(), base: fc.nat() }), { minLength: 1, maxLength: 5 })
  .map((all) =>
    all.map(
      ({ base, ...tax }, at): ExampleTax => ({
        ...tax,
        id: `tax ${at}`,
        name: `Tax ${at}`,
        baseIncludes: all.slice(0, at).flatMap((_, earlier) => ((base >> earlier) & 1 ? [`tax ${earlier}`] : [])),
      }),
    ),
  );

test('what the console shows of a tax as an example is what an order with it comes to', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10_000_000 }), taxes, (price, rules) => {
      const totals = totalsOf({ lines: [{ id: 'line', quantity: '1', unitPrice: price, taxes: rules }] });
      const { amounts, pays } = taxExample(price, rules);
      expect(Object.fromEntries(amounts)).toEqual(
        Object.fromEntries(totals.taxes.map(({ ruleId, amount }) => [ruleId, amount])),
      );
      expect(pays).toBe(totals.total);
    }),
    { numRuns: 300 },
  );
});

test('an example has what a tax is taken of, whatever that is taken of, and nothing else', () => {
  const tax = (id: string, ...baseIncludes: string[]) => ({
    id,
    name: id,
    rate: '0.1',
    inclusive: false,
    baseIncludes,
  });
  const all = [tax('excise'), tax('sales', 'excise'), tax('city', 'sales'), tax('other')];
  const ids = (rule: ExampleTax) => withItsBase(rule, all).map(({ id }) => id);
  expect(ids(tax('city', 'sales'))).toEqual(['excise', 'sales', 'city']);
  expect(ids(tax('other'))).toEqual(['other']);
  // A draft may name what names it.
  expect(ids(tax('excise', 'city'))).toEqual(['sales', 'city', 'excise']);
  expect(taxExample(100, withItsBase(tax('excise', 'city'), all)).pays).toBeGreaterThan(100);
});
