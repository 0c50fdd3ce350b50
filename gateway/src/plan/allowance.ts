/** How long one operation may be planned on the main thread, in milliseconds, and what was planned there in vain. */
export interface Allowance {
  now(): number;
  wasted(milliseconds: number): void;
}

/** Enough for a large operation, also while the machine is busy or the planner has only begun. */
const MOST_MS = 400;
/** Enough for almost all others. */
const LEAST_MS = 40;
/** What may be in vain in a minute; then there is the least until time has passed. */
const IN_VAIN_MS = 1_000;
const MINUTE_MS = 60_000;

/** Who sends what takes too long again and again has less and less of the main thread for it. */
export function createAllowance(clock: () => number = Date.now): Allowance {
  let vain = 0;
  let since = clock();
  const forget = (): void => {
    const now = clock();
    vain = Math.max(0, vain - ((now - since) * IN_VAIN_MS) / MINUTE_MS);
    since = now;
  };
  return {
    now() {
      forget();
      return Math.round(Math.min(MOST_MS, Math.max(LEAST_MS, IN_VAIN_MS - vain)));
    },
    wasted(milliseconds) {
      forget();
      vain += milliseconds;
    },
  };
}
