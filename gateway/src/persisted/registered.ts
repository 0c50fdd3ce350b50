import { OPERATIONS_CHANNEL, operationsKey, patientRedis } from '@mycelium/kit/redis';
import { GraphQLError } from 'graphql';
import type { Redis } from 'ioredis';
import { LRUCache } from 'lru-cache';
import type { Logger } from 'pino';
import { z } from 'zod';
import { hashText } from './document-id.ts';
import type { AllowList } from './documents.ts';

const CLIENTS_KEPT = 1_000;

const messageSchema = z.object({ client: z.string().min(1) });

/** The lists that API clients have in Redis, as they are now: what was found is kept until a message says that the list has changed. */
export function openRegistered(redis: Redis, url: string, log: Logger): AllowList {
  const known = new LRUCache<string, Map<string, string>>({ max: CLIENTS_KEPT });

  let isClosed = false;
  const listener = patientRedis(url, log);
  // What was published while we were away is lost.
  listener.on('ready', () => known.clear());
  listener.on('message', (_channel, text) => {
    const message = messageSchema.safeParse(parseJson(text));
    if (message.success) known.delete(message.data.client);
    else known.clear();
  });
  listener.subscribe(OPERATIONS_CHANNEL).catch((error: unknown) => {
    if (!isClosed) log.error({ err: error }, 'cannot listen for changes of registered operations');
  });

  return {
    clients: () => [],
    async find(client, hash) {
      const documents = known.get(client) ?? new Map<string, string>();
      known.set(client, documents);
      const found = documents.get(hash);
      if (found !== undefined) return found;
      const text = await redis.hget(operationsKey(client), hash).catch((error: unknown) => {
        log.warn({ err: error, client }, 'a registered operation cannot be looked up');
        throw new GraphQLError('Registered operations cannot be looked up now.', {
          extensions: { code: 'UNAVAILABLE', service: 'gateway' },
        });
      });
      if (text === null) return undefined;
      if (hashText(text) !== hash) {
        log.error({ client, hash }, 'a registered operation has another hash than its id');
        return undefined;
      }
      documents.set(hash, text);
      return text;
    },
    close() {
      isClosed = true;
      listener.disconnect();
    },
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
