import { Invalid } from '@mycelium/kit/errors';
import { held } from './held.ts';
import type { CashRounding } from './order-to-total.ts';
import { rounded } from './rounding.ts';
import type { Step } from './step.ts';

/** What is due in cash, in the smallest coin; below zero where cash is given back. Only what is paid in cash is rounded. */
export function cashDueOf(due: number, { increment, rounding }: CashRounding, steps?: Step[]): number {
  if (!Number.isSafeInteger(increment) || increment < 1)
    throw new Invalid('The smallest coin is at least one minor unit.', ['cashRounding', 'increment'], {
      reason: 'NOT_A_COIN',
    });
  const coins = { over: BigInt(due), under: BigInt(increment) };
  const amount = held(rounded(coins, rounding) * BigInt(increment), ['cashRounding']);
  steps?.push({ step: 'CASH_DUE', input: due, exact: String(due), rounded: amount });
  return amount;
}
