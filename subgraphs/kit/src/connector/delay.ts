/** How long to wait before a call is made again; each time some chance is in it, so that many who failed together do not come back together. */
export interface Delay {
  grows: 'EXPONENTIAL' | 'LINEAR' | 'FIXED';
  firstMs: number;
  longestMs: number;
}

export const usualDelay: Delay = { grows: 'EXPONENTIAL', firstMs: 250, longestMs: 30_000 };

/** How long to wait after so many attempts; `chance` is from 0 to 1. */
export function delayAfter({ grows, firstMs, longestMs }: Delay, attempts: number, chance = Math.random()): number {
  const times = { EXPONENTIAL: 2 ** (attempts - 1), LINEAR: attempts, FIXED: 1 }[grows];
  return Math.min(firstMs * times, longestMs) * (0.75 + chance / 2);
}
