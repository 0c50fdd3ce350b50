import { z } from 'zod';

export const moveSchema = z.union([
  z.strictObject({ to: z.iso.datetime({ offset: true }) }),
  z.strictObject({ by: z.coerce.number<number | string>().int() }),
]);
/** To a moment, or by milliseconds; by 0 goes back to what the clock stood on. */
export type Move = z.input<typeof moveSchema>;

/** What time it is at the vendor. What is promised to callers, like a rate limit or how long a token lives, is real time all the same. */
export interface Clock {
  now(): Date;
  move(move: Move): void;
}

/** Stands on another clock, which may itself be moved, and runs as fast as that one. */
export function openClock(base: () => Date = () => new Date()): Clock {
  let aheadMs = 0;
  return {
    now: () => new Date(base().getTime() + aheadMs),
    move(move) {
      const asked = moveSchema.parse(move);
      if ('to' in asked) aheadMs = Date.parse(asked.to) - base().getTime();
      else aheadMs = asked.by === 0 ? 0 : aheadMs + asked.by;
    },
  };
}
