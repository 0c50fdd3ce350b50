import type { OrderToTotal } from './order-to-total.ts';
import type { Step } from './step.ts';
import { totalsOf } from './totals.ts';

/** Every step to the totals of an order, in the order in which they are taken. */
export function explain(order: OrderToTotal): Step[] {
  const steps: Step[] = [];
  totalsOf(order, steps);
  return steps;
}
