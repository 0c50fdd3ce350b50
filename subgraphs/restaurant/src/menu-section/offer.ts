import { z } from 'zod';
import { Channel } from '../channel.ts';

const ways = Object.values(Channel);

/** How and when a section or an item is sold, of an input; what is left out stays. */
export const offerSchema = {
  channels: z
    .array(z.enum(Channel))
    .max(100)
    .transform((named) => ways.filter((channel) => named.includes(channel)))
    .nullish(),
  dayPartIds: z
    .array(z.string())
    .max(50)
    .refine((ids) => new Set(ids).size === ids.length, { error: 'Name each once', params: { reason: 'TWICE' } })
    .nullish(),
};
