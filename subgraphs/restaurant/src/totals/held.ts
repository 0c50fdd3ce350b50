import { Invalid } from '@mycelium/kit/errors';
import { type Fraction, fractionOf } from './fraction.ts';

/** Where in an order a value stands: `['lines', 2, 'quantity']`. */
export type Place = readonly (string | number)[];

/** A result as it is stored, or the refusal of one that no amount can hold. */
export function held(amount: bigint | number, place: Place): number {
  const number = Number(amount);
  if (Number.isSafeInteger(number)) return number === 0 ? 0 : number;
  throw new Invalid('This comes to more than an amount can hold.', place, { reason: 'TOO_LARGE' });
}

export function sumOf(amounts: readonly number[], place: Place): number {
  return amounts.reduce((sum, amount) => held(sum + amount, place), 0);
}

/** A given amount, which is whole and not negative. */
export function given(amount: number, place: Place): number {
  if (Number.isSafeInteger(amount) && amount >= 0) return amount;
  throw new Invalid('An amount is a whole number that is not negative.', place, { reason: 'NOT_AN_AMOUNT' });
}

export function givenDecimal(decimal: string, place: Place): Fraction {
  const fraction = fractionOf(decimal);
  if (fraction) return fraction;
  throw new Invalid('Write a decimal number that is not negative, for example 2.25.', place, {
    reason: 'NOT_A_DECIMAL',
  });
}
