import { type Batch, batched } from '@mycelium/kit/batched';
import type { Context } from '@mycelium/kit/context';
import { oneOf } from '@mycelium/kit/crud';
import { earliestIdBeside } from '../client-id/earliest-id.ts';
import type { Order } from '../order/order.ts';
import { OrderLine } from './order-line.ts';

/** The lines of an order, also those that were voided, in their order; those of many orders in one statement. */
export function linesOf(ctx: Context, order: Order): Promise<OrderLine[]> {
  return batched(ctx, order, linesOfAll);
}

const linesOfAll: Batch<Order, OrderLine[]> = async (ctx, orders) => {
  const rows = await linesOfOrders(ctx, orders);
  const byOrder = Map.groupBy(rows, ({ orderId }) => orderId);
  return orders.map(({ id }) => byOrder.get(id) ?? []);
};

/** The same as they are now, whatever was read before: for who has the order locked. */
export function lockedLines(ctx: Context, order: Order): Promise<OrderLine[]> {
  return linesOfOrders(ctx, [order]);
}

/** The lines of orders as they are now, in their order. A line is younger than its order but for clocks that differ, so that older months need no look. */
export async function linesOfOrders({ em }: Context, orders: readonly Pick<Order, 'id'>[]): Promise<OrderLine[]> {
  const ids = oneOf(orders.map(({ id }) => id)).$in;
  if (ids.length === 0) return [];
  const first = ids.reduce((one, other) => (one < other ? one : other));
  return em.find(
    OrderLine,
    { orderId: { $in: ids }, id: { $gte: earliestIdBeside(first) } },
    { orderBy: { position: 'asc', id: 'asc' }, refresh: true },
  );
}
