import { businessDayOf } from '@mycelium/kit/business-day';
import type { Context } from '@mycelium/kit/context';
import { create, find, read, unchanged } from '@mycelium/kit/crud';
import { Invalid } from '@mycelium/kit/errors';
import { parseInput } from '@mycelium/kit/input';
import { orderRefunded } from '@mycelium/schema/subgraphs/restaurant/payments';
import { approve } from '../approval/approve.ts';
import { personOf } from '../approval/person-of.ts';
import { sessionAt } from '../cash-session/find-sessions.ts';
import { checkClientId, checkSame, fingerprintOf, holdId } from '../client-id/client-id.ts';
import { Location } from '../location/location.ts';
import { lockOrder } from '../order/find-orders.ts';
import { Order } from '../order/order.ts';
import { moneyOf } from '../order/recount.ts';
import { tellTableOf } from '../order/tell-order.ts';
import { Tender } from '../payment/payment.ts';
import { cashDueOf } from '../totals/cash-rounding.ts';
import type { Place } from '../totals/held.ts';
import { type GivenBack, Refund } from './refund.ts';
import { type RefundInput, refundSchema } from './refund-input.ts';
import { refusedAt, shareOf, worth } from './refund-share.ts';

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
  const { lines, tenders } = await underInput(() => shareOf(ctx, order, asked));
  const location = await read(ctx, Location, order.locationId);
  const cash = await cashBack(ctx, asked.sessionId, tenders, location);
  const refundedAt = ctx.now();
  const { date } = businessDayOf(refundedAt, { zone: location.timeZone, at: location.dayStart });
  const refund = create(ctx, Refund, {
    ...{ id, fingerprint, refundedAt, lines, tenders, cash, businessDate: date },
    ...{
      amount: worth(lines),
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
  await sessionAt(ctx, sessionId, location.id);
  const { smallestCoin } = location;
  return smallestCoin ? cashDueOf(cash, { increment: smallestCoin, rounding: 'HALF_UP' }) : cash;
}

/** The rules of refunds name fields as they know them; here they are those of the input. */
async function underInput<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof Invalid ? refusedAt(['input', ...(error.extensions.path as Place)], error) : error;
  }
}
