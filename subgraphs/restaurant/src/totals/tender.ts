import { Invalid } from '@mycelium/kit/errors';
import { cashDueOf } from './cash-rounding.ts';
import { given } from './held.ts';
import type { CashRounding } from './order-to-total.ts';

/** What the ledger keeps of money that was taken for a check. */
export interface Applied {
  /** What it settles of the check. */
  applied: number;
  /** What is open afterwards. */
  open: number;
}

export interface AppliedCash extends Applied {
  tendered: number;
  change: number;
  /** How much more was taken than was open, since the smallest coin is larger than a minor unit; below zero, how much less. */
  rounding: number;
}

/** Of a card, or of what another system took: never more than is open. */
export function applyTender(open: number, amount: number): Applied {
  const applied = given(amount, ['amount']);
  if (applied > open) throw new Invalid('This is more than is open.', ['amount'], { reason: 'OVER_PAYMENT', open });
  return { applied, open: open - applied };
}

/** Cash above what is open gives change. Only cash that settles the check is rounded to coins. */
export function applyCash(open: number, cash: number, coins?: CashRounding): AppliedCash {
  const tendered = given(cash, ['tendered']);
  const due = coins ? cashDueOf(open, coins) : open;
  if (tendered >= due) return { tendered, applied: open, open: 0, change: tendered - due, rounding: due - open };
  const applied = Math.min(tendered, open);
  return { tendered, applied, open: open - applied, change: tendered - applied, rounding: 0 };
}
