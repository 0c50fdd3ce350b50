import { Invalid } from '@mycelium/kit/errors';
import { given, sumOf } from './held.ts';

/** A payment with what refunds have left of it: of what it settled, or of its tip, where the tip is refunded. */
export interface TenderLeft {
  id: string;
  left: number;
}

/** What goes back to which payment: the last one first, never more than each has left. The payments are in the order in which they were made. */
export function backToTenders(payments: readonly TenderLeft[], refund: number): { id: string; amount: number }[] {
  const asked = given(refund, ['amount']);
  const left = sumOf(
    payments.map((payment) => payment.left),
    ['payments'],
  );
  if (asked > left)
    throw new Invalid('There is not so much to refund.', ['amount'], { reason: 'REFUND_ABOVE_PAYMENT', left });
  let open = asked;
  const back = payments.toReversed().map((payment) => {
    const amount = Math.min(open, payment.left);
    open -= amount;
    return { id: payment.id, amount };
  });
  return back.filter(({ amount }) => amount > 0);
}
