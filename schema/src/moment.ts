import { z } from 'zod';

export const NO_MOMENT =
  'A moment is written as in RFC 3339, for example 2026-11-20T18:30:00Z, of the years 1970 to 9999';

const FIRST = 0;
const BEHIND_LAST = Date.UTC(10_000, 0);
/** What zod leaves to choice, RFC 3339 does not. */
const WITH_SECONDS = /T\d\d:\d\d:\d\d/;

/** A moment as text: a real date with its time, its seconds and its offset. */
export const momentSchema = z.iso
  .datetime({ offset: true, error: NO_MOMENT })
  .refine((text) => WITH_SECONDS.test(text) && isKept(new Date(text)), {
    error: NO_MOMENT,
    params: { reason: 'WRONG_FORM' },
  });

/** The moment that a text says, or undefined for what is none. */
export function readMoment(text: unknown): Date | undefined {
  const read = momentSchema.safeParse(text);
  return read.success ? new Date(read.data) : undefined;
}

function isKept(date: Date): boolean {
  const time = date.getTime();
  return time >= FIRST && time < BEHIND_LAST;
}
