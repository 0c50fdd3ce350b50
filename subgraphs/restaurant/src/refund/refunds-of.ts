import { type Batch, batched } from '@mycelium/kit/batched';
import type { Context } from '@mycelium/kit/context';
import { earliestIdBeside } from '../client-id/earliest-id.ts';
import type { Order } from '../order/order.ts';
import { Refund } from './refund.ts';

/** What was given back of an order, the first refund first; of many orders in one statement. */
export function refundsOf(ctx: Context, order: Order): Promise<Refund[]> {
  return batched(ctx, order, refundsOfAll);
}

const refundsOfAll: Batch<Order, Refund[]> = async (ctx, orders) => {
  const rows = await refundsOfOrders(ctx, orders);
  const byOrder = Map.groupBy(rows, ({ orderId }) => orderId);
  return orders.map(({ id }) => byOrder.get(id) ?? []);
};

/** The same as they are now, whatever was read before. */
export async function refundsOfOrders({ em }: Context, orders: readonly Order[]): Promise<Refund[]> {
  const ids = orders.map(({ id }) => id);
  if (ids.length === 0) return [];
  const first = ids.reduce((one, other) => (one < other ? one : other));
  return em.find(
    Refund,
    { orderId: { $in: ids }, id: { $gte: earliestIdBeside(first) } },
    { orderBy: { refundedAt: 'asc', id: 'asc' }, refresh: true },
  );
}
