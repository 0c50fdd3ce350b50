import { businessDayOf } from '@mycelium/kit/business-day';
import type { Context } from '@mycelium/kit/context';
import type { CashSession } from './cash-session/cash-session.ts';
import { countDrawer } from './demo/past-cash.ts';
import { writeDay } from './demo/past-day.ts';
import { HOUR_MS, offeredOf, randomFrom, type Shift } from './demo/shift.ts';
import { takeToday } from './demo/today.ts';
import { Drawer } from './drawer/drawer.ts';
import { Location } from './location/location.ts';
import type { MenuItem } from './menu-item/menu-item.ts';
import { MenuItemAtLocation } from './menu-item-at-location/menu-item-at-location.ts';
import { Order } from './order/order.ts';
import { TaxRule } from './tax-rule/tax-rule.ts';

const DAYS = 6;

/** What a week of orders takes beside the menu. */
export interface DemoWeek {
  tenantId: string;
  /** Who works there, the first one at the drawer. */
  personIds: readonly [string, ...string[]];
  tax: { name: string; rate: string };
}

/**
 * A week of orders of a demo tenant, unless it has one: six days that are over, which are written as they ended, and today, which is
 * taken as at a till, with guests at the tables and some orders that are still in the kitchen. Nobody is told of what was before the start.
 */
export async function seedOrders(ctx: Context, { tenantId, personIds, tax }: DemoWeek): Promise<void> {
  const { em } = ctx;
  if (await em.findOne(Order, { tenantId })) return;
  const offered = await offeredOf(ctx, tenantId);
  const taxes = [em.create(TaxRule, { tenantId, ...tax, inclusive: false, onServiceCharge: true })];
  await em.flush();
  const locations = await em.find(Location, { tenantId }, { orderBy: { id: 'asc' } });
  const ownPrices = await em.find(MenuItemAtLocation, { tenantId });
  const shifts = locations.map((location, at) => ({
    ...{ ctx, location, taxes, personIds, random: randomFrom(at + 1) },
    offered: offered.map((each) => ({ ...each, unitPrice: priceAt(location, each.item, ownPrices) })),
  }));
  const weeks: CashSession[][] = [];
  for (const shift of shifts) weeks.push(await writeWeek(shift));
  await em.flush();
  // What is kept in mind is compared at each of the writes that follow.
  em.clear();
  for (const sessions of weeks) for (const [nth, session] of sessions.entries()) await countDrawer(ctx, session, nth);
  em.clear();
  for (const shift of shifts) {
    await takeToday(shift);
    em.clear();
  }
}

function priceAt(location: Location, item: MenuItem, ownPrices: readonly MenuItemAtLocation[]): number {
  const own = ownPrices.find((at) => at.itemId === item.id && at.location.id === location.id);
  return (own?.price ?? item.price).amount;
}

/** The days that are over, and their cash sessions. */
async function writeWeek(shift: Shift): Promise<CashSession[]> {
  const { id: locationId, timeZone: zone, dayStart: at } = shift.location;
  const { id: drawerId } = await shift.ctx.em.findOneOrFail(Drawer, { locationId });
  const { from } = businessDayOf(shift.ctx.now(), { zone, at });
  return Array.from({ length: DAYS }, (_, nth) =>
    writeDay(shift, new Date(from.getTime() - (DAYS - nth) * 24 * HOUR_MS), drawerId),
  );
}
