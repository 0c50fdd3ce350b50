import { businessDayOf } from '@mycelium/kit/business-day';
import type { Context } from '@mycelium/kit/context';
import { create, find, read, unchanged } from '@mycelium/kit/crud';
import { Conflict, Invalid } from '@mycelium/kit/errors';
import { parseInput } from '@mycelium/kit/input';
import { orderRefunded } from '@mycelium/schema/subgraphs/restaurant/payments';
import type { z } from 'zod';
import { approve } from '../approval/approve.ts';
import { personOf } from '../approval/person-of.ts';
import { sessionAt } from '../cash-session/find-sessions.ts';
import { checkClientId, checkSame, fingerprintOf, holdId } from '../client-id/client-id.ts';
import { Location } from '../location/location.ts';
import { lockOrder } from '../order/find-orders.ts';
import { Order } from '../order/order.ts';
import { moneyOf, toTotal } from '../order/recount.ts';
import { tellTableOf } from '../order/tell-order.ts';
import { lockedLines } from '../order-line/lines-of.ts';
import { type Payment, PaymentStatus, Tender } from '../payment/payment.ts';
import { paymentsOfOrders } from '../payment/payments-of.ts';
import { cashDueOf } from '../totals/cash-rounding.ts';
import type { Place } from '../totals/held.ts';
import { linePartsOf } from '../totals/part.ts';
import { type Refunded, refundAmount, refundLines, type Sold } from '../totals/refund-shares.ts';
import { backToTenders } from '../totals/refund-tenders.ts';
import { totalsOf } from '../totals/totals.ts';
import { type GivenBack, Refund } from './refund.ts';
import { type RefundInput, refundSchema } from './refund-input.ts';
import { refundsOfOrders } from './refunds-of.ts';

/**
 * Gives money of an order back to the payments it came from, the last first; never more than is left. The kitchen hears
 * nothing of it. Who may not do so alone needs the PIN of somebody who may.
 */
export async function giveBack(ctx: Context, input: RefundInput, pin?: string | null): Promise<Refund> {
  const { id: given, ...asked } = parseInput(refundSchema, input);
  const fingerprint = fingerprintOf(asked);
  const { locationId } = await read(ctx, Order, asked.orderId);
  const approvedBy = await approve(ctx, 'payment:refund', { locationId, pin });
  await holdId(ctx, given);
  const known = await find(ctx, Refund, given);
  if (known) {
    checkSame(known, fingerprint);
    return unchanged(ctx, known);
  }
  const id = checkClientId(given, ['input', 'id']);
  const order = await lockOrder(ctx, asked.orderId);
  const before = await refundsOfOrders(ctx, [order]);
  const sold = await soldOn(ctx, order);
  const { lines, tenders } = await underInput(async () => {
    const parts = before.flatMap((refund) => refund.lines);
    const share = shareOf(asked, sold, parts);
    const payments = (await paymentsOfOrders(ctx, [order])).filter(({ status }) => status === PaymentStatus.CAPTURED);
    return { lines: share, tenders: toTenders(payments, before, { amount: share && worth(share), tip: asked.tip }) };
  });
  const location = await read(ctx, Location, order.locationId);
  const cash = await cashBack(ctx, asked.sessionId, tenders, location);
  const refundedAt = ctx.now();
  const { date } = businessDayOf(refundedAt, { zone: location.timeZone, at: location.dayStart });
  const refund = create(ctx, Refund, {
    ...{ id, fingerprint, refundedAt, lines: lines ?? [], tenders, cash, businessDate: date },
    ...{
      amount: worth(lines ?? []),
      tip: asked.tip ?? 0,
      orderId: order.id,
      locationId: location.id,
      currency: order.currency,
      reason: asked.reason,
      cashSessionId: asked.sessionId,
    },
    ...{ personId: personOf(ctx), approvedBy },
  });
  order.refunded += refund.amount;
  order.money = moneyOf(order);
  await ctx.em.flush();
  ctx.publish(orderRefunded, { refundId: id, orderId: order.id, locationId: location.id });
  tellTableOf(ctx, order);
  return refund;
}

/** Each line with its part of the order, as it was sold. */
async function soldOn(ctx: Context, order: Order): Promise<Sold[]> {
  const lines = await lockedLines(ctx, order);
  const quantities = new Map(lines.map(({ id, quantity }) => [id, quantity]));
  const parts = linePartsOf(totalsOf(toTotal(order, lines)));
  return parts.map((part) => ({ ...part, quantity: quantities.get(part.lineId) ?? '0' }));
}

function worth(lines: readonly Refunded[]): number {
  return lines.reduce((sum, { total }) => sum + total, 0);
}

/** What is given back of each line; undefined where it is the tip alone. */
function shareOf(
  { lines, amount }: Pick<z.output<typeof refundSchema>, 'lines' | 'amount'>,
  sold: readonly Sold[],
  before: readonly Refunded[],
): Refunded[] | undefined {
  if (lines) return refundLines(sold, before, lines);
  return amount === null ? undefined : refundAmount(sold, before, amount);
}

/** What goes back to which payment: of what they settled, and of their tips. */
function toTenders(
  taken: readonly Payment[],
  before: readonly Refund[],
  { amount, tip }: { amount?: number; tip?: number },
): GivenBack[] {
  const back = before.flatMap(({ tenders }) => tenders);
  const leftOf = (column: 'amount' | 'tip') =>
    taken.map((payment) => ({
      id: payment.id,
      left: back.reduce(
        (rest, each) => (each.paymentId === payment.id ? rest - (each[column] ?? 0) : rest),
        payment[column],
      ),
    }));
  if (amount === 0) throw new Conflict('Nothing was paid for this.', { reason: 'NOTHING_PAID' });
  const amounts = partsOf(amount ? backToTenders(leftOf('amount'), amount) : []);
  const tips = partsOf(tip ? atTip(() => backToTenders(leftOf('tip'), tip)) : []);
  return taken
    .toReversed()
    .map(({ id, tender }) => ({ paymentId: id, tender, amount: amounts.get(id) ?? 0, tip: tips.get(id) ?? 0 }))
    .filter((each) => each.amount + each.tip > 0);
}

function partsOf(parts: readonly { id: string; amount: number }[]): ReadonlyMap<string, number> {
  return new Map(parts.map(({ id, amount }) => [id, amount]));
}

/** What leaves the drawer of the session, in coins that there are. */
async function cashBack(
  ctx: Context,
  sessionId: string | null,
  tenders: readonly GivenBack[],
  location: Location,
): Promise<number> {
  const cash = tenders.reduce(
    (sum, { tender, amount, tip = 0 }) => (tender === Tender.CASH ? sum + amount + tip : sum),
    0,
  );
  if (sessionId === null && cash > 0)
    throw new Invalid('Some of it goes back in cash: from which drawer?', ['input', 'sessionId'], {
      reason: 'SESSION_NEEDED',
      cash,
    });
  if (sessionId === null) return 0;
  await sessionAt(ctx, sessionId, location);
  const { smallestCoin } = location;
  return smallestCoin ? cashDueOf(cash, { increment: smallestCoin, rounding: 'HALF_UP' }) : cash;
}

/** The rules of refunds name fields as they know them; here they are those of the input. */
async function underInput<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof Invalid ? at(['input', ...(error.extensions.path as Place)], error) : error;
  }
}

/** What is refused of an amount is refused of the tip. */
function atTip<Result>(work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    throw error instanceof Invalid ? at(['tip'], error) : error;
  }
}

function at(path: Place, { message, extensions }: Invalid): Invalid {
  const { code: _, path: __, ...facts } = extensions;
  return new Invalid(message, path, facts);
}
