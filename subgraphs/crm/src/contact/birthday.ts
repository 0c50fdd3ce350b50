import type { Context } from '@mycelium/kit/context';
import { readDate } from '@mycelium/kit/tables/date-cells';
import { z } from 'zod';
import type { Contact } from './contact.ts';

/** A day as ISO 8601, or one of each year as --03-09. */
export const birthdaySchema = z
  .string()
  .trim()
  .transform((text, check) => {
    const day = readDate(text, 'YMD');
    if (day !== undefined) return day || null;
    check.addIssue({ code: 'custom', message: 'This is no day', params: { reason: 'WRONG_FORM' } });
    return z.NEVER;
  });

export function birthdayOf({ vault }: Context, { sealedBirthday }: Contact): string | null {
  return sealedBirthday ? vault.open(sealedBirthday) : null;
}

/** As its column keeps it; what is left out is left out. */
export function sealBirthday(
  { vault }: Pick<Context, 'vault'>,
  birthday: string | null | undefined,
): string | null | undefined {
  return birthday ? vault.seal(birthday) : birthday;
}
