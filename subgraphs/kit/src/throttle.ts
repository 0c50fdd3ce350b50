import type { Redis } from 'ioredis';
import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible';
import type { Context } from './context.ts';
import { RateLimited } from './errors.ts';

export interface Limit {
  /** What is limited; part of the key. */
  name: string;
  points: number;
  seconds: number;
}

const limiters = new WeakMap<Redis, Map<string, RateLimiterRedis>>();

/** Counts one try; throws RateLimited when there were too many. While Redis is away each process counts for itself. */
export async function countTry({ redis }: Context, limit: Limit, key: string): Promise<void> {
  try {
    await limiterOf(redis, limit).consume(key);
  } catch (rejection) {
    if (!(rejection instanceof RateLimiterRes)) throw rejection;
    throw tooMany(rejection);
  }
}

/**
 * Makes a try of which only the wrong ones count, and answers what was found, or undefined when it was wrong. It is counted
 * before it is looked at, so that of many at once no more are looked at than may be wrong, and taken back when it was right.
 */
export async function tryUnderLimit<Found>(
  ctx: Context,
  limit: Limit,
  key: string,
  look: () => Promise<Found | undefined>,
): Promise<Found | undefined> {
  return inTurn(limit, key, async () => {
    await countTry(ctx, limit, key);
    let wrong = false;
    try {
      const found = await look();
      wrong = found === undefined;
      return found;
    } finally {
      if (!wrong) await limiterOf(ctx.redis, limit).reward(key, 1);
    }
  });
}

interface Turns {
  taken: number;
  waiting: (() => void)[];
}

const turns = new Map<string, Turns>();

/** Does the work in turn: beyond as many tries as may be wrong, each waits for the outcome of those before, so that many right ones at once are not refused. */
async function inTurn<Result>({ name, points }: Limit, key: string, work: () => Promise<Result>): Promise<Result> {
  const id = `${name}:${key}`;
  const own = turns.get(id) ?? { taken: 0, waiting: [] };
  turns.set(id, own);
  if (own.taken === points) await new Promise<void>((resolve) => own.waiting.push(resolve));
  else own.taken += 1;
  try {
    return await work();
  } finally {
    const next = own.waiting.shift();
    if (next) next();
    else own.taken -= 1;
    if (own.taken === 0) turns.delete(id);
  }
}

/** How many tries are left before the next one is refused. */
export async function triesLeft({ redis }: Context, limit: Limit, key: string): Promise<number> {
  return (await limiterOf(redis, limit).get(key))?.remainingPoints ?? limit.points;
}

/** Forgets the tries so far. */
export async function forgetTries({ redis }: Context, limit: Limit, key: string): Promise<void> {
  await limiterOf(redis, limit).delete(key);
}

function tooMany({ msBeforeNext }: RateLimiterRes): RateLimited {
  const retryAfter = Math.max(1, Math.ceil(msBeforeNext / 1000));
  return new RateLimited(`Too many attempts; try again in ${retryAfter} seconds.`, retryAfter);
}

function limiterOf(redis: Redis, { name, points, seconds }: Limit): RateLimiterRedis {
  const ofRedis = limiters.get(redis) ?? new Map<string, RateLimiterRedis>();
  limiters.set(redis, ofRedis);
  const existing = ofRedis.get(name);
  if (existing) return existing;
  const limiter = new RateLimiterRedis({
    storeClient: redis,
    keyPrefix: `mycelium:limit:${name}`,
    points,
    duration: seconds,
    insuranceLimiter: new RateLimiterMemory({ points, duration: seconds }),
  });
  ofRedis.set(name, limiter);
  return limiter;
}
