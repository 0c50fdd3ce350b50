import { openBell } from '@mycelium/kit/bell';
import { ACCESS_CHANNEL, connectRedis, REVOKED_KEY, REVOKED_MS, SIGNING_KEYS_REVOKED } from '@mycelium/kit/redis';
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
  /** Raised whenever the connection comes or goes. */
  let turn = 0;
  const bell = openBell(redisUrl, log);
  const reader = connectRedis(redisUrl, {
    maxRetriesPerRequest: null,
    retryStrategy: (times) => Math.min(times * 100, 2000),
  });
  reader.on('error', (error) => {
    if (state !== 'ok') state = error.message;
  });
  /** Reads what was revoked while nobody listened here; then everyone looks again. */
  const catchUp = async (): Promise<void> => {
    turn += 1;
    const mine = turn;
    const missed = await reader.zrangebyscore(REVOKED_KEY, Date.now() - REVOKED_MS, '+inf');
    for (const id of missed) revoked.set(id, true);
    if (mine === turn) state = 'ok';
    tell(undefined);
  };
  const hear = (text: string): void => {
    const message = messageSchema.safeParse(parseJson(text));
    if (!message.success) {
      log.warn('a message on the access channel that is not a revocation');
      return;
    }
    const { revoked: id } = message.data;
    // Whose token was signed by which key is not known here: let everyone look again.
    const isOfKeys = id === SIGNING_KEYS_REVOKED;
    if (!isOfKeys) revoked.set(id, true);
    tell(isOfKeys ? undefined : id);
  };
  void bell.listen(ACCESS_CHANNEL, {
    hear,
    missed() {
      catchUp().catch((error: unknown) => {
        if (!isClosed) log.error({ err: error }, 'what was revoked meanwhile could not be read');
      });
    },
    lost() {
      turn += 1;
      if (state === 'ok') log.warn('Redis is away; revocations wait');
      state = 'connection closed';
    },
  });

  return {
    ...base,
    health: () => state,
    close() {
      isClosed = true;
      bell.close();
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
