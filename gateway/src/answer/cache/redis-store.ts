import { randomUUID } from 'node:crypto';
import { FEED_CHANNELS } from '@mycelium/bus/feed-key';
import { openBell } from '@mycelium/kit/bell';
import { connectRedis } from '@mycelium/kit/redis';
import type { Logger } from 'pino';
import { type CacheStore, EVERYONE } from './store.ts';

const PREFIX = 'mycelium:cache';
/** How long a generation is kept: longer than any answer. */
const GENERATION_SECONDS = 86_400;
const COMMAND_TIMEOUT_MS = 250;
const LARGEST = 1_000_000;

/** One round trip: the generations of all and of a scope, and what is kept in them. */
const LOOK = `
local all = redis.call('get', KEYS[1]) or '0'
local own = redis.call('get', KEYS[2]) or '0'
local generation = all .. '.' .. own
local name = KEYS[3] .. generation .. ':' .. ARGV[1]
return { generation, redis.call('get', name), redis.call('ttl', name) }`;

/** Keeps answers in Redis, for all gateways: a change in a tenant's feed ends its generation. While feeds cannot be heard, nothing is read from it. */
export function redisStore(url: string, log: Logger): CacheStore {
  const retryStrategy = (times: number) => Math.min(times * 100, 2000);
  const commands = connectRedis(url, {
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    commandTimeout: COMMAND_TIMEOUT_MS,
    retryStrategy,
  });
  const bell = openBell(url, log);
  let isHearing = false;
  let isTrusted = false;
  /** Raised whenever something may have been missed. */
  let gaps = 0;
  commands.on('error', (error) => log.debug({ err: error }, 'the cache waits for Redis'));

  const end = async (scopes: readonly string[]): Promise<void> => {
    const work = commands.pipeline();
    for (const scope of scopes) work.set(generationKey(scope), randomUUID(), 'EX', GENERATION_SECONDS);
    for (const [error] of (await work.exec()) ?? []) if (error) throw error;
  };
  /** Who may have missed something drops everything. */
  const trustAgain = async (): Promise<void> => {
    const before = gaps;
    await end(['all']);
    isTrusted = gaps === before;
  };
  const distrust = (error: unknown) => {
    gaps += 1;
    isTrusted = false;
    log.warn({ err: error }, 'the cache is out of use until Redis is back');
    setTimeout(begin, 1_000).unref();
  };
  const begin = () => {
    if (isHearing && commands.status === 'ready') trustAgain().catch(distrust);
  };
  const miss = () => {
    gaps += 1;
    isTrusted = false;
  };
  commands.on('ready', begin);
  commands.on('close', miss);
  void bell.listenToPattern(`${FEED_CHANNELS}*`, {
    hear: (_position, channel) => void end([channel.slice(FEED_CHANNELS.length), EVERYONE]).catch(distrust),
    missed() {
      miss();
      isHearing = true;
      begin();
    },
    lost() {
      miss();
      isHearing = false;
    },
  });

  return {
    async look(scope, key) {
      if (!isTrusted) return undefined;
      try {
        const keys = [generationKey('all'), generationKey(scope), `${PREFIX}:answer:${scope}:`];
        const looked = await commands.eval(LOOK, keys.length, ...keys, key);
        const [generation, text, seconds] = looked as [string, string | null, number];
        return { generation, kept: text === null ? undefined : { text, seconds } };
      } catch (error) {
        log.debug({ err: error }, 'the cache did not answer');
        return undefined;
      }
    },
    async keep(scope, generation, key, text, seconds) {
      if (text.length > LARGEST) return;
      const name = `${PREFIX}:answer:${scope}:${generation}:${key}`;
      await commands.set(name, text, 'EX', seconds).catch((error) => log.debug({ err: error }, 'not cached'));
    },
    drop: (scopes) => end(scopes).catch(distrust),
    close() {
      commands.disconnect();
      bell.close();
    },
  };
}

function generationKey(scope: string): string {
  return `${PREFIX}:generation:${scope}`;
}
