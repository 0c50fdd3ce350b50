import { textOf } from './fraction.ts';
import type { OrderToTotal } from './order-to-total.ts';
import { takenOf } from './portion.ts';
import type { Rounding } from './rounding.ts';
import type { Step } from './step.ts';

/** What each service charge comes to, before its taxes. */
export function serviceChargesOf(
  { serviceCharges = [] }: OrderToTotal,
  subtotal: number,
  rounding: Rounding,
  steps?: Step[],
): number[] {
  return serviceCharges.map((charge, at) => {
    const { amount, exact, factor } = takenOf(subtotal, charge, rounding, ['serviceCharges', at]);
    steps?.push({
      step: 'SERVICE_CHARGE',
      of: charge.id,
      rule: charge.id,
      input: subtotal,
      factor: factor && textOf(factor),
      exact: textOf(exact),
      rounded: amount,
    });
    return amount;
  });
}
