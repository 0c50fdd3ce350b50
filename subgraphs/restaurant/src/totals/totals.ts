import { cashDueOf } from './cash-rounding.ts';
import { given, held, sumOf } from './held.ts';
import { lineAmountOf } from './line-amount.ts';
import { withOddCharges, withOddDiscount, withOddLine, withOddTaxes } from './odd-cents.ts';
import { orderDiscountsOf } from './order-discounts.ts';
import type { OrderToTotal } from './order-to-total.ts';
import type { LineTotals, OrderTotals, TaxTotal } from './order-totals.ts';
import type { Rounding } from './rounding.ts';
import { serviceChargesOf } from './service-charges.ts';
import type { Step } from './step.ts';
import { taxTotalsOf } from './tax-totals.ts';
import { taxesOf } from './taxes.ts';
import { whatIsTaxed } from './what-is-taxed.ts';

/**
 * What an order comes to: lines, their discounts, the discounts of the order, service charges, taxes, tip, cash rounding.
 * Everything is reckoned exactly and rounded where it becomes money; `steps` is told how.
 */
export function totalsOf(order: OrderToTotal, steps?: Step[]): OrderTotals {
  const { rounding = 'HALF_UP', taxRounding = 'ORDER', serviceCharges = [] } = order;
  const discounted = discountedLines(order, rounding, steps);
  const amounts = discounted.map(({ amount }) => amount);
  const gross = sumOf(
    discounted.map((line) => line.gross),
    ['lines'],
  );
  const subtotal = sumOf(amounts, ['lines']);
  steps?.push({ step: 'SUBTOTAL', input: gross, exact: `${subtotal}`, rounded: subtotal });

  const charged = withOddCharges(order, serviceChargesOf(order, subtotal, rounding, steps), steps);
  const taxed = whatIsTaxed(order, amounts, charged);
  const shares = withOddTaxes(order, taxesOf(taxed, { taxRounding, rounding }, steps), steps);
  const lines = discounted.map((line, at) => ({ ...line, taxes: shares[at] ?? [] }));
  const charges = serviceCharges.map(({ id }, at) => ({
    id,
    amount: charged[at] ?? 0,
    taxes: shares[lines.length + at] ?? [],
  }));
  const taxes = taxTotalsOf(taxed, shares);
  const serviceCharge = sumOf(charged, ['serviceCharges']);
  const taxAdded = taxAmount(taxes.filter(({ inclusive }) => !inclusive));
  const taxIncluded = taxAmount(taxes.filter(({ inclusive }) => inclusive));

  const total = sumOf([subtotal, serviceCharge, taxAdded], ['lines']);
  steps?.push({ step: 'TOTAL', input: subtotal, exact: `${total}`, rounded: total });
  return {
    lines,
    charges,
    taxes,
    subtotal,
    discountTotal: gross - subtotal,
    taxAdded,
    taxIncluded,
    serviceCharge,
    total,
    ...dueOf(order, total, steps),
  };
}

function discountedLines(order: OrderToTotal, rounding: Rounding, steps?: Step[]): Omit<LineTotals, 'taxes'>[] {
  const own = order.lines.map((line, at) =>
    withOddLine(line, lineAmountOf(line, ['lines', at], rounding, steps), steps),
  );
  const left = own.map(({ gross, lineDiscount }) => gross - lineDiscount);
  const orderDiscounts = orderDiscountsOf(order, left, rounding, steps);
  return order.lines.map(({ id }, at) => {
    const { gross = 0, lineDiscount = 0 } = own[at] ?? {};
    const orderDiscount = withOddDiscount(order.lines[at], orderDiscounts[at] ?? 0, left[at] ?? 0, steps);
    return { id, gross, lineDiscount, orderDiscount, amount: gross - lineDiscount - orderDiscount };
  });
}

function taxAmount(taxes: readonly TaxTotal[]): number {
  return sumOf(
    taxes.map(({ amount }) => amount),
    ['lines'],
  );
}

type Due = Pick<OrderTotals, 'tip' | 'due' | 'cashDue' | 'cashRoundingDifference'>;

function dueOf({ tip: asked = 0, cashRounding }: OrderToTotal, total: number, steps?: Step[]): Due {
  const tip = given(asked, ['tip']);
  const due = held(total + tip, ['tip']);
  steps?.push({ step: 'DUE', input: total, exact: `${due}`, rounded: due });
  if (!cashRounding) return { tip, due };
  const cashDue = cashDueOf(due, cashRounding, steps);
  return { tip, due, cashDue, cashRoundingDifference: cashDue - due };
}
