import { ACCESS_CHANNEL, REVOKED_KEY, REVOKED_MS, SIGNING_KEYS_REVOKED } from '@mycelium/kit/redis';
import { Redis } from 'ioredis';
import { LRUCache } from 'lru-cache';
import type { Logger } from 'pino';
import { z } from 'zod';

const messageSchema = z.object({ revoked: z.string().min(1) });

/** Whose access has ended before its time. */
export interface Revocations {
  /** Whether this session or credential was revoked lately. */
  has(id: string): boolean;
  /** Calls back at each revocation, and without an id when some may have been missed. */
  listen(listener: (id: string | undefined) => void): void;
  health(): string;
  close(): void;
}

/** Listens on Redis; without it tokens end by expiry and credentials by the age of the cache. */
export function openRevocations(redisUrl: string | undefined, log: Logger): Revocations {
  const revoked = new LRUCache<string, true>({ max: 100_000, ttl: REVOKED_MS });
  const listeners: ((id: string | undefined) => void)[] = [];
  const tell = (id: string | undefined) => {
    for (const listener of listeners) listener(id);
  };
  const base = {
    has: (id: string) => revoked.has(id),
    listen: (listener: (id: string | undefined) => void) => void listeners.push(listener),
  };
  if (!redisUrl) return { ...base, health: () => 'not used', close: () => {} };

  let state = 'connecting';
  let isClosed = false;
  const redis = new Redis(redisUrl, {
    maxRetriesPerRequest: null,
    retryStrategy: (times) => Math.min(times * 100, 2000),
  });
  // Whoever listens can ask nothing.
  const reader = redis.duplicate();
  reader.on('error', () => {});
  /** What was told while nobody listened here is written down; then everyone looks again. */
  const catchUp = async (): Promise<void> => {
    await redis.subscribe(ACCESS_CHANNEL);
    const missed = await reader.zrangebyscore(REVOKED_KEY, Date.now() - REVOKED_MS, '+inf');
    for (const id of missed) revoked.set(id, true);
    state = 'ok';
    tell(undefined);
  };
  redis.on('error', (error) => {
    if (state === 'ok') log.warn({ err: error }, 'Redis is away; revocations wait');
    state = error.message;
  });
  redis.on('close', () => {
    if (state === 'ok') state = 'connection closed';
  });
  redis.on('ready', () => {
    catchUp().catch((error: unknown) => {
      // What is closed before it was connected could not listen either.
      if (!isClosed) log.error({ err: error }, 'cannot listen for revocations');
    });
  });
  redis.on('message', (_channel, text) => {
    const message = messageSchema.safeParse(parseJson(text));
    if (!message.success) return log.warn('a message on the access channel that is not a revocation');
    // Whose token was signed by which key is not known here: let everyone look again.
    if (message.data.revoked === SIGNING_KEYS_REVOKED) return tell(undefined);
    revoked.set(message.data.revoked, true);
    tell(message.data.revoked);
  });

  return {
    ...base,
    health: () => state,
    close() {
      isClosed = true;
      redis.disconnect();
      reader.disconnect();
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
