import { LockMode } from '@mikro-orm/core';
import type { Context } from '@mycelium/kit/context';
import { find, oneOf, unchanged } from '@mycelium/kit/crud';
import { Conflict, NotFound } from '@mycelium/kit/errors';
import { parseInput } from '@mycelium/kit/input';
import { paymentCaptured } from '@mycelium/schema/subgraphs/restaurant/payments';
import type { CashSession } from '../cash-session/cash-session.ts';
import { earliestIdBeside } from '../client-id/earliest-id.ts';
import { lockOrder } from '../order/find-orders.ts';
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
  const { id: paymentId, orderId, locationId } = payment;
  ctx.publish(paymentCaptured, { paymentId, orderId, locationId });
}

async function lockPayment({ em }: Context, id: string): Promise<Payment> {
  const lockMode = LockMode.PESSIMISTIC_WRITE;
  const payment = await em.findOne(Payment, { id: oneOf([id]) }, { lockMode, refresh: true });
  if (!payment) throw new NotFound('Payment', id);
  return payment;
}
