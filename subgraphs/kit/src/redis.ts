import { readFileSync } from 'node:fs';
import type { Event } from '@mycelium/schema/events';
import { Redis } from 'ioredis';
import type { Logger } from './log.ts';

const library = readFileSync(new URL('./redis-functions.lua', import.meta.url), 'utf8');

/** How long a feed is kept, and so how far back a subscription can resume. */
export const FEED_WINDOW_MS = 24 * 60 * 60 * 1000;

/** What the keys and channels of all feeds begin with. */
export const FEED_CHANNELS = 'mycelium:feed:';
export const feedKey = (feed: string): string => `${FEED_CHANNELS}${feed}`;
export const applicationKey = (application: string): string => `mycelium:events:${application}`;

/** The channel on which the gateway hears that a credential is good no more: `{ revoked: id }`. */
export const ACCESS_CHANNEL = 'mycelium:access';

/** Told there as `revoked` when no access token of an earlier signing key is good any more. */
export const SIGNING_KEYS_REVOKED = 'signing-keys';

/** What an API client may ask, and under which terms: the hash that the gateway's PROTOCOL.md describes. */
export const operationsKey = (clientId: string): string => `mycelium:operations:${clientId}`;

/** The channel on which the gateway hears that such a list has changed: `{ client: id }`. */
export const OPERATIONS_CHANNEL = 'mycelium:operations';

/** What a client asked on a day (UTC, `2026-11-21`): the hash that the gateway's PROTOCOL.md describes. */
export const usageKey = (client: string, day: string): string => `mycelium:usage:${client}:${day}`;

/** A connection that waits for Redis to come back, for work that must not be dropped. */
export function patientRedis(url: string, log: Logger): Redis {
  return listenToErrors(new Redis(url, { maxRetriesPerRequest: null, retryStrategy }), log);
}

/** A connection whose commands fail at once while Redis is away, for what a request can do without. */
export function hastyRedis(url: string, log: Logger): Redis {
  return listenToErrors(
    new Redis(url, { enableOfflineQueue: false, maxRetriesPerRequest: 0, commandTimeout: 1000, retryStrategy }),
    log,
  );
}

/** Hands events to their feeds and to the streams of their targets, in one step. Answers how many were new to Redis. */
export async function handOver(
  redis: Redis,
  relay: { name: string; epoch: string },
  events: readonly { event: Event; targets: readonly string[] }[],
): Promise<number> {
  const state = `mycelium:relay:${relay.name}`;
  const args = events.flatMap(({ event, targets }) => [
    event.id,
    feedKey(event.feed),
    JSON.stringify(event),
    JSON.stringify(targets.map(applicationKey)),
  ]);
  const call = () =>
    redis.fcall('mycelium_hand_over', 2, state, `${state}:batch`, relay.epoch, FEED_WINDOW_MS, Date.now(), ...args);
  try {
    return Number(await call());
  } catch (error) {
    if (!(error instanceof Error) || !/function not found/i.test(error.message)) throw error;
    await redis.function('LOAD', 'REPLACE', library);
    return Number(await call());
  }
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
