import type { Fraction } from './fraction.ts';

/** Which whole number an exact one becomes. UP is away from zero, so that a refund is rounded as its sale was. */
export const roundings = ['HALF_UP', 'HALF_DOWN', 'HALF_EVEN', 'UP', 'DOWN'] as const;
export type Rounding = (typeof roundings)[number];

export function rounded({ over, under }: Fraction, rounding: Rounding): bigint {
  const size = over < 0n ? -over : over;
  const down = size / under;
  const whole = goesUp(rounding, size % under, under, down) ? down + 1n : down;
  return over < 0n ? -whole : whole;
}

function goesUp(rounding: Rounding, rest: bigint, under: bigint, down: bigint): boolean {
  if (rounding === 'UP') return rest > 0n;
  if (rounding === 'DOWN') return false;
  if (rest * 2n !== under) return rest * 2n > under;
  return rounding === 'HALF_UP' || (rounding === 'HALF_EVEN' && down % 2n === 1n);
}
