import type { GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import type { Cache } from './cached-operations.ts';
import { type CacheSeconds, cacheSecondsSchema } from './lifetime.ts';
import { memoryStore } from './memory-store.ts';
import { redisStore } from './redis-store.ts';

/** The cache that was asked for; throws when it names a type that is not there. */
export function openCache(
  given: CacheSeconds | undefined,
  schema: GraphQLSchema,
  redisUrl: string | undefined,
  log: Logger,
): Cache | undefined {
  if (!given) return undefined;
  const seconds = cacheSecondsSchema.parse(given);
  const unknown = Object.keys(seconds).filter((name) => !schema.getType(name));
  if (unknown.length > 0)
    throw new Error(`The cache is told of types that are not in the graph: ${unknown.join(', ')}.`);
  return { seconds, store: redisUrl ? redisStore(redisUrl, log) : memoryStore() };
}
