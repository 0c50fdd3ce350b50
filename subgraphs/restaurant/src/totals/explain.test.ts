import fc from 'fast-check';
import { expect, test } from 'vitest';
import { randomOrder } from '../../test/random-orders.ts';
import { explain } from './explain.ts';
import { type Fraction, textOf, times, wholeFraction } from './fraction.ts';
import type { OrderToTotal } from './order-to-total.ts';
import { rounded } from './rounding.ts';
import { type Step, stepKinds } from './step.ts';
import { totalsOf } from './totals.ts';

test('the steps to an order can be read', () => {
  const order: OrderToTotal = {
    lines: [
      {
        id: 'pastor',
        quantity: '2',
        unitPrice: 425,
        modifiers: [{ price: 50, quantity: 1 }],
        discounts: [{ id: 'friend', kind: 'PERCENT', percent: '2.5' }],
        taxes: [{ id: 'la', rate: '0.095', inclusive: false }],
      },
      { id: 'agua', quantity: '1', unitPrice: 395, taxes: [{ id: 'la', rate: '0.095', inclusive: false }] },
    ],
    orderDiscounts: [{ id: 'lunch', kind: 'AMOUNT', amount: 100 }],
    tip: 200,
    cashRounding: { increment: 5, rounding: 'HALF_UP' },
  };
  expect(explain(order).map(read)).toEqual([
    'LINE_GROSS of pastor: 475 × 2 = 950 → 950',
    'LINE_DISCOUNT friend of pastor: 950 × 1/40 = 95/4 → 24',
    'LINE_GROSS of agua: 395 × 1 = 395 → 395',
    'ORDER_DISCOUNT lunch: 1321 = 100 → 100',
    'ORDER_DISCOUNT_SHARE lunch of pastor: 926 = 92600/1321 → 70',
    'ORDER_DISCOUNT_SHARE lunch of agua: 395 = 39500/1321 → 30',
    'SUBTOTAL: 1345 = 1221 → 1221',
    'TAX la: 1221 × 19/200 = 23199/200 → 116',
    'TAX_SHARE la of pastor: 856 = 99296/1221 → 81',
    'TAX_SHARE la of agua: 365 = 42340/1221 → 35',
    'TOTAL: 1221 = 1337 → 1337',
    'DUE: 1337 = 1537 → 1537',
    'CASH_DUE: 1537 = 1537 → 1535',
  ]);
});

test('several taxes in one price are rounded together, and each has its share', () => {
  const taxes = [
    { id: 'ieps', rate: '0.08', inclusive: true },
    { id: 'iva', rate: '0.16', inclusive: true, baseIncludes: ['ieps'] },
  ];
  const steps = explain({ lines: [{ id: 'refresco', quantity: '3', unitPrice: 3_500, taxes }] });
  expect(steps.map(read)).toEqual([
    'LINE_GROSS of refresco: 3500 × 3 = 10500 → 10500',
    'SUBTOTAL: 10500 = 10500 → 10500',
    'INCLUDED_TAXES of refresco: 10500 = 553000/261 → 2119',
    'INCLUDED_TAX_SHARE ieps of refresco: 2119 = 52975/79 → 671',
    'INCLUDED_TAX_SHARE iva of refresco: 2119 = 114426/79 → 1448',
    'TAX_SHARE ieps of refresco: 10500 = 671 → 671',
    'TAX_SHARE iva of refresco: 10500 = 1448 → 1448',
    'TOTAL: 10500 = 10500 → 10500',
    'DUE: 10500 = 10500 → 10500',
  ]);
});

test('the steps to any order lead to its totals', () => {
  fc.assert(
    fc.property(randomOrder, (order) => {
      const { lines, charges, taxes, ...totals } = totalsOf(order);
      const steps = explain(order);
      expect(replayed(steps)).toEqual({
        lines: lines.map(({ id, gross, lineDiscount, orderDiscount, amount, taxes: ofLine }) => ({
          id,
          gross,
          discount: lineDiscount + orderDiscount,
          amount,
          tax: sum(ofLine.map((tax) => tax.amount)),
        })),
        charges: charges.map(({ id, amount, taxes: ofCharge }) => ({
          id,
          amount,
          tax: sum(ofCharge.map((tax) => tax.amount)),
        })),
        taxes: sum(taxes.map(({ amount }) => amount)),
        subtotal: totals.subtotal,
        total: totals.total,
        due: totals.due,
        cashDue: totals.cashDue,
      });
    }),
    { numRuns: 300 },
  );
});

test('every step of any order follows from what goes into it', () => {
  fc.assert(
    fc.property(randomOrder, (order) => {
      expect(
        explain(order)
          .filter((step) => !follows(step, order))
          .map(read),
      ).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

test('the shares of any order add up to what was shared', () => {
  fc.assert(
    fc.property(randomOrder, (order) => {
      const steps = explain(order);
      const ofRule = (kinds: Step['step'][], rule?: string) =>
        sum(steps.filter(({ step, rule: its }) => kinds.includes(step) && its === rule).map((step) => step.rounded));
      for (const rule of new Set(steps.map((step) => step.rule))) {
        expect(ofRule(['TAX_SHARE'], rule)).toBe(ofRule(['TAX', 'INCLUDED_TAX_SHARE'], rule));
        expect(ofRule(['ORDER_DISCOUNT_SHARE'], rule)).toBe(ofRule(['ORDER_DISCOUNT'], rule));
      }
      const roundedOf = (kind: Step['step']) =>
        sum(steps.filter(({ step }) => step === kind).map((step) => step.rounded));
      expect(roundedOf('INCLUDED_TAX_SHARE')).toBe(roundedOf('INCLUDED_TAXES'));
    }),
    { numRuns: 300 },
  );
});

/** What a person adds up who has the steps alone. */
function replayed(steps: readonly Step[]) {
  const sumOf = (kinds: Step['step'][], of?: string) =>
    sum(steps.filter((step) => kinds.includes(step.step) && (!of || step.of === of)).map((step) => step.rounded));
  const found = (kind: Step['step']) => steps.find(({ step }) => step === kind)?.rounded;
  const lines = steps
    .filter(({ step }) => step === 'LINE_GROSS')
    .map(({ of: id = '', rounded: gross }) => {
      const discount = sumOf(['LINE_DISCOUNT', 'ORDER_DISCOUNT_SHARE'], id);
      return { id, gross, discount, amount: gross - discount, tax: sumOf(['TAX_SHARE'], id) };
    });
  const charges = steps
    .filter(({ step }) => step === 'SERVICE_CHARGE')
    .map(({ of: id = '', rounded: amount }) => {
      return { id, amount, tax: sumOf(['TAX_SHARE'], id) };
    });
  return {
    lines,
    charges,
    taxes: sumOf(['TAX', 'INCLUDED_TAXES']),
    subtotal: sum(lines.map(({ amount }) => amount)),
    total: found('TOTAL'),
    due: found('DUE'),
    cashDue: found('CASH_DUE'),
  };
}

/** Whether the exact result comes from the input, and the rounded one from the exact. */
function follows(step: Step, { rounding = 'HALF_UP', cashRounding }: OrderToTotal): boolean {
  const exact = fractionIn(step.exact);
  if (!(step.step in stepKinds)) return false;
  if (step.factor && textOf(times(wholeFraction(step.input), fractionIn(step.factor))) !== textOf(exact)) return false;
  if (step.step.endsWith('SHARE')) return isNear(step.rounded, exact);
  if (step.step === 'CASH_DUE') return Math.abs(step.rounded - step.input) < (cashRounding?.increment ?? 0);
  const whole = Number(rounded(exact, rounding));
  return step.rounded === (step.step.endsWith('DISCOUNT') ? Math.min(whole, step.input) : whole);
}

/** Less than one away. */
function isNear(whole: number, { over, under }: Fraction): boolean {
  const distance = over - BigInt(whole) * under;
  return -under < distance && distance < under;
}

function fractionIn(text: string): Fraction {
  const [over = '', under = '1'] = text.split('/');
  return { over: BigInt(over), under: BigInt(under) };
}

function read({ step, rule, of, input, factor, exact, rounded }: Step): string {
  const about = [step, rule, of && `of ${of}`].filter(Boolean).join(' ');
  return `${about}: ${[input, factor].filter((part) => part !== undefined).join(' × ')} = ${exact} → ${rounded}`;
}

function sum(amounts: readonly number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0);
}
