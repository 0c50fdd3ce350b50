import type { Context } from '@mycelium/kit/context';
import { Conflict, Invalid } from '@mycelium/kit/errors';
import type { z } from 'zod';
import type { Order } from '../order/order.ts';
import { toTotal } from '../order/recount.ts';
import { lockedLines } from '../order-line/lines-of.ts';
import { type Payment, PaymentStatus } from '../payment/payment.ts';
import { paymentsOfOrders } from '../payment/payments-of.ts';
import type { Place } from '../totals/held.ts';
import { linePartsOf } from '../totals/part.ts';
import { type Refunded, refundAmount, refundLines, type Sold } from '../totals/refund-shares.ts';
import { backToTenders } from '../totals/refund-tenders.ts';
import { totalsOf } from '../totals/totals.ts';
import type { GivenBack, Refund } from './refund.ts';
import type { refundedSchema } from './refund-input.ts';
import { refundsOfOrders } from './refunds-of.ts';

type Asked = z.output<typeof refundedSchema>;

/** What is given back of each line, and to which payment; what is refused has the path of the field alone. */
export async function shareOf(
  ctx: Context,
  order: Order,
  asked: Asked,
): Promise<{ lines: Refunded[]; tenders: GivenBack[] }> {
  const before = await refundsOfOrders(ctx, [order]);
  const parts = before.flatMap((refund) => refund.lines);
  const lines = linesBack(asked, await soldOn(ctx, order), parts);
  const payments = (await paymentsOfOrders(ctx, [order])).filter(({ status }) => status === PaymentStatus.CAPTURED);
  const tenders = toTenders(payments, before, { amount: lines && worth(lines), tip: asked.tip });
  return { lines: lines ?? [], tenders };
}

export function worth(lines: readonly Refunded[]): number {
  return lines.reduce((sum, { total }) => sum + total, 0);
}

/** Each line with its part of the order, as it was sold. */
async function soldOn(ctx: Context, order: Order): Promise<Sold[]> {
  const lines = await lockedLines(ctx, order);
  const quantities = new Map(lines.map(({ id, quantity }) => [id, quantity]));
  const parts = linePartsOf(totalsOf(toTotal(order, lines)));
  return parts.map((part) => ({ ...part, quantity: quantities.get(part.lineId) ?? '0' }));
}

/** What is given back of each line; undefined where it is the tip alone. */
function linesBack(
  { lines, amount }: Asked,
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

/** What is refused of an amount is refused of the tip. */
function atTip<Result>(work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    throw error instanceof Invalid ? refusedAt(['tip'], error) : error;
  }
}

/** The same refusal, of another field. */
export function refusedAt(path: Place, { message, extensions }: Invalid): Invalid {
  const { code: _, path: __, ...facts } = extensions;
  return new Invalid(message, path, facts);
}
