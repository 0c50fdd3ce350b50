import { randomUUID } from 'node:crypto';
import { businessDayOf } from '@mycelium/kit/business-day';
import { v7 as uuidv7 } from 'uuid';
import { CashSession } from '../cash-session/cash-session.ts';
import { Channel } from '../channel.ts';
import type { ModifierOption } from '../modifier-option/modifier-option.ts';
import { Order } from '../order/order.ts';
import { OrderProgress } from '../order/order-state.ts';
import { moneyOf, writeTotals } from '../order/recount.ts';
import { COMP } from '../order-line/comp.ts';
import { OrderLine } from '../order-line/order-line.ts';
import { ExternalTender, Payment, PaymentStatus, Tender } from '../payment/payment.ts';
import { taxesOf } from '../tax-rule/rules-for.ts';
import { applyCash } from '../totals/tender.ts';
import { FLOAT } from './past-cash.ts';
import { bytesFrom, HOUR_MS, later, MINUTE_MS, pick, type Shift, ways } from './shift.ts';

/** The hours at which people eat, by the beginning of the business day. */
const meals = [8, 8.5, 9.2, 9.5, 14, 14.5, 15, 15.3, 16.2];

/** A day that is over: everything was served and paid, in cash into the drawer or by terminals, vouchers and platforms. Answers its cash session, which is to be counted. */
export function writeDay(shift: Shift, from: Date, drawerId: string): CashSession {
  const { ctx, location, personIds } = shift;
  const { id: locationId, tenantId, currency } = location;
  const openedAt = new Date(from.getTime() + 7 * HOUR_MS);
  const id = idAt(shift, openedAt);
  const session = ctx.em.create(CashSession, {
    ...{ id, tenantId, drawerId, locationId, currency, float: FLOAT, openedAt, openedBy: personIds[0] },
    ...{ businessDate: dayOf(shift, openedAt), fingerprint: id, closedAt: new Date(from.getTime() + 18 * HOUR_MS) },
  });
  for (const [at, hour] of meals.entries()) {
    const orderedAt = new Date(from.getTime() + hour * HOUR_MS + Math.floor(shift.random() * 12) * MINUTE_MS);
    writeOrder(shift, { openedAt: orderedAt, number: at + 1, sessionId: session.id });
  }
  return session;
}

interface Sold {
  openedAt: Date;
  number: number;
  sessionId: string;
}

function writeOrder(shift: Shift, { openedAt, number, sessionId }: Sold): void {
  const { ctx, location, offered, taxes, personIds, random } = shift;
  const { id: locationId, tenantId, currency } = location;
  const businessDate = dayOf(shift, openedAt);
  const channel = pick(ways, random);
  const id = idAt(shift, openedAt);
  const order = ctx.em.create(Order, {
    ...{ id, tenantId, locationId, channel, currency, number, businessDate, openedAt, fingerprint: id },
    ...{ progress: OrderProgress.SERVED, placedAt: later(openedAt, 4), serverId: pick(personIds, random) },
    guests: channel === Channel.DINE_IN ? 1 + Math.floor(random() * 5) : null,
    discounts: random() < 0.08 ? [{ id: randomUUID(), name: 'Vecinos', kind: 'PERCENT', percent: '10' }] : [],
  });
  const lines = Array.from({ length: 1 + Math.floor(random() * 4) }, (_, position) => {
    const { item, option, unitPrice } = pick(offered, random);
    const lineId = idAt(shift, openedAt);
    // Somebody had to wait too long.
    const isComp = random() < 0.03;
    return ctx.em.create(OrderLine, {
      ...{ id: lineId, tenantId, orderId: id, position, itemId: item.id, names: item.names, fingerprint: lineId },
      ...{ unitPrice, quantity: String(1 + Math.floor(random() * 3)), allergens: item.allergens },
      ...{ taxes: taxesOf(taxes, item.taxClass), options: option ? [chosen(option)] : [] },
      discounts: isComp ? [{ id: COMP, name: 'Espera larga', kind: 'PERCENT', percent: '100' }] : [],
      cashSessionId: isComp ? sessionId : null,
    });
  });
  writeTotals(order, lines);
  if (order.total === 0) return;
  const takenAt = later(openedAt, 40);
  const paymentId = idAt(shift, takenAt);
  const payment = ctx.em.create(Payment, {
    ...{ id: paymentId, tenantId, locationId, orderId: id, currency, takenAt, businessDate, fingerprint: paymentId },
    ...{ status: PaymentStatus.CAPTURED, amount: order.total, personId: personIds[0], cashSessionId: sessionId },
    ...tenderFor(shift, order),
  });
  Object.assign(order, { paid: order.total, tip: payment.tip });
  order.money = moneyOf(order);
}

const isHere: ReadonlySet<Channel> = new Set([Channel.DINE_IN, Channel.TAKEAWAY]);
/** The largest note of which people give many. */
const NOTE = 2_000;

/** What is paid with: at the counter mostly cash. */
function tenderFor({ location, random }: Shift, { channel, subtotal, total }: Order) {
  const tip = channel === Channel.DINE_IN ? Math.round((subtotal * pick([0, 10, 15, 18, 20], random)) / 100) : 0;
  if (!isHere.has(channel) || random() > 0.6)
    return { tender: Tender.EXTERNAL, tip, tendered: total + tip, ...externalFor(channel, random) };
  const coins = location.smallestCoin ? { increment: location.smallestCoin, rounding: 'HALF_UP' as const } : undefined;
  const tendered = Math.ceil((total + tip) / NOTE) * NOTE;
  const { change, rounding } = applyCash(total, tendered - tip, coins);
  return { tender: Tender.CASH, tip, tendered, change, rounding };
}

function externalFor(channel: Channel, random: () => number): Pick<Payment, 'kind' | 'reference'> {
  if (!isHere.has(channel)) return { kind: ExternalTender.DELIVERY_PLATFORM, reference: 'Plataforma' };
  if (random() < 0.1) return { kind: ExternalTender.VOUCHER, reference: `V-${Math.floor(random() * 9_000) + 1_000}` };
  return { kind: ExternalTender.OTHER, reference: 'Terminal 1' };
}

function chosen({ id, group, names, price }: ModifierOption) {
  return { optionId: id, groupId: group.id, names, price: price.amount, quantity: 1 };
}

const idAt = ({ random }: Shift, at: Date) => uuidv7({ msecs: at.getTime(), rng: () => bytesFrom(random) });

function dayOf({ location: { timeZone: zone, dayStart: at } }: Shift, moment: Date): string {
  return businessDayOf(moment, { zone, at }).date;
}
