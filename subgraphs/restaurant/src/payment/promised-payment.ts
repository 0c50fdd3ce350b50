import { LockMode } from '@mikro-orm/core';
import type { Context } from '@mycelium/kit/context';
import { find, oneOf, unchanged } from '@mycelium/kit/crud';
import { Conflict, NotFound } from '@mycelium/kit/errors';
import { parseInput } from '@mycelium/kit/input';
import { paymentCaptured, paymentUpdated } from '@mycelium/schema/subgraphs/restaurant/payments';
import type { CashSession } from '../cash-session/cash-session.ts';
import { earliestIdBeside } from '../client-id/earliest-id.ts';
import { lockOrder } from '../order/find-orders.ts';
import { moneyOf } from '../order/recount.ts';
import { tellOrder } from '../order/tell-order.ts';
import { held } from '../totals/held.ts';
import { Payment, PaymentStatus } from './payment.ts';
import { tipSchema } from './payment-input.ts';

/** Sets the tip of a payment that another system has only promised; once it is captured, a tip is refunded. */
export async function changeTip(ctx: Context, id: string, given: number): Promise<Payment> {
  const tip = parseInput(tipSchema, given, ['tip']);
  const found = await find(ctx, Payment, id);
  if (!found) throw new NotFound('Payment', id);
  const order = await lockOrder(ctx, found.orderId);
  const payment = await lockPayment(ctx, found.id);
  if (payment.status !== PaymentStatus.AUTHORISED)
    throw new Conflict('The money was taken. Refund the tip instead.', {
      ...{ reason: 'NOT_AUTHORISED', state: payment.status },
    });
  if (payment.tip === tip) return unchanged(ctx, payment);
  order.tip = held(order.tip + tip - payment.tip, ['tip']);
  Object.assign(payment, { tip, tendered: held(payment.amount + tip, ['tip']) });
  await ctx.em.flush();
  tell(ctx, paymentUpdated, payment);
  tellOrder(ctx, order);
  return payment;
}

/** Takes back what another system has promised and will not pay: the order is open by as much again. Asked again, it changes nothing. */
export async function cancelPayment(ctx: Context, id: string): Promise<Payment> {
  const found = await find(ctx, Payment, id);
  if (!found) throw new NotFound('Payment', id);
  const order = await lockOrder(ctx, found.orderId);
  const payment = await lockPayment(ctx, found.id);
  if (payment.status === PaymentStatus.CANCELED) return unchanged(ctx, payment);
  if (payment.status !== PaymentStatus.AUTHORISED)
    throw new Conflict('The money was taken. Refund it instead.', {
      ...{ reason: 'NOT_AUTHORISED', state: payment.status },
    });
  if (order.refunded > 0)
    throw new Conflict('Something of this order was given back: what is left is paid.', { reason: 'PARTLY_REFUNDED' });
  order.paid -= payment.amount;
  order.tip -= payment.tip;
  order.money = moneyOf(order);
  payment.status = PaymentStatus.CANCELED;
  await ctx.em.flush();
  tell(ctx, paymentUpdated, payment);
  tellOrder(ctx, order);
  return payment;
}

/** Says that the other system has taken what it promised; asked again, it changes nothing. */
export async function capturePayment(ctx: Context, id: string): Promise<Payment> {
  const payment = await lockPayment(ctx, id);
  if (payment.status === PaymentStatus.CAPTURED) return unchanged(ctx, payment);
  if (payment.status !== PaymentStatus.AUTHORISED)
    throw new Conflict('There is nothing to take.', { reason: 'NOT_AUTHORISED', state: payment.status });
  capture(ctx, payment);
  await ctx.em.flush();
  return payment;
}

/** Captures what is only promised in a session that is being closed: its report is final. */
export async function captureAll(ctx: Context, session: CashSession): Promise<void> {
  const promised = await ctx.em.find(
    Payment,
    { cashSessionId: session.id, id: { $gte: earliestIdBeside(session.id) }, status: PaymentStatus.AUTHORISED },
    { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true },
  );
  for (const payment of promised) capture(ctx, payment);
  await ctx.em.flush();
}

function capture(ctx: Context, payment: Payment): void {
  payment.status = PaymentStatus.CAPTURED;
  tell(ctx, paymentCaptured, payment);
}

function tell(ctx: Context, type: typeof paymentUpdated, { id: paymentId, orderId, locationId }: Payment): void {
  ctx.publish(type, { paymentId, orderId, locationId });
}

async function lockPayment({ em }: Context, id: string): Promise<Payment> {
  const lockMode = LockMode.PESSIMISTIC_WRITE;
  const payment = await em.findOne(Payment, { id: oneOf([id]) }, { lockMode, refresh: true });
  if (!payment) throw new NotFound('Payment', id);
  return payment;
}
