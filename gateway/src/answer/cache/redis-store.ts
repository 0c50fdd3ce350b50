import { randomUUID } from 'node:crypto';
import { FEED_CHANNELS } from '@mycelium/bus/feed-key';
import { Redis } from 'ioredis';
import type { Logger } from 'pino';
import { type CacheStore, EVERYONE } from './store.ts';

const PREFIX = 'mycelium:cache';
/** Longer than any answer is kept. */
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

/** In Redis, for all gateways: what a tenant's feed tells ends its generation. Not trusted while that cannot be heard. */
export function redisStore(url: string, log: Logger): CacheStore {
  const retryStrategy = (times: number) => Math.min(times * 100, 2000);
  const commands = new Redis(url, {
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    commandTimeout: COMMAND_TIMEOUT_MS,
    retryStrategy,
  });
  const ears = new Redis(url, { autoResubscribe: false, maxRetriesPerRequest: null, retryStrategy });
  let isTrusted = false;
  commands.on('error', () => {});
  ears.on('error', (error) => log.debug({ err: error }, 'the cache waits for Redis'));

  const end = async (scopes: readonly string[]): Promise<void> => {
    const work = commands.pipeline();
    for (const scope of scopes) work.set(generationKey(scope), randomUUID(), 'EX', GENERATION_SECONDS);
    for (const [error] of (await work.exec()) ?? []) if (error) throw error;
  };
  /** Who may have missed something drops everything. */
  const trustAgain = async (): Promise<void> => {
    await ears.psubscribe(`${FEED_CHANNELS}*`);
    await end(['all']);
    isTrusted = true;
  };
  const distrust = (error: unknown) => {
    isTrusted = false;
    log.warn({ err: error }, 'the cache is out of use until Redis is back');
    setTimeout(() => ears.status === 'ready' && trustAgain().catch(distrust), 1_000).unref();
  };
  const begin = () => {
    if (commands.status === 'ready' && ears.status === 'ready') trustAgain().catch(distrust);
  };
  ears.on('ready', begin);
  commands.on('ready', begin);
  for (const connection of [ears, commands]) {
    connection.on('close', () => {
      isTrusted = false;
    });
  }
  ears.on('pmessage', (_pattern, channel: string) => {
    end([channel.slice(FEED_CHANNELS.length), EVERYONE]).catch(distrust);
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
      ears.disconnect();
    },
  };
}

function generationKey(scope: string): string {
  return `${PREFIX}:generation:${scope}`;
}
