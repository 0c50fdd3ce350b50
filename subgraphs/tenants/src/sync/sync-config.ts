import { z } from 'zod';

const source = z.enum(['LOCAL', 'REMOTE', 'BOTH'], 'Say LOCAL, REMOTE or BOTH').default('BOTH');

/** How a product's catalogue and the menu are kept the same. */
export const syncConfigSchema = z.strictObject({
  /** PUSH takes nothing over from the product. */
  direction: z.enum(['PUSH', 'BOTH'], 'Say PUSH or BOTH').default('BOTH'),
  /** Whose word counts for a field; BOTH asks the policy when both sides changed it. */
  sources: z.strictObject({ name: source, description: source, price: source, available: source }).prefault({}),
  policy: z
    .enum(['LOCAL_WINS', 'REMOTE_WINS', 'NEWEST', 'MANUAL'], 'Say LOCAL_WINS, REMOTE_WINS, NEWEST or MANUAL')
    .default('LOCAL_WINS'),
  /** A run that would remove, or set the price to zero of, more of the items than this stops for confirmation. */
  confirmAbovePercent: z.number().min(0).max(100, 'This is a percentage from 0 to 100').default(20),
  /** How often a call to the product is made before the run fails. */
  attempts: z.number().int().min(1).max(10, 'This is a number from 1 to 10').default(4),
});
export type SyncConfig = z.infer<typeof syncConfigSchema>;
