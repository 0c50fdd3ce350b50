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

/** Throws RateLimited when the tries counted so far are as many as there may be; counts nothing itself. */
export async function checkTries({ redis }: Context, limit: Limit, key: string): Promise<void> {
  const tries = await limiterOf(redis, limit).get(key);
  if (tries && tries.consumedPoints >= limit.points) throw tooMany(tries);
}

/** Forgets the tries so far. */
export async function forgetTries({ redis }: Context, limit: Limit, key: string): Promise<void> {
  await limiterOf(redis, limit).delete(key);
}

function tooMany({ msBeforeNext }: RateLimiterRes): RateLimited {
  const retryAfter = Math.max(1, Math.ceil(msBeforeNext / 1000));
  return new RateLimited(`Too many tries; wait ${retryAfter} seconds.`, retryAfter);
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
