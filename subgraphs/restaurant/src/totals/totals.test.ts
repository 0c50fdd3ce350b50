import { decimalOf } from '@mycelium/schema/decimal';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CaseOrder, casesOf, orderOf, writtenTotals } from '../../test/case-orders.ts';
import { randomOrder } from '../../test/random-orders.ts';
import type { LineToTotal, OrderToTotal, TaxRule } from './order-to-total.ts';
import type { OrderTotals, TaxAmount } from './order-totals.ts';
import { totalsOf } from './totals.ts';

test.each(casesOf<CaseOrder, object>('order-totals'))('$id: $why', ({ input, expected }) => {
  expect(writtenTotals(totalsOf(orderOf(input)))).toEqual(expected);
});

test('the lines and charges of any order are its totals, in every column', () => {
  fc.assert(
    fc.property(randomOrder, (order) => {
      const totals = totalsOf(order);
      expect(columnsOf(totals, order.cashRounding?.increment)).toEqual(totalsIn(totals));
    }),
    { numRuns: 2_000 },
  );
});

test('no line or charge of any order is below zero, and none has more tax in it than it costs', () => {
  fc.assert(
    fc.property(randomOrder, (order) => {
      const { lines, charges } = totalsOf(order);
      const amounts = lines.flatMap(({ gross, lineDiscount, orderDiscount, amount }) => [
        gross,
        lineDiscount,
        orderDiscount,
        amount,
      ]);
      const net = [...lines, ...charges].flatMap(({ amount, taxes }) => [
        amount - taxOf(taxes, true),
        ...taxes.map(amountOf),
      ]);
      expect(Math.min(0, ...amounts, ...net)).toBe(0);
    }),
    { numRuns: 1_000 },
  );
});

test('what a tax comes to is nowhere a unit away from what it is exactly', () => {
  const added: TaxRule = { id: 'added', rate: '0.0825', inclusive: false };
  const included: TaxRule = { id: 'included', rate: '0.22', inclusive: true };
  const amounts = fc.array(fc.nat(9_000_000), { minLength: 1, maxLength: 20 });
  fc.assert(
    fc.property(amounts, fc.constantFrom(added, included), (prices, rule) => {
      const { lines, taxes } = totalsOf({ lines: prices.map((price, at) => line(`${at}`, price, [rule])) });
      const factor = rule.inclusive ? 0.22 / 1.22 : 0.0825;
      expect(Math.abs((taxes[0]?.amount ?? 0) - sum(prices) * factor)).toBeLessThan(0.501);
      for (const { amount, taxes: ofLine } of lines)
        expect(Math.abs((ofLine[0]?.amount ?? 0) - amount * factor)).toBeLessThan(1.501);
    }),
  );
});

test('a dinar has three digits and a yen none: the same rules, and the tax of their smallest units', () => {
  const vat: TaxRule = { id: 'vat', rate: '0.10', inclusive: true };
  const { total, taxIncluded } = totalsOf({
    lines: [{ ...line('machboos', 3_755, [vat]), quantity: '3' }, line('karak', 250, [vat])],
    serviceCharges: [{ id: 'service', kind: 'PERCENT', percent: '12.5', taxes: [vat] }],
  });
  expect([total, taxIncluded].map((amount) => decimalOf(amount, 3))).toEqual(['12.954', '1.178']);
  const yen = totalsOf({ lines: [line('ramen', 980, [vat]), line('gyoza', 455, [vat])] });
  expect(yen).toMatchObject({ total: 1_435, taxIncluded: 130 });
});

test('a service charge is taxed by its own rules, and a tip by none', () => {
  const food: TaxRule = { id: 'food', rate: '0.07', inclusive: false };
  const service: TaxRule = { id: 'service', rate: '0.19', inclusive: false };
  const totals = totalsOf({
    lines: [line('menu', 10_000, [food])],
    orderDiscounts: [{ id: 'ten off', kind: 'AMOUNT', amount: 1_000 }],
    serviceCharges: [{ id: 'party', kind: 'PERCENT', percent: '18', taxes: [service] }],
    tip: 2_000,
  });
  expect(totals).toMatchObject({ subtotal: 9_000, serviceCharge: 1_620, total: 11_558, due: 13_558 });
  expect(totals.taxes.map(({ taxed, amount }) => [taxed, amount])).toEqual([
    [9_000, 630],
    [1_620, 308],
  ]);
});

test('a tax on a tax is added upon both, and only where the line has the other one', () => {
  const gst: TaxRule = { id: 'gst', rate: '0.05', inclusive: false };
  const qst: TaxRule = { id: 'qst', rate: '0.095', inclusive: false, baseIncludes: ['gst'] };
  const totals = totalsOf({ lines: [line('both', 10_000, [gst, qst]), line('one', 10_000, [qst])] });
  expect(totals.taxes.map(amountOf)).toEqual([500, 1_948]);
  expect(totals.lines.map(({ taxes }) => taxes.map(amountOf))).toEqual([[500, 998], [950]]);
});

test('an added tax is on the net, and on an included one where its base says so', () => {
  const vat: TaxRule = { id: 'vat', rate: '0.25', inclusive: true };
  const city: TaxRule = { id: 'city', rate: '0.10', inclusive: false };
  const ofNet = totalsOf({ lines: [line('a', 1_250, [vat, city])] });
  const ofBoth = totalsOf({ lines: [line('a', 1_250, [vat, { ...city, baseIncludes: ['vat'] }])] });
  expect([ofNet.total, ofBoth.total]).toEqual([1_350, 1_375]);
});

test('a rule that was changed between two lines is two in the report', () => {
  const before: TaxRule = { id: 'la', rate: '0.095', inclusive: false };
  const { taxes } = totalsOf({
    lines: [line('a', 1_000, [before]), line('b', 1_000, [{ ...before, rate: '0.0975' }])],
  });
  expect(taxes.map(({ ruleId, rate, amount }) => [ruleId, rate, amount])).toEqual([
    ['la', '0.095', 95],
    ['la', '0.0975', 98],
  ]);
});

describe('is refused with its place', () => {
  const base: OrderToTotal = { lines: [line('a', 1_000, [])] };
  const changed = (change: Partial<LineToTotal>): OrderToTotal => ({ lines: [{ ...line('a', 1_000, []), ...change }] });
  const tax = (id: string, ...baseIncludes: string[]): TaxRule => ({ id, rate: '0.1', inclusive: false, baseIncludes });
  const most = Number.MAX_SAFE_INTEGER;
  test.each<[string, OrderToTotal, string, string]>([
    ['a quantity below zero', changed({ quantity: '-1' }), 'NOT_A_DECIMAL', 'lines.0.quantity'],
    ['a quantity in powers', changed({ quantity: '1e3' }), 'NOT_A_DECIMAL', 'lines.0.quantity'],
    ['a quantity with NUL', changed({ quantity: '1\0' }), 'NOT_A_DECIMAL', 'lines.0.quantity'],
    ['a quantity without end', changed({ quantity: '9'.repeat(1_000_000) }), 'NOT_A_DECIMAL', 'lines.0.quantity'],
    ['a price below zero', changed({ unitPrice: -1 }), 'NOT_AN_AMOUNT', 'lines.0.unitPrice'],
    ['half a cent', changed({ unitPrice: 0.5 }), 'NOT_AN_AMOUNT', 'lines.0.unitPrice'],
    ['a price of 2^53', changed({ unitPrice: most + 1 }), 'NOT_AN_AMOUNT', 'lines.0.unitPrice'],
    [
      'a modifier that takes too much off',
      changed({ modifiers: [{ price: -1_001, quantity: 1 }] }),
      'NOT_AN_AMOUNT',
      'lines.0.modifiers',
    ],
    [
      'half a modifier',
      changed({ modifiers: [{ price: 10, quantity: 0.5 }] }),
      'NOT_AN_AMOUNT',
      'lines.0.modifiers.0.quantity',
    ],
    ['a line of too much', changed({ unitPrice: most, quantity: '1.01' }), 'TOO_LARGE', 'lines.0'],
    ['lines of too much', { lines: [line('a', most, []), line('b', 1, [])] }, 'TOO_LARGE', 'lines'],
    ['a tax of too much', changed({ unitPrice: most, taxes: [tax('a')] }), 'TOO_LARGE', 'lines'],
    ['a tip of too much', { ...base, tip: most }, 'TOO_LARGE', 'tip'],
    ['a tip below zero', { ...base, tip: -1 }, 'NOT_AN_AMOUNT', 'tip'],
    ['a tax in its own base', changed({ taxes: [tax('a', 'a')] }), 'TAX_CYCLE', 'lines.0.taxes'],
    [
      'taxes in a circle',
      changed({ taxes: [tax('a', 'b'), tax('b', 'c'), tax('c', 'a')] }),
      'TAX_CYCLE',
      'lines.0.taxes',
    ],
    ['a tax twice', changed({ taxes: [tax('a'), tax('a')] }), 'TAX_TWICE', 'lines.0.taxes'],
    ['a rate below zero', changed({ taxes: [{ ...tax('a'), rate: '-0.1' }] }), 'NOT_A_DECIMAL', 'lines.0.taxes.0.rate'],
    [
      'a discount below zero',
      { ...base, orderDiscounts: [{ id: 'd', kind: 'AMOUNT', amount: -5 }] },
      'NOT_AN_AMOUNT',
      'orderDiscounts.0.amount',
    ],
    [
      'a percentage that is none',
      changed({ discounts: [{ id: 'd', kind: 'PERCENT', percent: '10%' }] }),
      'NOT_A_DECIMAL',
      'lines.0.discounts.0.percent',
    ],
    [
      'a coin of nothing',
      { ...base, cashRounding: { increment: 0, rounding: 'UP' } },
      'NOT_A_COIN',
      'cashRounding.increment',
    ],
  ])('%s', (_, order, reason, place) => {
    expect(() => totalsOf(order)).toThrow(
      expect.objectContaining({ extensions: { code: 'BAD_USER_INPUT', reason, path: place.split('.').map(numbered) } }),
    );
  });
});

/** The totals of an order, each added up from the lines and charges. */
function columnsOf({ lines, charges, tip, cashDue, cashRoundingDifference: difference }: OrderTotals, coin = 1) {
  const ofLines = [...lines, ...charges].flatMap(({ taxes }) => taxes);
  const subtotal = sum(lines.map(({ gross, lineDiscount, orderDiscount }) => gross - lineDiscount - orderDiscount));
  const serviceCharge = sum(charges.map(amountOf));
  const total = subtotal + taxOf(ofLines, false) + serviceCharge;
  return {
    ofLines: sum(lines.map(amountOf)),
    subtotal,
    discountTotal: sum(lines.map(({ lineDiscount, orderDiscount }) => lineDiscount + orderDiscount)),
    serviceCharge,
    taxes: byRule(ofLines),
    taxAdded: taxOf(ofLines, false),
    taxIncluded: taxOf(ofLines, true),
    total,
    due: total + tip,
    cashDue: cashDue === undefined ? undefined : total + tip + (difference ?? Number.NaN),
    isInCoins: (cashDue ?? 0) % coin === 0 && Math.abs(difference ?? 0) < coin,
  };
}

function totalsIn({
  lines: _,
  charges,
  taxes,
  tip,
  cashRoundingDifference,
  ...totals
}: OrderTotals): ReturnType<typeof columnsOf> {
  return { ...totals, ofLines: totals.subtotal, taxes: byRule(taxes), cashDue: totals.cashDue, isInCoins: true };
}

function byRule(taxes: readonly TaxAmount[]): Map<string, number> {
  const amounts = new Map<string, number>();
  for (const { ruleId, amount } of taxes) amounts.set(ruleId, (amounts.get(ruleId) ?? 0) + amount);
  return amounts;
}

function line(id: string, unitPrice: number, taxes: TaxRule[]): LineToTotal {
  return { id, quantity: '1', unitPrice, taxes };
}

function taxOf(taxes: readonly TaxAmount[], inclusive: boolean): number {
  return sum(taxes.filter((tax) => tax.inclusive === inclusive).map(amountOf));
}

function amountOf({ amount }: { amount: number }): number {
  return amount;
}

function numbered(step: string): string | number {
  return /^\d+$/.test(step) ? Number(step) : step;
}

function sum(amounts: readonly number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0);
}
