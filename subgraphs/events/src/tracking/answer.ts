import { z } from 'zod';

/** How a delivery ended, as the bus keeps it for a while. Times in ms. */
export const answerSchema = z.object({
  status: z.enum(['ACKNOWLEDGED', 'FAILED', 'TIMEOUT']),
  source: z.string(),
  type: z.string(),
  published: z.number(),
  leased: z.number(),
  ended: z.number(),
  attempts: z.number(),
  by: z.string(),
  data: z.record(z.string(), z.unknown()).nullable(),
});
export type Answer = z.infer<typeof answerSchema>;

export function answerOf(json: string | undefined): Answer {
  return answerSchema.parse(JSON.parse(json ?? '{}'));
}
