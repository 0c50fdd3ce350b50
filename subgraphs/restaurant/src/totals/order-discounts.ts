import { textOf } from './fraction.ts';
import { sumOf } from './held.ts';
import type { OrderToTotal } from './order-to-total.ts';
import { takenOf } from './portion.ts';
import type { Rounding } from './rounding.ts';
import { partsAmong, sharesAmong } from './shares.ts';
import type { Step } from './step.ts';

/** What the discounts of an order take of each line, one after the other, by what is left of the lines that they apply to. */
export function orderDiscountsOf(
  { lines, orderDiscounts = [] }: OrderToTotal,
  amounts: readonly number[],
  rounding: Rounding,
  steps?: Step[],
): number[] {
  const left = amounts.map((amount, at) => (lines[at]?.discountable === false ? 0 : amount));
  const taken = amounts.map(() => 0);
  for (const [at, discount] of orderDiscounts.entries()) {
    const input = sumOf(left, ['lines']);
    const { amount, exact, factor } = takenOf(input, discount, rounding, ['orderDiscounts', at]);
    const most = Math.min(amount, input);
    const shares = sharesAmong(most, left);
    if (steps) {
      const rule = discount.id;
      const text = factor && textOf(factor);
      steps.push({ step: 'ORDER_DISCOUNT', rule, input, factor: text, exact: textOf(exact), rounded: most });
      const parts = partsAmong(most, left);
      for (const [line, rounded] of shares.entries())
        steps.push({
          step: 'ORDER_DISCOUNT_SHARE',
          of: lines[line]?.id,
          rule,
          input: left[line] ?? 0,
          exact: parts[line] ?? '0',
          rounded,
        });
    }
    for (const [line, share] of shares.entries()) {
      left[line] = (left[line] ?? 0) - share;
      taken[line] = (taken[line] ?? 0) + share;
    }
  }
  return taken;
}
