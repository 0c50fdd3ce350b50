import { businessDayOf } from '@mycelium/kit/business-day';
import type { Context } from '@mycelium/kit/context';
import { create, find, unchanged } from '@mycelium/kit/crud';
import { Conflict, NotFound } from '@mycelium/kit/errors';
import { parseInput } from '@mycelium/kit/input';
import { firstOrderSeen, orderCreated } from '@mycelium/schema/subgraphs/restaurant/orders';
import { personOf } from '../approval/person-of.ts';
import { checkClientId, checkSame, fingerprintOf, holdId } from '../client-id/client-id.ts';
import { Location } from '../location/location.ts';
import { sitDown, tableFor } from '../table/sit-down.ts';
import { Order } from './order.ts';
import { type OpenOrderInput, openOrderSchema } from './order-input.ts';

/** A new order of a location; the one that is there already when this id has one of the same content. */
export async function openOrder(ctx: Context, input: OpenOrderInput): Promise<Order> {
  const { id: given, locationId, ...facts } = parseInput(openOrderSchema, input);
  const fingerprint = fingerprintOf({ locationId, ...facts });
  await holdId(ctx, given);
  const [known, location] = await Promise.all([find(ctx, Order, given), find(ctx, Location, locationId)]);
  if (known) {
    checkSame(known, fingerprint);
    return unchanged(ctx, known);
  }
  const id = checkClientId(given, ['input', 'id']);
  if (!location) throw new NotFound('Location', locationId);
  if (location.closedAt) throw new Conflict('This location is closed.', { reason: 'CLOSED' });
  const table =
    facts.tableId === undefined
      ? undefined
      : await tableFor(ctx, { tableId: facts.tableId, locationId: location.id }, ['input', 'tableId']);
  const openedAt = ctx.now();
  const { date } = businessDayOf(openedAt, { zone: location.timeZone, at: location.dayStart });
  const number = await nextNumber(ctx, location.id, date);
  const order = create(ctx, Order, {
    ...{
      ...facts,
      id,
      locationId: location.id,
      fingerprint,
      openedAt,
      businessDate: date,
      currency: location.currency,
    },
    number,
    serverId: personOf(ctx),
  });
  if (table) sitDown(ctx, table, order);
  await ctx.em.flush();
  ctx.publish(orderCreated, { orderId: id, locationId: location.id });
  if (number === 1 && (await isTheFirst(ctx, location.id, date)))
    ctx.publish(firstOrderSeen, { orderId: id, locationId: location.id });
  return order;
}

/** The next number of a location's business day; nobody else gets it, and it is lost only with the order. */
export async function nextNumber({ em, viewer }: Context, locationId: string, businessDate: string): Promise<number> {
  const [row] = await em.execute<{ last: number }[]>(
    `insert into restaurant.order_number (tenant_id, location_id, business_date, last) values (?, ?, ?, 1)
     on conflict (tenant_id, location_id, business_date) do update set last = order_number.last + 1 returning last`,
    [viewer.tenantId, locationId, businessDate],
  );
  return row?.last ?? 1;
}

/** Whether the tenant never had an order before; of two that are its first in two places, one is. */
async function isTheFirst(ctx: Context, locationId: string, businessDate: string): Promise<boolean> {
  await holdId(ctx, 'first order');
  const [row] = await ctx.em.execute<{ is_first: boolean }[]>(
    `select not exists (
       select from restaurant.order_number where (location_id, business_date) <> (?::uuid, ?::date)) as is_first`,
    [locationId, businessDate],
  );
  return row?.is_first ?? false;
}
