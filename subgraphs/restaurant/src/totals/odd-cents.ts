import type { LineAmount } from './line-amount.ts';
import type { LineToTotal, OrderToTotal } from './order-to-total.ts';
import type { TaxAmount } from './order-totals.ts';
import type { Step } from './step.ts';

/** A line with what it has more or less because it was split. */
export function withOddLine({ id, odd }: LineToTotal, { gross, lineDiscount }: LineAmount, steps?: Step[]): LineAmount {
  if (!odd) return { gross, lineDiscount };
  const whole = atLeastNothing(gross + (odd.gross ?? 0));
  const discount = Math.min(atLeastNothing(lineDiscount + (odd.lineDiscount ?? 0)), whole);
  tell(steps, { of: id, input: gross - lineDiscount, rounded: whole - discount });
  return { gross: whole, lineDiscount: discount };
}

/** The same of its share in the discounts of the order, of what is left of it. */
export function withOddDiscount(line: LineToTotal | undefined, discount: number, left: number, steps?: Step[]): number {
  if (!line?.odd?.orderDiscount) return discount;
  const changed = Math.min(atLeastNothing(discount + line.odd.orderDiscount), left);
  tell(steps, { of: line.id, input: left - discount, rounded: left - changed });
  return changed;
}

/** The same of service charges. */
export function withOddCharges(
  { serviceCharges = [] }: OrderToTotal,
  charged: readonly number[],
  steps?: Step[],
): number[] {
  return charged.map((amount, at) => {
    const { id, odd } = serviceCharges[at] ?? {};
    if (!odd?.amount) return amount;
    const changed = atLeastNothing(amount + odd.amount);
    tell(steps, { of: id, input: amount, rounded: changed });
    return changed;
  });
}

/** The same of the taxes of lines and then of service charges. */
export function withOddTaxes(
  { lines, serviceCharges = [] }: OrderToTotal,
  taxes: readonly TaxAmount[][],
  steps?: Step[],
): TaxAmount[][] {
  const taxed = [...lines, ...serviceCharges];
  return taxes.map((ofOne, at) =>
    ofOne.map((tax) => {
      const { id, odd } = taxed[at] ?? {};
      const more = odd?.taxes?.[tax.ruleId];
      if (!more) return tax;
      const amount = atLeastNothing(tax.amount + more);
      tell(steps, { of: id, rule: tax.ruleId, input: tax.amount, rounded: amount });
      return { ...tax, amount };
    }),
  );
}

const atLeastNothing = (amount: number): number => Math.max(0, amount);

function tell(steps: Step[] | undefined, step: { of?: string; rule?: string; input: number; rounded: number }): void {
  if (step.input !== step.rounded) steps?.push({ step: 'SPLIT', ...step, exact: String(step.rounded) });
}
