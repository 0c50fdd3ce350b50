import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Redis } from 'ioredis';
import { OutsideError } from './outside-error.ts';

/** A connection's tokens, where they are kept and how they are renewed. */
export interface TokenSource<Tokens> {
  /** What is kept, as it is now. */
  read(): Promise<Tokens>;
  /** Asks the vendor for new ones; those given may be spent by that. */
  refresh(tokens: Tokens): Promise<Tokens>;
  /** Resolves when they are kept, and not before. */
  save(tokens: Tokens): Promise<void>;
  /** What goes with each call. */
  headers(tokens: Tokens): Record<string, string>;
}

/** Who is let in, with tokens that are renewed when they are refused. */
export interface Login {
  headers(): Promise<Record<string, string>>;
  /** New tokens in place of those with which these headers were made. Answers false when there is no point in trying again. */
  renew(headers: Record<string, string>): Promise<boolean>;
}

/** How long one process renews for all: longer than a vendor takes, so that nobody else asks meanwhile. */
const LEASE_MS = 60_000;
const LOOK_MS = 100;
/** Tokens so young are not the reason of a refusal: a permission is missing. */
const YOUNG_MS = 60_000;

const UNLOCK = `if redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call('DEL', KEYS[1]) end`;

/** Renewals under way in this process, by connection. */
const renewals = new Map<string, Promise<boolean>>();

/**
 * Tokens of a connection that all processes share: however many calls are refused at once, one asks for new ones, and they are
 * kept before anybody uses them, since with them the old ones are spent.
 */
export function openLogin<Tokens>(redis: Redis, connection: string, source: TokenSource<Tokens>): Login {
  const youngKey = `mycelium:connection:${connection}:renewed`;

  async function renewAlone(refused: Record<string, string>): Promise<boolean> {
    return underLease(redis, `mycelium:connection:${connection}:renewal`, async () => {
      const kept = await source.read();
      if (!isSame(source.headers(kept), refused)) return true;
      if (await redis.exists(youngKey)) return false;
      await source.save(await source.refresh(kept));
      await redis.set(youngKey, '', 'PX', YOUNG_MS);
      return true;
    });
  }

  return {
    headers: async () => source.headers(await source.read()),
    renew(refused) {
      const underWay = renewals.get(connection);
      if (underWay) return underWay;
      const renewal = renewAlone(refused).finally(() => renewals.delete(connection));
      renewals.set(connection, renewal);
      return renewal;
    },
  };
}

function isSame(one: Record<string, string>, other: Record<string, string>): boolean {
  return Object.entries(one).every(([name, value]) => other[name] === value);
}

/** Work that one process does at a time. Without Redis nobody does it: two who spend the same token may lose the connection for good. */
async function underLease<Result>(redis: Redis, key: string, work: () => Promise<Result>): Promise<Result> {
  const token = randomUUID();
  const take = () =>
    redis.set(key, token, 'PX', LEASE_MS, 'NX').catch(() => {
      throw new OutsideError('Tokens cannot be renewed just now.', { code: 'LEFT_ALONE' }, true);
    });
  while (!(await take())) await sleep(LOOK_MS);
  try {
    return await work();
  } finally {
    await redis.eval(UNLOCK, 1, key, token).catch(() => undefined);
  }
}
