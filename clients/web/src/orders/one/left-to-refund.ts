import { decimalOf, minorUnitsOf } from '@mycelium/schema/decimal';

/** What is needed of an order to know what of it can be given back. */
interface Refundable {
  lines: readonly { id: string; quantity: string; voidedAt: string | null }[];
  payments: readonly { status: string; tip: { amount: number } }[];
  refunds: readonly { tip: { amount: number }; lines: readonly { lineId: string; quantity: string }[] }[];
}

const DIGITS = 3;

/** How much of each line was not refunded yet, as a decimal number; without what was voided and what is refunded whole. */
export function leftToRefund({ lines, refunds }: Pick<Refundable, 'lines' | 'refunds'>): Map<string, string> {
  const back = refunds.flatMap((refund) => refund.lines);
  const left = lines
    .filter(({ voidedAt }) => !voidedAt)
    .map(({ id, quantity }): [string, number] => {
      const came = back.filter(({ lineId }) => lineId === id).map((each) => thousandths(each.quantity));
      return [id, came.reduce((rest, each) => rest - each, thousandths(quantity))];
    });
  return new Map(left.filter(([, rest]) => rest > 0).map(([id, rest]) => [id, plain(rest)]));
}

/** How much of the tips that were taken was not refunded yet, in minor units. */
export function tipLeftToRefund({ payments, refunds }: Pick<Refundable, 'payments' | 'refunds'>): number {
  const taken = payments.filter(({ status }) => status === 'CAPTURED').map(({ tip }) => tip.amount);
  return refunds.reduce(
    (left, { tip }) => left - tip.amount,
    taken.reduce((sum, tip) => sum + tip, 0),
  );
}

function thousandths(quantity: string): number {
  const parsed = minorUnitsOf(quantity, DIGITS);
  return typeof parsed === 'number' ? parsed : 0;
}

function plain(amount: number): string {
  return decimalOf(amount, DIGITS).replace(/\.?0+$/, '');
}
