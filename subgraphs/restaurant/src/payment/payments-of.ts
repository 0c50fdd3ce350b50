import { type Batch, batched } from '@mycelium/kit/batched';
import type { Context } from '@mycelium/kit/context';
import { earliestIdBeside } from '../client-id/earliest-id.ts';
import type { Order } from '../order/order.ts';
import { Payment } from './payment.ts';

/** The payments of an order in the order in which they were taken; those of many orders in one statement. */
export function paymentsOf(ctx: Context, order: Order): Promise<Payment[]> {
  return batched(ctx, order, paymentsOfAll);
}

const paymentsOfAll: Batch<Order, Payment[]> = async (ctx, orders) => {
  const rows = await paymentsOfOrders(ctx, orders);
  const byOrder = Map.groupBy(rows, ({ orderId }) => orderId);
  return orders.map(({ id }) => byOrder.get(id) ?? []);
};

/** The same as they are now, whatever was read before. */
export async function paymentsOfOrders({ em }: Context, orders: readonly Order[]): Promise<Payment[]> {
  const ids = orders.map(({ id }) => id);
  if (ids.length === 0) return [];
  const first = ids.reduce((one, other) => (one < other ? one : other));
  return em.find(
    Payment,
    { orderId: { $in: ids }, id: { $gte: earliestIdBeside(first) } },
    { orderBy: { takenAt: 'asc', id: 'asc' }, refresh: true },
  );
}
