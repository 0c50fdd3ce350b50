import type { Context } from '@mycelium/kit/context';
import { firedIn } from '../kitchen/fired.ts';
import { firesOfLines } from '../kitchen-fire/fires-of.ts';
import { type KitchenFire, KitchenFireKind } from '../kitchen-fire/kitchen-fire.ts';
import { stationsOf } from '../kitchen-station/stations-of.ts';
import type { Order } from '../order/order.ts';
import { nextProgress, OrderProgress } from '../order/order-state.ts';
import { lockedLines } from '../order-line/lines-of.ts';
import type { OrderLine } from '../order-line/order-line.ts';
import type { KitchenTicket } from './kitchen-ticket.ts';
import { ticketsOfOrder } from './tickets-of.ts';

interface Known {
  lines: readonly OrderLine[];
  tickets: readonly KitchenTicket[];
  ledger: readonly KitchenFire[];
  /** Whether its location has any station: what nobody makes waits for nobody. */
  hasKitchen: boolean;
}

/** The same of an order that is locked, with what is known of it now; answers whether that is another progress than before. */
export async function settle(ctx: Context, order: Order): Promise<boolean> {
  const { progress } = order;
  const lines = await lockedLines(ctx, order);
  const ledger = await firesOfLines(
    ctx,
    lines.map(({ id }) => id),
  );
  const tickets = await ticketsOfOrder(ctx, order, ledger);
  const hasKitchen = (await stationsOf(ctx, order.locationId)).length > 0;
  settleProgress(order, { lines, tickets, ledger, hasKitchen });
  return order.progress !== progress;
}

/** Sets how far the kitchen is with an order: ready only when every station has bumped all that it has to make, and nothing waits. */
export function settleProgress(order: Order, { lines, tickets, ledger, hasKitchen }: Known): void {
  const toMake = tickets.filter((ticket) => ticket.toMake && !ticket.voidedAt && hasSomethingOf(ticket, lines, ledger));
  if (toMake.length === 0 && hasKitchen) {
    // What was being made was voided.
    if (order.progress === OrderProgress.IN_KITCHEN) order.progress = OrderProgress.PLACED;
    return;
  }
  const isTold = (line: OrderLine) => firedIn(ledger.filter(({ lineId }) => lineId === line.id)).over > 0n;
  const waits = (line: OrderLine) => hasKitchen && !line.voidedAt && !isTold(line);
  const isMade = toMake.every(({ bumpedAt }) => bumpedAt) && !lines.some(waits);
  if (isMade && order.progress === OrderProgress.SERVED) return;
  const next = isMade ? OrderProgress.READY : OrderProgress.IN_KITCHEN;
  if (nextProgress[order.progress].includes(next)) order.progress = next;
}

/** Whether a ticket says something of these lines: a check that was split off may have all that it said. */
function hasSomethingOf({ id }: KitchenTicket, lines: readonly OrderLine[], ledger: readonly KitchenFire[]): boolean {
  return lines.some((line) => {
    const told = ledger.filter(({ ticketId, lineId }) => ticketId === id && lineId === line.id);
    return told.some(({ kind }) => kind === KitchenFireKind.CHANGE) || firedIn(told).over > 0n;
  });
}
