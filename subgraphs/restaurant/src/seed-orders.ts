import { randomUUID } from 'node:crypto';
import { businessDayOf } from '@mycelium/kit/business-day';
import type { Context } from '@mycelium/kit/context';
import { promises } from '@mycelium/schema/subgraphs/restaurant';
import { v7 as uuidv7 } from 'uuid';
import { CashSession } from './cash-session/cash-session.ts';
import { Channel } from './channel.ts';
import { bumpTicket } from './kitchen-ticket/bump-ticket.ts';
import { ticketsOfOrder } from './kitchen-ticket/tickets-of.ts';
import { Location } from './location/location.ts';
import { MenuItem } from './menu-item/menu-item.ts';
import { MenuItemAtLocation } from './menu-item-at-location/menu-item-at-location.ts';
import { ModifierOption } from './modifier-option/modifier-option.ts';
import { lockOrder } from './order/find-orders.ts';
import { openOrder } from './order/open-order.ts';
import { Order } from './order/order.ts';
import { OrderProgress } from './order/order-state.ts';
import { moneyOf, writeTotals } from './order/recount.ts';
import { discountOrder, placeOrder, serveOrder, voidOrder } from './order/write-order.ts';
import { OrderLine } from './order-line/order-line.ts';
import { addLines, compLine } from './order-line/write-lines.ts';
import { ExternalTender, Payment, PaymentStatus, Tender } from './payment/payment.ts';
import { recordCash, recordExternal } from './payment/record-payment.ts';
import { giveBack } from './refund/give-back.ts';
import { taxesOf } from './tax-rule/rules-for.ts';
import { TaxRule } from './tax-rule/tax-rule.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const DAYS = 6;

/** What of a menu is sold all day to everybody, and what guests must choose with it. */
interface Offered {
  item: MenuItem;
  option: ModifierOption | undefined;
}

interface Shift {
  ctx: Context;
  location: Location;
  /** With what one of each costs there. */
  offered: readonly (Offered & { unitPrice: number })[];
  taxes: readonly TaxRule[];
  personId: string;
  random: () => number;
}

/**
 * A week of orders of a demo tenant, unless it has one: six days that are over, which are written as they ended, and today, which is
 * taken as at a till, with some that are still in the kitchen. Nobody is told of what was before the start.
 */
export async function seedOrders(
  ctx: Context,
  { tenantId, personId, tax }: { tenantId: string; personId: string; tax: { name: string; rate: string } },
): Promise<void> {
  const { em } = ctx;
  if (await em.findOne(Order, { tenantId })) return;
  const offered = await offeredOf(ctx, tenantId);
  const taxes = [em.create(TaxRule, { tenantId, ...tax, inclusive: false, onServiceCharge: true })];
  await em.flush();
  const locations = await em.find(Location, { tenantId }, { orderBy: { id: 'asc' } });
  const ownPrices = await em.find(MenuItemAtLocation, { tenantId });
  const shifts = locations.map((location, at) => ({
    ctx,
    location,
    offered: offered.map((each) => ({ ...each, unitPrice: priceAt(location, each.item, ownPrices) })),
    taxes,
    personId,
    random: randomFrom(at + 1),
  }));
  for (const shift of shifts) {
    const { timeZone: zone, dayStart } = shift.location;
    const { from } = businessDayOf(ctx.now(), { zone, at: dayStart });
    for (let day = DAYS; day > 0; day -= 1) writeDay(shift, new Date(from.getTime() - day * DAY_MS));
  }
  await em.flush();
  // What is kept in mind is compared at each of the writes that follow.
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

async function offeredOf({ em }: Context, tenantId: string): Promise<Offered[]> {
  const items = await em.find(MenuItem, { tenantId, available: true, portionsLeft: null }, { orderBy: { id: 'asc' } });
  const options = await em.find(ModifierOption, { tenantId, available: true }, { orderBy: { position: 'asc' } });
  return items
    .filter(({ dayParts, channels }) => dayParts.length === 0 && channels.length === 0)
    .map((item) => ({ item, option: options.find(({ group }) => group.id === item.modifierGroups[0]) }));
}

/** The hours at which people eat, by the beginning of the business day, and in which way they order. */
const meals = [8, 8.5, 9.2, 9.5, 14, 14.5, 15, 15.3, 16.2];
const ways = [Channel.DINE_IN, Channel.DINE_IN, Channel.DINE_IN, Channel.TAKEAWAY, Channel.DELIVERY, Channel.ONLINE];

/** A day that is over: everything was served and paid by card terminals, vouchers and delivery platforms. */
function writeDay(shift: Shift, from: Date): void {
  for (const [at, hour] of meals.entries()) {
    const openedAt = new Date(from.getTime() + hour * HOUR_MS + Math.floor(shift.random() * 12) * MINUTE_MS);
    writeOrder(shift, openedAt, at + 1);
  }
}

function writeOrder(
  { ctx: { em }, location, offered, taxes, personId, random }: Shift,
  openedAt: Date,
  number: number,
) {
  const { id: locationId, tenantId, currency } = location;
  const { date } = businessDayOf(openedAt, { zone: location.timeZone, at: location.dayStart });
  const idAt = (at: Date) => uuidv7({ msecs: at.getTime(), rng: () => bytesFrom(random) });
  const channel = pick(ways, random);
  const id = idAt(openedAt);
  const order = em.create(Order, {
    ...{ id, tenantId, locationId, channel, currency, number, businessDate: date, openedAt, fingerprint: id },
    ...{ progress: OrderProgress.SERVED, placedAt: later(openedAt, 4), serverId: personId },
    guests: channel === Channel.DINE_IN ? 1 + Math.floor(random() * 5) : null,
    discounts: random() < 0.08 ? [{ id: randomUUID(), name: 'Vecinos', kind: 'PERCENT', percent: '10' }] : [],
  });
  const lines = Array.from({ length: 1 + Math.floor(random() * 4) }, (_, position) => {
    const { item, option, unitPrice } = pick(offered, random);
    const lineId = idAt(openedAt);
    return em.create(OrderLine, {
      ...{ id: lineId, tenantId, orderId: id, position, itemId: item.id, names: item.names, fingerprint: lineId },
      ...{ unitPrice, quantity: String(1 + Math.floor(random() * 3)), allergens: item.allergens },
      ...{ taxes: taxesOf(taxes, item.taxClass), options: option ? [chosen(option)] : [] },
      // Somebody had to wait too long.
      discounts: random() < 0.03 ? [{ id: 'COMP', name: 'Espera larga', kind: 'PERCENT', percent: '100' }] : [],
    });
  });
  writeTotals(order, lines);
  if (order.total === 0) return;
  const tip = channel === Channel.DINE_IN ? Math.round((order.subtotal * pick([0, 10, 15, 18, 20], random)) / 100) : 0;
  const takenAt = later(openedAt, 40);
  const paymentId = idAt(takenAt);
  em.create(Payment, {
    ...{ id: paymentId, tenantId, locationId, orderId: id, currency, tip, takenAt, personId, fingerprint: paymentId },
    ...{ tender: Tender.EXTERNAL, status: PaymentStatus.CAPTURED, businessDate: date, ...externalFor(channel, random) },
    ...{ amount: order.total, tendered: order.total + tip },
  });
  Object.assign(order, { paid: order.total, tip });
  order.money = moneyOf(order);
}

/** What has happened today: a table that has paid in cash, one that gave something back, what is being made, and what is voided. */
async function takeToday({ ctx, location, offered, personId, random }: Shift): Promise<void> {
  const at = (minutes: number): Context => ({
    ...ctx,
    now: () => new Date(ctx.now().getTime() - minutes * MINUTE_MS),
    publish: () => randomUUID(),
    viewer: {
      ...{ kind: 'user', id: personId, tenantId: location.tenantId, role: 'MANAGER' },
      scopes: Object.keys(promises.permissions),
    },
  });
  const idAt = (minutes: number) => uuidv7({ msecs: at(minutes).now().getTime() });
  const order = async (minutes: number, channel: Channel, count: number, note?: string): Promise<Order> => {
    const { id } = await openOrder(at(minutes), { id: idAt(minutes), locationId: location.id, channel, note });
    const lines = Array.from({ length: count }, () => {
      const { item, option } = pick(offered, random);
      const modifiers = option ? [{ optionId: option.id, quantity: 1 }] : [];
      return { id: idAt(minutes), itemId: item.id, quantity: String(1 + Math.floor(random() * 2)), modifiers };
    });
    return addLines(at(minutes), id, lines);
  };
  const bump = async (minutes: number, id: string) => {
    const tickets = await ticketsOfOrder(ctx, await lockOrder(ctx, id));
    for (const ticket of tickets) await bumpTicket(at(minutes), ticket.id);
  };
  const session = await ctx.em.findOne(CashSession, { locationId: location.id, closedAt: null });

  const paid = await order(95, Channel.DINE_IN, 3);
  await placeOrder(at(93), paid.id);
  await bump(80, paid.id);
  await serveOrder(at(78), paid.id);
  await discountOrder(at(60), paid.id, { name: 'Vecinos', percent: '10' });
  if (session)
    await recordCash(at(55), {
      ...{ id: idAt(55), orderId: paid.id, tip: 300 },
      tendered: 20_000,
      sessionId: session.id,
    });

  const cold = await order(70, Channel.TAKEAWAY, 2, 'Julia');
  await placeOrder(at(69), cold.id);
  await bump(58, cold.id);
  await serveOrder(at(57), cold.id);
  const { total } = await lockOrder(ctx, cold.id);
  await recordExternal(at(56), {
    ...{
      id: idAt(56),
      orderId: cold.id,
      amount: total,
      tip: 0,
      kind: ExternalTender.OTHER,
      reference: 'Terminal 2',
      captured: true,
    },
  });
  const [first] = await ctx.em.find(OrderLine, { orderId: cold.id }, { orderBy: { position: 'asc' }, limit: 1 });
  if (first)
    await giveBack(at(40), {
      ...{ id: idAt(40), orderId: cold.id, reason: 'Llegó frío', lines: [{ lineId: first.id, quantity: '1' }] },
    });

  const left = await order(50, Channel.DINE_IN, 1);
  await voidOrder(at(45), left.id, 'Se fueron sin pedir');

  const given = await order(25, Channel.DINE_IN, 2);
  await placeOrder(at(23), given.id);
  await bump(12, given.id);
  const [comped] = await ctx.em.find(OrderLine, { orderId: given.id }, { orderBy: { position: 'asc' }, limit: 1 });
  if (comped) await compLine(at(10), comped.id, 'Cumpleaños');

  await placeOrder(at(8), (await order(9, Channel.ONLINE, 2, 'Marisol, recoge')).id);
  await placeOrder(at(3), (await order(5, Channel.DINE_IN, 3)).id);
  await order(1, Channel.DINE_IN, 1);
}

function chosen({ id, group, names, price }: ModifierOption) {
  return { optionId: id, groupId: group.id, names, price: price.amount, quantity: 1 };
}

function externalFor(channel: Channel, random: () => number): Pick<Payment, 'kind' | 'reference'> {
  if (channel === Channel.DELIVERY) return { kind: ExternalTender.DELIVERY_PLATFORM, reference: 'Plataforma' };
  if (random() < 0.1) return { kind: ExternalTender.VOUCHER, reference: `V-${Math.floor(random() * 9_000) + 1_000}` };
  return { kind: ExternalTender.OTHER, reference: 'Terminal 1' };
}

function later(moment: Date, minutes: number): Date {
  return new Date(moment.getTime() + minutes * MINUTE_MS);
}

function pick<Thing>(things: readonly Thing[], random: () => number): Thing {
  const thing = things[Math.floor(random() * things.length)];
  if (thing === undefined) throw new Error('There is nothing to choose from.');
  return thing;
}

function bytesFrom(random: () => number): Uint8Array {
  return Uint8Array.from({ length: 16 }, () => Math.floor(random() * 256));
}

/** The same numbers for the same seed: mulberry32. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
