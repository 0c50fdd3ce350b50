import { type Fraction, times, wholeFraction } from './fraction.ts';
import { given, givenDecimal, held, type Place } from './held.ts';
import type { Portion } from './order-to-total.ts';
import { type Rounding, rounded } from './rounding.ts';

const HUNDREDTH: Fraction = { over: 1n, under: 100n };

/** What a percentage or an amount takes of another amount: exactly, and rounded. */
export interface Taken {
  amount: number;
  exact: Fraction;
  /** What the amount was multiplied by, of a percentage. */
  factor?: Fraction;
}

export function takenOf(amount: number, portion: Portion, rounding: Rounding, place: Place): Taken {
  if (portion.kind === 'AMOUNT') {
    const fixed = given(portion.amount, [...place, 'amount']);
    return { amount: fixed, exact: wholeFraction(fixed) };
  }
  const factor = times(givenDecimal(portion.percent, [...place, 'percent']), HUNDREDTH);
  const exact = times(wholeFraction(amount), factor);
  return { amount: held(rounded(exact, rounding), place), exact, factor };
}
