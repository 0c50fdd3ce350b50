import { lineAmountOf } from '../totals/line-amount.ts';
import type { OrderLine } from './order-line.ts';

/** What a line comes to before discounts, also one that was voided. */
export function worthOf({ id, quantity, unitPrice, options, voidedAt, gross }: OrderLine): number {
  // Of what was voided alone the order has no amount any more.
  if (!voidedAt) return gross;
  const modifiers = options.map((option) => ({ price: option.price, quantity: option.quantity }));
  return lineAmountOf({ id, quantity, unitPrice, modifiers, taxes: [] }, ['lines'], 'HALF_UP').gross;
}
