import { Redis, type RedisOptions } from 'ioredis';
import type { Logger } from './log.ts';

/** The channel on which the gateway hears that a credential no longer works: `{ revoked: id }`. */
export const ACCESS_CHANNEL = 'mycelium:access';

/** The credentials that were revoked lately, and when: a gateway that did not hear of one, since it started later or Redis was away, reads it here. */
export const REVOKED_KEY = 'mycelium:revoked';

/** How long a revocation is kept: longer than an access token lives, also where clocks differ. */
export const REVOKED_MS = 20 * 60_000;

/** What that channel gives as `revoked` when access tokens of earlier signing keys no longer work. */
export const SIGNING_KEYS_REVOKED = 'signing-keys';

/** What an API client may ask, and under which terms: the hash that the gateway's PROTOCOL.md describes. */
export const operationsKey = (clientId: string): string => `mycelium:operations:${clientId}`;

/** The channel on which the gateway hears that such a list has changed: `{ client: id }`. */
export const OPERATIONS_CHANNEL = 'mycelium:operations';

/** What a client asked on a day (UTC, `2026-11-21`): the hash that the gateway's PROTOCOL.md describes. */
export const usageKey = (client: string, day: string): string => `mycelium:usage:${client}:${day}`;

/**
 * The client also sends commands that nobody waits for, to listen again when it is connected again for one, and so does what
 * stands on it. That one of them fails is known of the connection, and no reason for the process to end; who waits hears of it.
 */
class Connection extends Redis {
  override sendCommand(...[command, stream]: Parameters<Redis['sendCommand']>): unknown {
    command.promise.catch(() => undefined);
    return super.sendCommand(command, stream);
  }

  override duplicate(options: Partial<RedisOptions> = {}): Redis {
    return new Connection({ ...this.options, ...options } as Options);
  }
}

/** Answers have the shapes that they always had. */
type Options = RedisOptions & { replyMapping?: 'legacy' };

/** Makes a connection to Redis; all of ours are made here. */
export function connectRedis(url: string, options: Options): Redis {
  return new Connection(url, options);
}

/** A connection that waits for Redis to come back, for work that must not be dropped. */
export function patientRedis(url: string, log: Logger, options: Pick<RedisOptions, 'autoResubscribe'> = {}): Redis {
  return listenToErrors(connectRedis(url, { maxRetriesPerRequest: null, retryStrategy, ...options }), log);
}

/** A connection whose commands fail at once while Redis is away, for what a request can do without. */
export function hastyRedis(url: string, log: Logger): Redis {
  return listenToErrors(
    connectRedis(url, { enableOfflineQueue: false, maxRetriesPerRequest: 0, commandTimeout: 1000, retryStrategy }),
    log,
  );
}

/** Waits until the connection stands, or the time is over: without it, the first commands would fail though Redis is there. */
export async function whenReady(redis: Redis, ms = 2_000): Promise<void> {
  if (redis.status === 'ready') return;
  const { promise, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, ms);
  redis.once('ready', resolve);
  await promise;
  redis.off('ready', resolve);
  clearTimeout(timer);
}

function retryStrategy(times: number): number {
  return Math.min(50 * 2 ** Math.min(times, 5), 1000);
}

function listenToErrors(redis: Redis, log: Logger): Redis {
  let away = false;
  redis.on('error', (error: Error) => {
    if (!away) log.warn({ reason: error.message }, 'Redis is away');
    away = true;
  });
  redis.on('ready', () => {
    if (away) log.info('Redis is back');
    away = false;
  });
  return redis;
}
