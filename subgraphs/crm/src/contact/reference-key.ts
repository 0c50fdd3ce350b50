import { z } from 'zod';
import type { ContactReference } from './contact-reference.ts';

const wrongSystem = { message: 'Small letters, digits, dots and hyphens', params: { reason: 'WRONG_FORM' } };

/** The id of a contact in another system, as it is given. */
export const referenceSchema = z.object({
  system: z
    .string()
    .trim()
    .toLowerCase()
    .max(40, 'At most 40 characters')
    .refine((text) => /^[a-z0-9][a-z0-9.-]*$/.test(text), wrongSystem),
  id: z.string().trim().min(1, 'Give it an id').max(200, 'At most 200 characters'),
});

/** How one is told from another. */
export function keyOfReference({ system, id }: ContactReference): string {
  return `${system} ${id}`;
}
