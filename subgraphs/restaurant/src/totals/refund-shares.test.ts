import { Invalid } from '@mycelium/kit/errors';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type CaseOrder, casesOf, orderOf } from '../../test/case-orders.ts';
import { randomOrder } from '../../test/random-orders.ts';
import type { OrderToTotal } from './order-to-total.ts';
import { linePartsOf, type Part, sumOfParts } from './part.ts';
import { leftToRefund, type Refunded, refundAmount, refundLines, type Sold } from './refund-shares.ts';
import { backToTenders } from './refund-tenders.ts';
import { totalsOf } from './totals.ts';

const la = { id: 'la', rate: '0.095', inclusive: false };
const tacos = soldIn({ lines: [{ id: 'taco', quantity: '2', unitPrice: 425, taxes: [la] }] });
const one = refundLines(tacos, [], [{ lineId: 'taco', quantity: '1' }]);

interface Refunds {
  order?: CaseOrder;
  payments?: { id: string; amount: number }[];
  refunds?: (Record<string, number> | number)[];
}
interface Given {
  orderTotal: number;
  refunds: { refund: object; amount: number; taxes: object; money: number }[];
  refundedInAll: number;
  leftToRefund: number;
}
const cases = casesOf<Refunds, Given>('partial-refunds');

test.each(cases.filter(({ input }) => input.order))('$id: $why', ({ input, expected }) => {
  const order = orderOf(input.order ?? { lines: [], taxes: {} });
  const sold = soldIn(order);
  const before: Refunded[] = [];
  const refunds = (input.refunds ?? []).map((refund) => {
    const asked = Object.entries(refund).map(([lineId, quantity]) => ({ lineId, quantity: String(quantity) }));
    const now = refundLines(sold, before, asked);
    before.push(...now);
    const { amount, taxes, total } = sumOfParts(now);
    return { refund, amount, taxes: Object.fromEntries(taxes.map((tax) => [tax.ruleId, tax.amount])), money: total };
  });
  expect({
    orderTotal: totalsOf(order).total,
    refunds,
    refundedInAll: sumOfParts(before).total,
    leftToRefund: sumOfParts(leftToRefund(sold, before)).total,
  }).toEqual(expected);
});

test.each(cases.filter(({ input }) => input.payments))('$id: $why', ({ input, expected }) => {
  const left = new Map(input.payments?.map(({ id, amount }) => [id, amount]));
  const refunds = (input.refunds ?? []).map((refund) => {
    try {
      const back = backToTenders(
        [...left].map(([id, rest]) => ({ id, left: rest })),
        Number(refund),
      );
      for (const { id, amount } of back) left.set(id, (left.get(id) ?? 0) - amount);
      return back;
    } catch (error) {
      return { refused: error instanceof Invalid && { reason: error.extensions.reason, left: error.extensions.left } };
    }
  });
  expect(refunds).toEqual(expected.refunds);
});

test('a tip goes back alone, to the payment that it came with', () => {
  const tips = [
    { id: 'card', left: 500 },
    { id: 'cash', left: 0 },
  ];
  expect(backToTenders(tips, 300)).toEqual([{ id: 'card', amount: 300 }]);
  expect(() => backToTenders(tips, 501)).toThrow('There is not so much to refund.');
});

test('after a mere amount was refunded, a dish that comes back is worth its price, as long as that is left', () => {
  const before = refundAmount(tacos, [], 600);
  expect(before).toEqual([expect.objectContaining({ quantity: '0', amount: 548, total: 600 })]);
  const first = refundLines(tacos, before, [{ lineId: 'taco', quantity: '1' }]);
  expect(first).toEqual([expect.objectContaining({ quantity: '1', amount: 302, total: 331 })]);
  expect(sumOfParts(leftToRefund(tacos, [...before, ...first])).total).toBe(0);
});

/** A refund: a quantity of one of the lines, in quarters of it, or an amount, in thousandths of what is left. */
const step = fc.oneof(
  fc.record({ line: fc.nat(11), quarters: fc.integer({ min: 1, max: 4 }) }),
  fc.record({ thousandths: fc.integer({ min: 1, max: 1_000 }) }),
);

test('whatever is refunded of any order, by line and by amount, nothing is below zero, and all of it is the order', () => {
  fc.assert(
    fc.property(randomOrder, fc.array(step, { maxLength: 8 }), (order, steps) => {
      fc.pre(order.lines.length > 0);
      const sold = soldIn(order).map((line) => ({ ...line, quantity: '4' }));
      const before: Refunded[] = [];
      const least: number[] = [];
      for (const refund of [...steps, ...sold.map((_, line) => ({ line, quarters: 4 }))]) {
        const now = refunded(sold, before, refund);
        before.push(...now);
        least.push(...now.flatMap(columnsOf), ...leftToRefund(sold, before).flatMap(columnsOf));
      }
      expect(Math.min(0, ...least)).toBe(0);
      expect(sumOfParts(leftToRefund(sold, before)).total).toBe(0);
      expect(sumOfParts(before).total).toBe(totalsOf(order).total);
    }),
    { numRuns: 300 },
  );
});

test.each<[string, () => unknown, object]>([
  [
    'a third of two',
    () => refundLines(tacos, one, [{ lineId: 'taco', quantity: '2' }]),
    { reason: 'REFUND_ABOVE_SALE', left: '1' },
  ],
  [
    'nothing',
    () => refundLines(tacos, [], [{ lineId: 'taco', quantity: '0' }]),
    { reason: 'REFUND_ABOVE_SALE', left: '2' },
  ],
  ['a line of another order', () => refundLines(tacos, [], [{ lineId: 'flan', quantity: '1' }]), { reason: 'UNKNOWN' }],
  [
    'a line twice',
    () =>
      refundLines(
        tacos,
        [],
        [
          { lineId: 'taco', quantity: '1' },
          { lineId: 'taco', quantity: '1' },
        ],
      ),
    { reason: 'LINE_TWICE' },
  ],
  [
    'less than nothing',
    () => refundLines(tacos, [], [{ lineId: 'taco', quantity: '-1' }]),
    { reason: 'NOT_A_DECIMAL' },
  ],
  ['more than is left', () => refundAmount(tacos, one, 468), { reason: 'REFUND_ABOVE_PAYMENT', left: 465 }],
  ['an amount of nothing', () => refundAmount(tacos, one, 0), { reason: 'REFUND_ABOVE_PAYMENT', left: 465 }],
])('%s cannot be refunded', (_, refund, refusal) => {
  expect(refund).toThrow(
    expect.objectContaining({ extensions: expect.objectContaining({ code: 'BAD_USER_INPUT', ...refusal }) }),
  );
});

type Step = { line: number; quarters: number } | { thousandths: number };

function refunded(sold: readonly Sold[], before: readonly Refunded[], step: Step): Refunded[] {
  if ('thousandths' in step) {
    const { total } = sumOfParts(leftToRefund(sold, before));
    const amount = Math.floor((total * step.thousandths) / 1_000);
    return amount > 0 ? refundAmount(sold, before, amount) : [];
  }
  const line = sold[step.line % sold.length];
  const came = before.filter(({ lineId }) => lineId === line?.lineId).map(({ quantity }) => Number(quantity));
  const quantity = Math.min(step.quarters, 4 - sum(came));
  return line && quantity > 0 ? refundLines(sold, before, [{ lineId: line.lineId, quantity: String(quantity) }]) : [];
}

function soldIn(order: OrderToTotal): Sold[] {
  return linePartsOf(totalsOf(order)).map((part, at) => ({ ...part, quantity: order.lines[at]?.quantity ?? '0' }));
}

function columnsOf({ amount, serviceCharge, taxes, total }: Part): number[] {
  return [amount, serviceCharge, total, ...taxes.map((tax) => tax.amount)];
}

function sum(amounts: readonly number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0);
}
