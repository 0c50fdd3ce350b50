/** How long something may take before it is noticed. */
export const LATE_AFTER_MS = 150;

/** Since when somebody has been on the way to a page: at first since the console was asked for. */
let leftAt: number | undefined = 0;

/** The way to another page has begun: what that page waits for has been waited for since then. */
export function beginWay(): void {
  leftAt = performance.now();
}

/** One is there. */
export function endWay(): void {
  leftAt = undefined;
}

/** In how many milliseconds a wait that is seen from now on will be noticed. */
export function untilLate(): number {
  return leftAt === undefined ? LATE_AFTER_MS : Math.max(0, LATE_AFTER_MS - (performance.now() - leftAt));
}
