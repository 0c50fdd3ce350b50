import fc from 'fast-check';
import type {
  CashRounding,
  Discount,
  LineToTotal,
  OrderToTotal,
  Portion,
  ServiceCharge,
  TaxRule,
} from '../src/totals/order-to-total.ts';
import { roundings } from '../src/totals/rounding.ts';

/** What one thing costs at most, in minor units, where a minor unit is a yen, a cent or a fils. */
const dearest = [50_000, 20_000, 60_000];

/** Added and included, with none, of part of a cent, above the whole; two that tax other ones, and one that was changed. */
const rules: TaxRule[] = [
  { id: 'la', rate: '0.095', inclusive: false },
  { id: 'exempt', rate: '0', inclusive: false },
  { id: 'city', rate: '0.00375', inclusive: false, baseIncludes: ['la', 'vat'] },
  { id: 'vat', rate: '0.20', inclusive: true },
  { id: 'ieps', rate: '0.08', inclusive: true },
  { id: 'iva', rate: '0.16', inclusive: true, baseIncludes: ['ieps', 'city'] },
  { id: 'spirits', rate: '1.5', inclusive: true },
];
const changed: TaxRule = { id: 'la', rate: '0.1025', inclusive: false };

const rounding = fc.constantFrom(...roundings);
const taxes = fc
  .tuple(fc.subarray(rules), fc.boolean())
  .map(([all, isLater]) => all.map((rule) => (isLater && rule.id === changed.id ? changed : rule)));
const quantity = fc.oneof(
  fc.integer({ min: 0, max: 12 }).map(String),
  fc.integer({ min: 1, max: 9_999 }).map((thousandths) => (thousandths / 1_000).toFixed(3)),
);

function portion(most: number): fc.Arbitrary<Portion> {
  return fc.oneof(
    fc
      .integer({ min: 0, max: 1_100 })
      .map((tenths) => ({ kind: 'PERCENT' as const, percent: (tenths / 10).toFixed(1) })),
    fc.nat(most).map((amount) => ({ kind: 'AMOUNT' as const, amount })),
  );
}

function numbered<T extends object>(each: fc.Arbitrary<T>, most: number): fc.Arbitrary<({ id: string } & T)[]> {
  return fc
    .array(each, { maxLength: most })
    .map((all) => all.map((one, at) => ({ ...one, id: `${'abcdefghijklmnop'[at]}` })));
}

function orderWith(most: number): fc.Arbitrary<OrderToTotal> {
  const discounts: fc.Arbitrary<Discount[]> = numbered(portion(most), 3);
  const modifiers = fc.array(fc.record({ price: fc.nat(most), quantity: fc.nat(3) }), { maxLength: 3 });
  const line = fc.record({
    quantity,
    unitPrice: fc.nat(most),
    modifiers,
    discounts,
    discountable: fc.boolean(),
    taxes,
  });
  const lines: fc.Arbitrary<LineToTotal[]> = numbered(line, 12);
  const charge = fc.tuple(portion(most), taxes).map(([taken, ofCharge]) => ({ ...taken, taxes: ofCharge }));
  const serviceCharges: fc.Arbitrary<ServiceCharge[]> = numbered(charge, 2).map((all) =>
    all.map((one) => ({ ...one, id: `charge ${one.id}` })),
  );
  const cashRounding: fc.Arbitrary<CashRounding> = fc.record({ increment: fc.constantFrom(1, 5, 10, 50), rounding });
  return fc.record(
    {
      lines,
      orderDiscounts: discounts,
      serviceCharges,
      tip: fc.nat(most),
      taxRounding: fc.constantFrom('ORDER' as const, 'LINE' as const),
      rounding,
      cashRounding,
    },
    { requiredKeys: ['lines'] },
  );
}

/** Orders of up to twelve lines in currencies of no, two and three digits, with everything that an order can have. */
export const randomOrder: fc.Arbitrary<OrderToTotal> = fc.oneof(...dearest.map(orderWith));
