import type { Logger } from 'pino';
import type { Cache } from './cached-operations.ts';
import { type CacheSeconds, cacheSecondsSchema } from './lifetime.ts';
import { memoryStore } from './memory-store.ts';
import { redisStore } from './redis-store.ts';

/** The cache that was asked for, if one was. */
export function openCache(
  given: CacheSeconds | undefined,
  redisUrl: string | undefined,
  log: Logger,
): Cache | undefined {
  if (!given) return undefined;
  const seconds = cacheSecondsSchema.parse(given);
  return { seconds, store: redisUrl ? redisStore(redisUrl, log) : memoryStore() };
}
