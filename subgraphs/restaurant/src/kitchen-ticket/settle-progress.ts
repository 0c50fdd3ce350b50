import { firedIn } from '../kitchen/fired.ts';
import type { KitchenFire } from '../kitchen-fire/kitchen-fire.ts';
import type { Order } from '../order/order.ts';
import { nextProgress, OrderProgress } from '../order/order-state.ts';
import type { OrderLine } from '../order-line/order-line.ts';
import type { KitchenTicket } from './kitchen-ticket.ts';

interface Known {
  lines: readonly OrderLine[];
  tickets: readonly KitchenTicket[];
  ledger: readonly KitchenFire[];
  /** Whether its location has any station: what nobody makes waits for nobody. */
  hasKitchen: boolean;
}

/** Sets how far the kitchen is with an order: ready only when every station has bumped all that it has to make, and nothing waits. */
export function settleProgress(order: Order, { lines, tickets, ledger, hasKitchen }: Known): void {
  const toMake = tickets.filter((ticket) => ticket.toMake && !ticket.voidedAt);
  if (toMake.length === 0 && hasKitchen) return;
  const isTold = (line: OrderLine) => firedIn(ledger.filter(({ lineId }) => lineId === line.id)).over > 0n;
  const waits = (line: OrderLine) => hasKitchen && !line.voidedAt && !isTold(line);
  const isMade = toMake.every(({ bumpedAt }) => bumpedAt) && !lines.some(waits);
  if (isMade && order.progress === OrderProgress.SERVED) return;
  const next = isMade ? OrderProgress.READY : OrderProgress.IN_KITCHEN;
  if (nextProgress[order.progress].includes(next)) order.progress = next;
}
