import type { Context } from '@mycelium/kit/context';
import { find, unchanged } from '@mycelium/kit/crud';
import { Conflict, Invalid } from '@mycelium/kit/errors';
import { kitchenTicketChanged } from '@mycelium/schema/subgraphs/restaurant/kitchen';
import { ticketsOfOrder } from '../kitchen-ticket/tickets-of.ts';
import { lockOrder } from '../order/find-orders.ts';
import type { Order } from '../order/order.ts';
import { OrderProgress } from '../order/order-state.ts';
import { tellOrder, tellTableOf } from '../order/tell-order.ts';
import { lockOrdersAt } from './serve-table.ts';
import { checkIsAt, nobody, sitDown } from './sit-down.ts';
import { Table } from './table.ts';
import { checkTableState, TableState, tableStateOf } from './table-state.ts';
import { lockTables, ordersNow, readTable } from './tables-of.ts';
import { tellTable } from './write-table.ts';

/**
 * Moves an order to another table of its location, with the tickets that wait in the kitchen; the kitchen is sent nothing. A table
 * at which nobody sat before the order was opened, and nobody else has one, is left by its guests.
 */
export async function moveOrder(ctx: Context, id: string, tableId: string): Promise<Order> {
  const order = await lockOrder(ctx, id);
  if (order.progress === OrderProgress.VOID)
    throw new Conflict('This order was voided.', { reason: 'ORDER_STATE', state: order.progress });
  const known = order.tableId ? await find(ctx, Table, order.tableId) : undefined;
  const ids = known && !known.removedAt ? [tableId, known.id] : [tableId];
  const [target, source] = (await lockTables(ctx, ids)) as [Table, Table?];
  checkIsAt(target, order.locationId, ['tableId']);
  if (source === target) return unchanged(ctx, order);
  const isLeft = source !== undefined && (await isLeftBy(ctx, source, order));
  await take(ctx, order, target, order.openedAt);
  if (isLeft) Object.assign(source, { ...nobody, dirtyAt: order.progress === OrderProgress.DRAFT ? null : ctx.now() });
  await ctx.em.flush();
  return order;
}

/** Whether all who sit at a table came with this order. */
async function isLeftBy(ctx: Context, table: Table, order: Order): Promise<boolean> {
  if (!table.seatedAt || table.seatedAt < order.openedAt) return false;
  return (await ordersNow(ctx, table)).every(({ id }) => id === order.id);
}

/**
 * The guests of a table sit at another one from now on, with all their orders; where others sit there they join them. The
 * table that they leave is to be cleaned.
 */
export async function moveParty(ctx: Context, id: string, toTableId: string): Promise<Table> {
  const orders = await lockOrdersAt(ctx, await readTable(ctx, id));
  const [source, target] = (await lockTables(ctx, [id, toTableId])) as [Table, Table];
  if (source.locationId !== target.locationId)
    throw new Invalid('This table is at another location.', ['toTableId'], { reason: 'OTHER_LOCATION' });
  if (source === target) return unchanged(ctx, target);
  checkTableState(
    tableStateOf(source, await ordersNow(ctx, source)),
    ...[TableState.SEATED, TableState.ORDERED, TableState.BILL],
  );
  const { seatedAt, guests, serverId, billAt } = source;
  const together = guests == null && target.guests == null ? null : (guests ?? 0) + (target.guests ?? 0);
  for (const order of orders) await take(ctx, order, target, seatedAt ?? order.openedAt);
  const now = ctx.now();
  Object.assign(target, {
    seatedAt: earlier(target.seatedAt, seatedAt ?? now),
    guests: together,
    serverId: target.serverId ?? serverId,
    billAt: target.billAt ?? billAt,
    dirtyAt: null,
  });
  Object.assign(source, { ...nobody, dirtyAt: now });
  await ctx.em.flush();
  for (const table of [source, target]) tellTable(ctx, table);
  return target;
}

/** Puts an order at a table, and tells it where it was, where it is, and to the stations that make something of it. */
async function take(ctx: Context, order: Order, target: Table, seatedAt: Date): Promise<void> {
  tellTableOf(ctx, order);
  order.tableId = target.id;
  sitDown(ctx, target, order, seatedAt);
  tellOrder(ctx, order);
  for (const ticket of await ticketsOfOrder(ctx, order))
    if (!ticket.bumpedAt && !ticket.voidedAt) {
      const { id, orderId, locationId, stationId } = ticket;
      ctx.publish(kitchenTicketChanged, { ticketId: id, orderId, locationId, stationId, kind: 'MOVED' });
    }
}

const earlier = (one: Date | null | undefined, other: Date): Date => (one && one < other ? one : other);
