import { currencies } from '@mycelium/schema/currencies';
import { z } from 'zod';

/** ISO 4217. */
export const currencySchema = z
  .string()
  .refine((code) => currencies.has(code), 'No such currency; use an ISO 4217 code, for example MXN');

/** A time that clocks show, `HH:MM`. */
export const timeOfDaySchema = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'A time of day is HH:MM, for example 04:00');
