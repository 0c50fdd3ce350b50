import { LockMode } from '@mikro-orm/core';
import { type Batch, batched } from '@mycelium/kit/batched';
import type { Context } from '@mycelium/kit/context';
import { oneOf, read } from '@mycelium/kit/crud';
import { firstIdOf, momentOfId } from '@mycelium/kit/id-moment';
import { KitchenFire } from '../kitchen-fire/kitchen-fire.ts';
import { Location } from '../location/location.ts';
import type { Order } from '../order/order.ts';
import { KitchenTicket } from './kitchen-ticket.ts';

/** Clocks of tills differ by less. */
const SKEW_MS = 60 * 60_000;
const WEEK_MS = 7 * 24 * 60 * 60_000;
const DAY_MS = 24 * 60 * 60_000;
const MOST_TICKETS = 500;
const MOST_BUMPED = 30;

/**
 * All tickets of an order, in their order, as they are now, and those of other checks that have something of its lines: for who
 * has the order locked. They are held until the transaction is over.
 */
export function ticketsOfOrder(
  { em }: Context,
  { id }: Pick<Order, 'id'>,
  ledger: readonly KitchenFire[] = [],
): Promise<KitchenTicket[]> {
  const told = [...new Set(ledger.map(({ ticketId }) => ticketId))];
  const first = told.reduce((one, other) => (one < other ? one : other), id);
  const since = firstIdOf(new Date(momentOfId(first).getTime() - SKEW_MS));
  return em.find(
    KitchenTicket,
    { $or: [{ orderId: id }, { id: { $in: told } }], id: { $gte: since } },
    { orderBy: { number: 'asc', id: 'asc' }, refresh: true, lockMode: LockMode.PESSIMISTIC_WRITE },
  );
}

/** The tickets of a location that wait, or of one station of it, the oldest first; of the last week, at most 500. Throws NotFound for a location that is none. */
export async function openTickets(
  ctx: Context,
  locationId: string,
  stationId?: string | null,
): Promise<KitchenTicket[]> {
  const location = await read(ctx, Location, locationId);
  return ctx.em.find(
    KitchenTicket,
    {
      ...{ locationId: location.id, bumpedAt: null, voidedAt: null },
      ...{ id: { $gte: firstIdOf(new Date(Date.now() - WEEK_MS)) } },
      ...(stationId != null && { stationId: oneOf([stationId]) }),
    },
    { orderBy: { firedAt: 'asc', id: 'asc' }, limit: MOST_TICKETS },
  );
}

/** The tickets of a location that were bumped last, or of one station of it, the latest first: of the last day, at most 30. Throws NotFound for a location that is none. */
export async function bumpedTickets(
  ctx: Context,
  locationId: string,
  stationId?: string | null,
): Promise<KitchenTicket[]> {
  const location = await read(ctx, Location, locationId);
  return ctx.em.find(
    KitchenTicket,
    {
      ...{ locationId: location.id, bumpedAt: { $ne: null }, voidedAt: null },
      ...{ id: { $gte: firstIdOf(new Date(Date.now() - DAY_MS)) } },
      ...(stationId != null && { stationId: oneOf([stationId]) }),
    },
    { orderBy: { bumpedAt: 'desc', id: 'desc' }, limit: MOST_BUMPED },
  );
}

/** The tickets of an order, in their order; those of many orders in one statement. */
export function ticketsOf(ctx: Context, order: Order): Promise<KitchenTicket[]> {
  return batched(ctx, order.id, ticketsOfAll);
}

const ticketsOfAll: Batch<string, KitchenTicket[]> = async ({ em }, ids) => {
  const first = ids.reduce((one, other) => (one < other ? one : other));
  const since = firstIdOf(new Date(momentOfId(first).getTime() - SKEW_MS));
  const where = { orderId: { $in: [...ids] }, id: { $gte: since } };
  const tickets = await em.find(KitchenTicket, where, { orderBy: { number: 'asc', id: 'asc' } });
  const byOrder = Map.groupBy(tickets, ({ orderId }) => orderId);
  return ids.map((id) => byOrder.get(id) ?? []);
};

/** What a ticket says as it is now, for who has it locked. */
export function firesOnTicket({ em }: Context, { id }: KitchenTicket): Promise<KitchenFire[]> {
  const since = firstIdOf(new Date(momentOfId(id).getTime() - SKEW_MS));
  return em.find(KitchenFire, { ticketId: id, id: { $gte: since } }, { orderBy: { id: 'asc' } });
}

/** What a ticket says, in its order; those of many tickets in one statement. */
export function firesOfTicket(ctx: Context, ticket: KitchenTicket): Promise<KitchenFire[]> {
  return batched(ctx, ticket.id, firesOfTickets);
}

const firesOfTickets: Batch<string, KitchenFire[]> = async ({ em }, ids) => {
  const first = ids.reduce((one, other) => (one < other ? one : other));
  const since = firstIdOf(new Date(momentOfId(first).getTime() - SKEW_MS));
  const where = { ticketId: { $in: [...ids] }, id: { $gte: since } };
  const fires = await em.find(KitchenFire, where, { orderBy: { id: 'asc' } });
  const byTicket = Map.groupBy(fires, ({ ticketId }) => ticketId);
  return ids.map((id) => byTicket.get(id) ?? []);
};
