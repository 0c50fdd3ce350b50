import { z } from 'zod';

const line = (most: number) => z.string().trim().max(most, `At most ${most} characters`).nullish();

/** A postal address as it is given. */
export const addressSchema = z.object({
  label: line(40),
  street: line(300),
  city: line(100),
  postalCode: line(20),
  region: line(100),
  country: line(100),
});
