import { z } from 'zod';

/** What breaks the line, and what turns the direction of all that follows. */
const BREAKS = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u;
const SHOWS = /[\p{L}\p{N}\p{P}\p{S}]/u;

/** The name that people give to somebody or something: one line that can be seen, since it stands in e-mails, lists and logs beside words of ours. */
export function nameOf(most: number, missing: string) {
  return z
    .string()
    .trim()
    .min(1, missing)
    .max(most, `A name has at most ${most} characters`)
    .refine((name) => !BREAKS.test(name) && SHOWS.test(name), {
      message: 'A name is one line of visible characters',
      params: { reason: 'WRONG_FORM' },
    });
}
