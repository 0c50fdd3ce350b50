import type { Context } from '@mycelium/kit/context';
import { create } from '@mycelium/kit/crud';
import { kitchenTicketChanged } from '@mycelium/schema/subgraphs/restaurant/kitchen';
import { differencesOf, type Fire, firedIn, type KitchenLine } from '../kitchen/fired.ts';
import { stationsForItems } from '../kitchen-station/stations-for.ts';
import { KitchenTicket } from '../kitchen-ticket/kitchen-ticket.ts';
import { settleProgress } from '../kitchen-ticket/settle-progress.ts';
import { firesOnTicket, ticketsOfOrder } from '../kitchen-ticket/tickets-of.ts';
import type { Order } from '../order/order.ts';
import { OrderProgress } from '../order/order-state.ts';
import type { OrderLine } from '../order-line/order-line.ts';
import { firesOfLines } from './fires-of.ts';
import { KitchenFire, KitchenFireKind } from './kitchen-fire.ts';

/**
 * Tells the kitchen what is to be made of an order's lines now, as differences from what it was told before, each station on a
 * ticket of its own; answers whether anything came of it. For who has the order locked; `lines` are all of its lines.
 */
export async function sendLines(
  ctx: Context,
  order: Order,
  lines: readonly OrderLine[],
  only: readonly OrderLine[] = lines,
): Promise<boolean> {
  const lineIds = lines.map(({ id }) => id);
  const itemIds = only.map(({ itemId }) => itemId);
  const told = firesOfLines(ctx, lineIds);
  const [ledger, stationsOf, tickets] = await Promise.all([
    told,
    stationsForItems(ctx, order, itemIds),
    told.then((known) => ticketsOfOrder(ctx, order, known)),
  ]);
  const wanted = only.map((line) => wantedOf(order, line, stationsOf(line.itemId)));
  const hasKitchen = wanted.some(({ stationIds }) => stationIds.length > 0);
  const fires = differencesOf(wanted, ledger.map(entryOf));
  if (fires.length === 0 && hasKitchen) return false;
  const { progress } = order;
  for (const [stationId, atStation] of Map.groupBy(fires, (fire) => fire.stationId)) {
    const ticket = openTicket(ctx, order, { stationId, fires: atStation, tickets });
    tickets.push(ticket);
    for (const fire of atStation) ledger.push(writeFire(ctx, ticket, fire));
    tell(ctx, ticket, 'FIRED');
  }
  for (const ticket of tickets)
    if (isVoid(ticket, ledger) && isVoid(ticket, await ledgerOfTicket(ctx, ticket, ledger))) {
      ticket.voidedAt = ctx.now();
      tell(ctx, ticket, 'VOIDED');
    }
  settleProgress(order, { lines, tickets, ledger, hasKitchen });
  await ctx.em.flush();
  return fires.length > 0 || order.progress !== progress;
}

function wantedOf(order: Order, line: OrderLine, stationIds: readonly string[]): KitchenLine {
  const isGone = line.voidedAt || order.progress === OrderProgress.VOID;
  const isHeld = line.course != null && !order.firedCourses.includes(line.course);
  return { id: line.id, quantity: isGone ? '0' : line.quantity, stationIds, says: line.note ?? '', isHeld };
}

function entryOf({ lineId, stationId, kind, difference, note }: KitchenFire): Fire {
  return { lineId, stationId, kind, difference, says: note };
}

interface Told {
  stationId: string;
  fires: readonly Fire[];
  tickets: readonly KitchenTicket[];
}

function openTicket(ctx: Context, order: Order, { stationId, fires, tickets }: Told): KitchenTicket {
  const isFirst = !tickets.some((ticket) => ticket.stationId === stationId);
  const [first] = fires;
  return create(ctx, KitchenTicket, {
    ...{ orderId: order.id, locationId: order.locationId, stationId, number: tickets.length + 1, firedAt: ctx.now() },
    ...{ mark: isFirst || !first ? null : KitchenFireKind[first.kind] },
    toMake: fires.some(({ kind }) => kind === 'ADD' || kind === 'CHANGE'),
  });
}

function writeFire(ctx: Context, { id, orderId, firedAt }: KitchenTicket, { says, kind, ...fire }: Fire): KitchenFire {
  return create(ctx, KitchenFire, { ...fire, orderId, firedAt, ticketId: id, kind: KitchenFireKind[kind], note: says });
}

/** Whether nothing is left of all that an open ticket says is to be made. */
function isVoid({ id, stationId, toMake, bumpedAt, voidedAt }: KitchenTicket, ledger: readonly KitchenFire[]): boolean {
  if (!toMake || bumpedAt || voidedAt) return false;
  const lineIds = new Set(ledger.filter(({ ticketId }) => ticketId === id).map(({ lineId }) => lineId));
  return [...lineIds].every(
    (lineId) => firedIn(ledger.filter((fire) => fire.lineId === lineId && fire.stationId === stationId)).over === 0n,
  );
}

/** With what was told of lines of other checks that are on the same ticket. */
async function ledgerOfTicket(
  ctx: Context,
  ticket: KitchenTicket,
  ledger: readonly KitchenFire[],
): Promise<KitchenFire[]> {
  const known = new Set(ledger.map(({ lineId }) => lineId));
  const others = (await firesOnTicket(ctx, ticket)).map(({ lineId }) => lineId).filter((lineId) => !known.has(lineId));
  return [...ledger, ...(await firesOfLines(ctx, [...new Set(others)]))];
}

function tell(ctx: Context, { id, orderId, locationId, stationId }: KitchenTicket, kind: 'FIRED' | 'VOIDED'): void {
  ctx.publish(kitchenTicketChanged, { ticketId: id, orderId, locationId, stationId, kind });
}
