import { type FilterQuery, LockMode } from '@mikro-orm/core';
import { WITH_NEXT } from '@mycelium/database/begin-with-first';
import type { Context } from '@mycelium/kit/context';
import { oneOf, read } from '@mycelium/kit/crud';
import { NotFound } from '@mycelium/kit/errors';
import { firstIdOf } from '@mycelium/kit/id-moment';
import { parseInput } from '@mycelium/kit/input';
import { type PageArgs, page } from '@mycelium/kit/page';
import { Field, InputType, Int } from 'type-graphql';
import { z } from 'zod';
import { Channel } from '../channel.ts';
import { Location } from '../location/location.ts';
import { linesOfOrders } from '../order-line/lines-of.ts';
import type { OrderLine } from '../order-line/order-line.ts';
import { Order, type OrderPage } from './order.ts';
import { OrderMoney, OrderProgress } from './order-state.ts';
import { searchOrders } from './search-orders.ts';

const SEARCHED_DAYS = 31;

@InputType({ description: 'Which orders; what is left out restricts nothing.' })
export class OrderFilter {
  @Field(() => String, { nullable: true, description: 'Of this business day, for example 2026-12-24.' })
  businessDate?: string | null;

  @Field(() => [OrderProgress], { nullable: true })
  progress?: OrderProgress[] | null;

  @Field(() => [OrderMoney], { nullable: true })
  money?: OrderMoney[] | null;

  @Field(() => Channel, { nullable: true })
  channel?: Channel | null;

  @Field(() => Int, { nullable: true, description: 'With this number: one for each business day.' })
  number?: number | null;

  @Field(() => String, {
    nullable: true,
    description: `Part of the note, or of what something on it is called; of the last ${SEARCHED_DAYS} days, or of the business day.`,
  })
  search?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'true: what is neither voided nor both served and settled.' })
  open?: boolean | null;
}

const searchSchema = z.string().trim().max(100, 'At most 100 characters').nullish();
const daySchema = z.iso.date('A day is YYYY-MM-DD').nullish();

/** The order, held until the transaction is over; throws NotFound when there is none. */
export async function lockOrder({ em }: Context, id: string): Promise<Order> {
  const lockMode = LockMode.PESSIMISTIC_WRITE;
  const order = await em.findOne(Order, { id: oneOf([id]) }, { lockMode, refresh: true });
  if (!order) throw new NotFound('Order', id);
  return order;
}

/** Has an order held until the transaction is over; what is asked next waits for it, and sees the order as it is then. */
export async function holdOrder({ em }: Context, id: string): Promise<void> {
  const held = oneOf([id]).$in;
  if (held.length > 0) await em.execute(`${WITH_NEXT}select from restaurant."order" where id = ? for update`, held);
}

/** An order as it is, for who holds it; undefined when there is none. */
export async function findHeld({ em }: Context, id: string): Promise<Order | undefined> {
  return (await em.findOne(Order, { id: oneOf([id]) }, { refresh: true })) ?? undefined;
}

/** The same; throws NotFound when there is none. */
export async function readHeld(ctx: Context, id: string): Promise<Order> {
  const order = await findHeld(ctx, id);
  if (!order) throw new NotFound('Order', id);
  return order;
}

/** An order with its lines, held until the transaction is over; throws NotFound when there is none. */
export async function lockWithLines(ctx: Context, id: string): Promise<{ order: Order; lines: OrderLine[] }> {
  await holdOrder(ctx, id);
  const [order, lines] = await Promise.all([readHeld(ctx, id), linesOfOrders(ctx, [{ id }])]);
  return { order, lines };
}

/** These orders, each once, held until the transaction is over; in one order, so that nobody waits for somebody who waits. Throws NotFound for one that is none. */
export async function lockOrders({ em }: Context, ids: readonly string[]): Promise<Order[]> {
  const wanted = [...new Set(ids.map((id) => id.toLowerCase()))];
  const options = { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true, orderBy: { id: 'asc' } } as const;
  const orders = await em.find(Order, { id: oneOf(wanted) }, options);
  return wanted.map((id) => {
    const order = orders.find((each) => each.id === id);
    if (!order) throw new NotFound('Order', id);
    return order;
  });
}

/** A page of a location's orders, the latest first; throws NotFound for a location that is none. */
export async function pageOfOrders(
  ctx: Context,
  locationId: string,
  filter: OrderFilter | undefined,
  range: PageArgs,
): Promise<OrderPage> {
  const location = await read(ctx, Location, locationId);
  const where = { locationId: location.id, ...wanted(filter ?? {}), ...(await found(ctx, location.id, filter ?? {})) };
  return page(ctx, Order, where as FilterQuery<Order>, range, { id: 'desc' });
}

function wanted({ businessDate, progress, money, channel, number, open }: OrderFilter): object {
  const day = parseInput(daySchema, businessDate, ['filter', 'businessDate']);
  return {
    ...(day && { businessDate: day, id: idsAround(day) }),
    ...(progress && { progress: { $in: progress } }),
    ...(money && { money: { $in: money } }),
    ...(channel && { channel }),
    ...(number != null && { number }),
    ...(open != null && (open ? isOpen : { $not: isOpen })),
  };
}

/** Those that a search has found, within the ids of the business day where there is one. */
async function found(ctx: Context, locationId: string, { search, businessDate }: OrderFilter): Promise<object> {
  const text = parseInput(searchSchema, search, ['filter', 'search']);
  if (!text) return {};
  const ids = businessDate ? idsAround(businessDate) : idsOfLast(ctx.now(), SEARCHED_DAYS);
  return { id: { $in: await searchOrders(ctx, { locationId, text, from: ids.$gte, until: ids.$lt }) } };
}

const isOpen = {
  progress: { $ne: OrderProgress.VOID },
  $or: [
    { progress: { $ne: OrderProgress.SERVED } },
    // What comes to nothing is never paid.
    { money: { $in: [OrderMoney.OPEN, OrderMoney.PARTLY_PAID] }, total: { $gt: 0 } },
  ],
};

const DAY_MS = 24 * 60 * 60_000;

/** The ids that orders of a business day can have: the months of others need no look. */
export function idsAround(day: string): { $gte: string; $lt: string } {
  const noon = Date.parse(`${day}T12:00:00Z`);
  return { $gte: firstIdOf(new Date(noon - 4 * DAY_MS)), $lt: firstIdOf(new Date(noon + 4 * DAY_MS)) };
}

/** The ids of the last days, and of clocks that are ahead. */
function idsOfLast(now: Date, days: number): { $gte: string; $lt: string } {
  return { $gte: firstIdOf(new Date(now.getTime() - days * DAY_MS)), $lt: firstIdOf(new Date(now.getTime() + DAY_MS)) };
}
