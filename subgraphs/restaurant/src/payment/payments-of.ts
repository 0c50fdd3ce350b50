import { type Batch, batched } from '@mycelium/kit/batched';
import type { Context } from '@mycelium/kit/context';
import { earliestIdBeside } from '../client-id/earliest-id.ts';
import type { Order } from '../order/order.ts';
import { Payment } from './payment.ts';

/** The payments of an order in the order in which they were taken; those of many orders in one statement. */
export function paymentsOf(ctx: Context, order: Order): Promise<Payment[]> {
  return batched(ctx, order, paymentsOfAll);
}

const paymentsOfAll: Batch<Order, Payment[]> = async ({ em }, orders) => {
  const ids = orders.map(({ id }) => id);
  const first = ids.reduce((one, other) => (one < other ? one : other));
  const rows = await em.find(
    Payment,
    { orderId: { $in: ids }, id: { $gte: earliestIdBeside(first) } },
    { orderBy: { takenAt: 'asc', id: 'asc' }, refresh: true },
  );
  const byOrder = Map.groupBy(rows, ({ orderId }) => orderId);
  return orders.map(({ id }) => byOrder.get(id) ?? []);
};
