import type { Context } from '@mycelium/kit/context';
import { tableChanged } from '@mycelium/schema/subgraphs/restaurant/floor';
import { orderUpdated } from '@mycelium/schema/subgraphs/restaurant/orders';
import type { Order } from './order.ts';

/** Publishes what happened to an order, and that something happened at its table. */
export function tellOrder(
  ctx: Context,
  order: Pick<Order, 'id' | 'locationId' | 'tableId'>,
  type: typeof orderUpdated = orderUpdated,
): void {
  ctx.publish(type, { orderId: order.id, locationId: order.locationId });
  tellTableOf(ctx, order);
}

export function tellTableOf(ctx: Context, { tableId, locationId }: Pick<Order, 'locationId' | 'tableId'>): void {
  if (tableId) ctx.publish(tableChanged, { tableId, locationId });
}
