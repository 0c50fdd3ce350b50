import { LockMode } from '@mikro-orm/core';
import type { Context } from '@mycelium/kit/context';
import { read, unchanged } from '@mycelium/kit/crud';
import { Conflict } from '@mycelium/kit/errors';
import { loadAll } from '@mycelium/kit/reference';
import { kitchenTicketChanged } from '@mycelium/schema/subgraphs/restaurant/kitchen';
import { lockOrders } from '../order/find-orders.ts';
import type { Order } from '../order/order.ts';
import { tellOrder } from '../order/tell-order.ts';
import { OrderLine } from '../order-line/order-line.ts';
import { KitchenTicket } from './kitchen-ticket.ts';
import { settle } from './settle-progress.ts';
import { firesOnTicket } from './tickets-of.ts';

/** Within this a bump is taken back as if it had not been. */
const UNDO_MS = 10_000;
const LOCK = LockMode.PESSIMISTIC_WRITE;

/** Says that a station is done with a ticket; one that was voided meanwhile is not made. */
export function bumpTicket(ctx: Context, id: string): Promise<KitchenTicket> {
  return changeTicket(ctx, id, 'BUMPED', (ticket) => {
    ticket.bumpedAt ??= ctx.now();
  });
}

/** Brings a bumped ticket back, with the time it has waited since it was fired. */
export function recallTicket(ctx: Context, id: string): Promise<KitchenTicket> {
  return changeTicket(ctx, id, 'RECALLED', (ticket) => {
    if (!ticket.bumpedAt) return;
    const now = ctx.now();
    if (now.getTime() - ticket.bumpedAt.getTime() > UNDO_MS) ticket.recalledAt = now;
    ticket.bumpedAt = null;
  });
}

async function changeTicket(
  ctx: Context,
  id: string,
  kind: 'BUMPED' | 'RECALLED',
  change: (ticket: KitchenTicket) => void,
): Promise<KitchenTicket> {
  const known = await read(ctx, KitchenTicket, id);
  const orders = await lockOrders(ctx, await ordersOnTicket(ctx, known));
  const ticket = await ctx.em.findOneOrFail(KitchenTicket, { id: known.id }, { refresh: true, lockMode: LOCK });
  if (ticket.voidedAt) throw new Conflict('This ticket was voided.', { reason: 'TICKET_VOID' });
  const { bumpedAt: before } = ticket;
  change(ticket);
  if (ticket.bumpedAt === before) return unchanged(ctx, ticket);
  const { orderId, locationId, stationId } = ticket;
  // The bump itself is read again with the other tickets.
  await ctx.em.flush();
  const settled: Order[] = [];
  for (const order of orders) if (await settle(ctx, order)) settled.push(order);
  await ctx.em.flush();
  ctx.publish(kitchenTicketChanged, { ticketId: ticket.id, orderId, locationId, stationId, kind });
  for (const order of settled) tellOrder(ctx, order);
  return ticket;
}

/** The orders that have lines on a ticket: after a split there may be several. */
async function ordersOnTicket(ctx: Context, ticket: KitchenTicket): Promise<string[]> {
  const lineIds = (await firesOnTicket(ctx, ticket)).map(({ lineId }) => lineId);
  const lines = await loadAll(ctx, OrderLine, [...new Set(lineIds)]);
  return [ticket.orderId, ...lines.map(({ orderId }) => orderId)];
}
