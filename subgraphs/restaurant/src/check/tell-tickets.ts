import { LockMode } from '@mikro-orm/core';
import type { Context } from '@mycelium/kit/context';
import { loadAll } from '@mycelium/kit/reference';
import { kitchenTicketChanged } from '@mycelium/schema/subgraphs/restaurant/kitchen';
import { firedIn } from '../kitchen/fired.ts';
import type { KitchenFire } from '../kitchen-fire/kitchen-fire.ts';
import { KitchenTicket } from '../kitchen-ticket/kitchen-ticket.ts';
import type { Order } from '../order/order.ts';
import { OrderLine } from '../order-line/order-line.ts';

/** Lets the tickets that had lines of an order go on with whoever has these lines now, and tells the stations of those that wait. */
export async function tellTickets(ctx: Context, order: Order, ledger: readonly KitchenFire[]): Promise<void> {
  const byTicket = Map.groupBy(ledger, ({ ticketId }) => ticketId);
  const tickets = await ctx.em.find(
    KitchenTicket,
    { id: { $in: [...byTicket.keys()] } },
    { lockMode: LockMode.PESSIMISTIC_WRITE, orderBy: { number: 'asc', id: 'asc' }, refresh: true },
  );
  const lines = await loadAll(ctx, OrderLine, [...new Set(ledger.map(({ lineId }) => lineId))]);
  for (const ticket of tickets) {
    const told = byTicket.get(ticket.id) ?? [];
    const has = lines.filter((line) => firedIn(told.filter(({ lineId }) => lineId === line.id)).over > 0n);
    if (ticket.orderId === order.id && has.every(({ orderId }) => orderId !== order.id))
      ticket.orderId = has[0]?.orderId ?? ticket.orderId;
    if (ticket.bumpedAt || ticket.voidedAt) continue;
    const { id, orderId, locationId, stationId } = ticket;
    ctx.publish(kitchenTicketChanged, { ticketId: id, orderId, locationId, stationId, kind: 'MOVED' });
  }
}
