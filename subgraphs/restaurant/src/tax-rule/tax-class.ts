import { z } from 'zod';

/** What an item is taxed as, and what a tax is for: a code of the tenant's own. */
export const taxClassSchema = z
  .string()
  .regex(/^[A-Z0-9_]{1,40}$/, 'A tax class is a code such as STANDARD, ALCOHOL or 10_PERCENT');
