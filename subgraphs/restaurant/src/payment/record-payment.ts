import { businessDayOf } from '@mycelium/kit/business-day';
import type { Context } from '@mycelium/kit/context';
import { create, find, read, unchanged } from '@mycelium/kit/crud';
import { Conflict, Invalid, NotFound } from '@mycelium/kit/errors';
import { parseInput } from '@mycelium/kit/input';
import { orderPaid } from '@mycelium/schema/subgraphs/restaurant/orders';
import { paymentCaptured, paymentUpdated } from '@mycelium/schema/subgraphs/restaurant/payments';
import { personOf } from '../approval/person-of.ts';
import { sessionAt } from '../cash-session/find-sessions.ts';
import { checkClientId, checkSame, fingerprintOf, holdId } from '../client-id/client-id.ts';
import { Location } from '../location/location.ts';
import { findHeld, holdOrder } from '../order/find-orders.ts';
import type { Order } from '../order/order.ts';
import { checkChangeable, OrderMoney } from '../order/order-state.ts';
import { moneyOf } from '../order/recount.ts';
import { tellOrder, tellTableOf } from '../order/tell-order.ts';
import { held } from '../totals/held.ts';
import { type AppliedCash, applyCash, applyTender } from '../totals/tender.ts';
import { Payment, PaymentStatus, Tender } from './payment.ts';
import {
  type RecordCashInput,
  type RecordExternalInput,
  recordCashSchema,
  recordExternalSchema,
} from './payment-input.ts';

/** Takes cash for an order into the drawer of an open session; what is above what is due is its change. */
export async function recordCash(ctx: Context, input: RecordCashInput): Promise<Payment> {
  const { id, ...asked } = parseInput(recordCashSchema, input);
  return record(ctx, id, asked, (order, location) => {
    const { applied, ...cash } = cashFor(order.total - order.paid, asked, location);
    const status = PaymentStatus.CAPTURED;
    return { ...cash, status, tender: Tender.CASH, amount: applied, tip: asked.tip };
  });
}

/** Notes what another system took for an order: never more than is due. */
export async function recordExternal(ctx: Context, input: RecordExternalInput): Promise<Payment> {
  const { id, ...asked } = parseInput(recordExternalSchema, input);
  return record(ctx, id, asked, (order) => {
    const due = order.total - order.paid;
    if (asked.amount > due)
      throw new Invalid('This is more than is open.', ['input', 'amount'], { reason: 'OVER_PAYMENT', open: due });
    const { applied } = applyTender(due, asked.amount);
    const { tip, kind, reference } = asked;
    const tendered = held(applied + tip, ['input', 'tip']);
    const status = asked.captured === false ? PaymentStatus.AUTHORISED : PaymentStatus.CAPTURED;
    return { status, tender: Tender.EXTERNAL, amount: applied, tip, tendered, kind, reference };
  });
}

interface Asked {
  orderId: string;
  tip: number;
  sessionId?: string | null;
}

type Taken = Pick<Payment, 'status' | 'tender' | 'amount' | 'tip' | 'tendered'> & Partial<Payment>;

/** One payment under an id, also where the same is asked for twice or at once; the order is held, so that payments at once never pay too much. */
async function record<What extends Asked>(
  ctx: Context,
  given: string,
  asked: What,
  take: (order: Order, location: Location) => Taken,
): Promise<Payment> {
  const fingerprint = fingerprintOf(asked);
  await holdId(ctx, given);
  await holdOrder(ctx, asked.orderId);
  const [known, order] = await Promise.all([find(ctx, Payment, given), findHeld(ctx, asked.orderId)]);
  if (known) {
    checkSame(known, fingerprint);
    return unchanged(ctx, known);
  }
  const id = checkClientId(given, ['input', 'id']);
  if (!order) throw new NotFound('Order', asked.orderId);
  checkChangeable(order);
  if (order.total === order.paid) throw new Conflict('There is nothing left to pay.', { reason: 'NOTHING_DUE' });
  const { sessionId } = asked;
  const [location, cashSessionId] = await Promise.all([
    read(ctx, Location, order.locationId),
    sessionId == null ? sessionId : sessionAt(ctx, sessionId, order.locationId),
  ]);
  const taken = take(order, location);
  const takenAt = ctx.now();
  const { date } = businessDayOf(takenAt, { zone: location.timeZone, at: location.dayStart });
  const payment = create(ctx, Payment, {
    ...{
      ...taken,
      id,
      cashSessionId,
      fingerprint,
      takenAt,
      orderId: order.id,
      locationId: order.locationId,
      currency: order.currency,
      businessDate: date,
    },
    personId: personOf(ctx),
  });
  order.paid += payment.amount;
  order.tip = held(order.tip + payment.tip, ['input', 'tip']);
  order.money = moneyOf(order);
  await ctx.em.flush();
  const { id: orderId, locationId } = order;
  const isCaptured = payment.status === PaymentStatus.CAPTURED;
  ctx.publish(isCaptured ? paymentCaptured : paymentUpdated, { paymentId: id, orderId, locationId });
  if (order.money === OrderMoney.PAID) tellOrder(ctx, order, orderPaid);
  else if (isCaptured) tellTableOf(ctx, order);
  else tellOrder(ctx, order);
  return payment;
}

interface Cash {
  amount: number | null;
  tendered: number;
  tip: number;
}

/** What cash settles of what is due and what goes back; only what settles all of it is rounded to coins. */
function cashFor(due: number, { amount, tendered, tip }: Cash, { smallestCoin }: Location): AppliedCash {
  if (tip > tendered) throw notEnough(tip);
  const wanted = Math.min(amount ?? due, due);
  const coins = smallestCoin && wanted === due ? { increment: smallestCoin, rounding: 'HALF_UP' as const } : undefined;
  const cash = applyCash(wanted, tendered - tip, coins);
  if (cash.applied === 0 || (amount !== null && cash.open > 0)) throw notEnough(held(wanted + tip, ['input', 'tip']));
  return { ...cash, tendered };
}

function notEnough(needed: number): Invalid {
  return new Invalid('This is less than it is to pay.', ['input', 'tendered'], { reason: 'NOT_ENOUGH', needed });
}
