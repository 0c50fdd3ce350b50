import type { Context } from '@mycelium/kit/context';
import { read, unchanged } from '@mycelium/kit/crud';
import { Conflict, NotFound } from '@mycelium/kit/errors';
import { kitchenTicketChanged } from '@mycelium/schema/subgraphs/restaurant/kitchen';
import { firesOfLines } from '../kitchen-fire/fires-of.ts';
import { stationsOf } from '../kitchen-station/stations-of.ts';
import { lockOrder } from '../order/find-orders.ts';
import { tellOrder } from '../order/tell-order.ts';
import { lockedLines } from '../order-line/lines-of.ts';
import { KitchenTicket } from './kitchen-ticket.ts';
import { settleProgress } from './settle-progress.ts';
import { ticketsOfOrder } from './tickets-of.ts';

/** Within this a bump is taken back as if it had not been. */
const UNDO_MS = 10_000;

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
  const { orderId } = await read(ctx, KitchenTicket, id);
  const order = await lockOrder(ctx, orderId);
  const tickets = await ticketsOfOrder(ctx, order);
  const ticket = tickets.find((each) => each.id === id.toLowerCase());
  if (!ticket) throw new NotFound('KitchenTicket', id);
  if (ticket.voidedAt) throw new Conflict('This ticket was voided.', { reason: 'TICKET_VOID' });
  const { bumpedAt: before } = ticket;
  change(ticket);
  if (ticket.bumpedAt === before) return unchanged(ctx, ticket);
  const lines = await lockedLines(ctx, order);
  const ids = lines.map((line) => line.id);
  const { progress } = order;
  const { locationId, stationId } = ticket;
  const hasKitchen = (await stationsOf(ctx, locationId)).length > 0;
  settleProgress(order, { lines, tickets, ledger: await firesOfLines(ctx, ids), hasKitchen });
  await ctx.em.flush();
  ctx.publish(kitchenTicketChanged, { ticketId: ticket.id, orderId, locationId, stationId, kind });
  if (order.progress !== progress) tellOrder(ctx, order);
  return ticket;
}
