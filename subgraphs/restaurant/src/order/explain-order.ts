import type { Context } from '@mycelium/kit/context';
import { linesOf } from '../order-line/lines-of.ts';
import type { Step } from '../totals/step.ts';
import { totalsOf } from '../totals/totals.ts';
import type { Order } from './order.ts';
import type { OrderTax, OrderTotals, TotalStep } from './order-totals.ts';
import { toTotal } from './recount.ts';

/** What an order comes to, as it was written when it was last changed. */
export function orderTotals(order: Order): OrderTotals {
  const money = (amount: number) => ({ amount, currency: order.currency });
  return {
    ...{ subtotal: money(order.subtotal), discount: money(order.discountTotal), tax: money(order.taxAdded) },
    ...{ taxIncluded: money(order.taxIncluded), serviceCharge: money(order.serviceCharge), tip: money(order.tip) },
    ...{ total: money(order.total), paid: money(order.paid), due: money(order.total - order.paid) },
    refunded: money(order.refunded),
  };
}

/** Every step to the totals of an order, from its lines as they were sold: they give the same totals again. */
export async function explainOrder(ctx: Context, order: Order): Promise<TotalStep[]> {
  const given = toTotal(order, await linesOf(ctx, order));
  const steps: Step[] = [];
  totalsOf(given, steps);
  const names = namesIn(given);
  return steps.map(({ rule, ...step }) => ({ ...step, rule: rule && (names.get(rule) ?? rule) }));
}

/** The taxes of an order, with what each is taken of. */
export async function taxesOfOrder(ctx: Context, order: Order): Promise<OrderTax[]> {
  const given = toTotal(order, await linesOf(ctx, order));
  const names = namesIn(given);
  const money = (amount: number) => ({ amount, currency: order.currency });
  return totalsOf(given).taxes.map(({ amount, taxed, ...tax }) => ({
    ...tax,
    ...{ name: names.get(tax.ruleId) ?? tax.ruleId, amount: money(amount), taxed: money(taxed) },
  }));
}

/** What discounts, charges and taxes are called, by their ids. */
function namesIn({ lines, orderDiscounts = [], serviceCharges = [] }: ReturnType<typeof toTotal>): Map<string, string> {
  const named = [
    ...lines.flatMap(({ discounts = [], taxes }) => [...discounts, ...taxes]),
    ...orderDiscounts,
    ...serviceCharges.flatMap((charge) => [charge, ...charge.taxes]),
  ] as readonly { id: string; name?: string }[];
  return new Map(named.flatMap(({ id, name }) => (name ? [[id, name] as const] : [])));
}
