import { type Dinero, dinero, toSnapshot } from 'dinero.js/bigint';
import { exponentOf } from './currencies.ts';
import type { Amount } from './decimal.ts';

/** An amount to reckon with: dinero.js adds, multiplies and rounds it in whole numbers without a limit. */
export function reckon({ amount, currency }: Amount): Dinero<bigint> {
  const exponent = BigInt(exponentOf(currency));
  return dinero({ amount: BigInt(amount), currency: { code: currency, base: 10n, exponent } });
}

/** What was reckoned, in minor units again. Throws for parts of a minor unit, since only who reckoned knows how to round them, and for what no amount can hold. */
export function reckoned(result: Dinero<bigint>): Amount {
  const { amount, currency, scale } = toSnapshot(result);
  const divisor = 10n ** (scale > currency.exponent ? scale - currency.exponent : 0n);
  const factor = 10n ** (currency.exponent > scale ? currency.exponent - scale : 0n);
  if (amount % divisor !== 0n) throw new RangeError(`An amount of ${currency.code} was not rounded to minor units.`);
  return { amount: held((amount / divisor) * factor), currency: currency.code };
}

/**
 * Shares of an amount by weights, to the last minor unit: each gets its part rounded towards zero, and the units that are left
 * go to those who lost most by it, the first of equals first. Weights are whole numbers that are not negative, one of them
 * positive; a negative amount is shared like its opposite.
 */
export function sharesOf(amount: number, weights: readonly (number | bigint)[]): number[] {
  const parts = weights.map((weight) => BigInt(weight));
  const total = parts.reduce((sum, part) => sum + part, 0n);
  if (total <= 0n || parts.some((part) => part < 0n))
    throw new RangeError('Shares need a weight, and none below zero.');
  const whole = BigInt(Math.abs(amount));
  const shares = parts.map((part) => (whole * part) / total);
  const left = Number(whole - shares.reduce((sum, share) => sum + share, 0n));
  if (left > 0) {
    const lost = parts.map((part, at) => ({ at, remainder: (whole * part) % total }));
    // Equals stay in their order.
    const first = lost.toSorted(
      ({ remainder: one }, { remainder: other }) => Number(one < other) - Number(one > other),
    );
    for (const { at } of first.slice(0, left)) shares[at] = (shares[at] ?? 0n) + 1n;
  }
  return shares.map((share) => held(amount < 0 ? -share : share));
}

function held(amount: bigint): number {
  const number = Number(amount);
  if (!Number.isSafeInteger(number)) throw new RangeError('An amount has more digits than can be stored.');
  return number;
}
