import { sharesOf } from '@mycelium/schema/reckon';
import { type Fraction, textOf } from './fraction.ts';

export type Weight = number | bigint;

/** Shares of an amount by weights, which may all be zero where the amount is. */
export function sharesAmong(amount: number, weights: readonly Weight[]): number[] {
  if (amount === 0) return weights.map(() => 0);
  return weights.length === 1 ? [amount] : sharesOf(amount, weights);
}

/** The parts before they are rounded, as text. */
export function partsAmong(amount: number, weights: readonly Weight[]): string[] {
  const parts = weights.map((weight) => BigInt(weight));
  const under = parts.reduce((sum, part) => sum + part, 0n);
  const part = (weight: bigint): Fraction =>
    under === 0n ? { over: 0n, under: 1n } : { over: BigInt(amount) * weight, under };
  return parts.map((weight) => textOf(part(weight)));
}
