import { parseEnv } from '@mycelium/kit/env';
import { z } from 'zod';

/** The seed of the kills; another one each time unless told. */
export const chaosSeed = (): number =>
  parseEnv({ CHAOS_SEED: z.coerce.number().int().optional() }).CHAOS_SEED ?? Math.floor(Math.random() * 2 ** 31);
