import type { Context } from '@mycelium/kit/context';
import { Invalid } from '@mycelium/kit/errors';
import { lockedLines } from '../order-line/lines-of.ts';
import type { OrderLine } from '../order-line/order-line.ts';
import type { OrderToTotal } from '../totals/order-to-total.ts';
import { totalsOf } from '../totals/totals.ts';
import type { Order } from './order.ts';
import { OrderMoney } from './order-state.ts';

/** What the totals of an order come from, but for what was voided. */
export function toTotal(order: Order, lines: readonly OrderLine[]): OrderToTotal {
  return {
    lines: lines
      .filter(({ voidedAt }) => !voidedAt)
      .map(({ id, quantity, unitPrice, options, discounts, taxes, odd }) => ({
        ...{ id, quantity, unitPrice, discounts, taxes, odd },
        modifiers: options.map(({ price, quantity: count }) => ({ price, quantity: count })),
      })),
    orderDiscounts: order.discounts,
    serviceCharges: order.serviceCharges,
    tip: order.tip,
  };
}

/** Writes what an order comes to now on it and on its lines, for who has it locked. Throws Invalid for less than what was paid already. */
export async function recount(ctx: Context, order: Order, lines?: readonly OrderLine[]): Promise<Order> {
  writeTotals(order, lines ?? (await lockedLines(ctx, order)));
  await ctx.em.flush();
  return order;
}

/** The same, without the database. */
export function writeTotals(order: Order, lines: readonly OrderLine[]): void {
  const totals = totalsOf(toTotal(order, lines));
  const { subtotal, discountTotal, taxAdded, taxIncluded, serviceCharge, total } = totals;
  checkCovers(order, total);
  Object.assign(order, { subtotal, discountTotal, taxAdded, taxIncluded, serviceCharge, total });
  order.money = moneyOf(order);
  const byId = new Map(totals.lines.map((line) => [line.id, line]));
  for (const line of lines) {
    const { gross = 0, amount = 0, taxes = [] } = byId.get(line.id) ?? {};
    Object.assign(line, { gross, amount, tax: taxes.reduce((sum, tax) => sum + tax.amount, 0) });
  }
}

/** Throws Invalid where an order would come to less than what was paid already. */
export function checkCovers({ paid }: Order, total: number): void {
  if (total < paid)
    throw new Invalid('More than that is paid already. Refund it first.', ['id'], { reason: 'REFUND_FIRST', paid });
}

/** How much of what it comes to is paid, or was given back. */
export function moneyOf({ total, paid, refunded }: Order): OrderMoney {
  if (refunded > 0) return refunded < paid ? OrderMoney.PARTLY_REFUNDED : OrderMoney.REFUNDED;
  if (paid === 0) return OrderMoney.OPEN;
  return paid < total ? OrderMoney.PARTLY_PAID : OrderMoney.PAID;
}
