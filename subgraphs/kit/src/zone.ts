import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';

/** A time zone by its IANA name, for example America/Chicago. */
export const zoneSchema = z
  .string()
  .refine(isZone, { message: 'There is no such time zone', params: { reason: 'WRONG_FORM' } });

function isZone(name: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name);
    return /^[A-Za-z]/.test(name);
  } catch {
    return false;
  }
}
