import type { Viewer } from '@mycelium/kit/viewer';
import { GraphQLError } from 'graphql';
import type { Redis } from 'ioredis';
import { LRUCache } from 'lru-cache';
import { type RateLimiterAbstract, RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible';
import type { Metrics } from '../metrics.ts';
import type { Registered } from '../persisted/registered.ts';
import { type Bucket, bucketsOf, type Rates } from './rates.ts';

/** What is left after an operation, where the least is left. */
export interface Remainder {
  limit: number;
  remaining: number;
  /** Seconds. */
  reset: number;
}

/** Counts operations. */
export interface RateLimiter {
  /** Counts one of a viewer; undefined where nothing is limited; throws `RATE_LIMITED` when there were too many. */
  take(viewer: Viewer, address: string): Promise<Remainder | undefined>;
}

/** Limits nothing, in front of any supergraph. */
export const unlimited: RateLimiter = { take: async () => undefined };

interface Options {
  rates: Rates;
  registered: Pick<Registered, 'listOf'>;
  redis: Redis | undefined;
  metrics: Metrics;
}

/** How many different rates of single clients are kept. */
const LIMITERS_KEPT = 1_000;

/** Counts for all gateways in Redis; each for itself while Redis is away, or without it. */
export function limitRates({ rates, registered, redis, metrics }: Options): RateLimiter {
  const limiters = new LRUCache<string, RateLimiterAbstract>({ max: LIMITERS_KEPT });
  const limiterFor = (bucket: Bucket): RateLimiterAbstract => {
    const name = `${bucket.rate} ${bucket.points}`;
    const limiter = limiters.get(name) ?? limiterOf(bucket, redis);
    limiters.set(name, limiter);
    return limiter;
  };

  const consume = async (bucket: Bucket): Promise<Remainder> => {
    try {
      return remainderOf(bucket, await limiterFor(bucket).consume(bucket.key));
    } catch (rejection) {
      if (!(rejection instanceof RateLimiterRes)) throw rejection;
      metrics.rateLimited.inc({ rate: bucket.rate });
      throw rateLimited(remainderOf(bucket, rejection));
    }
  };

  return {
    async take(viewer, address) {
      let least: Remainder | undefined;
      // Who has a list that cannot be read is counted as everyone, and then refused.
      const list = viewer.kind === 'client' ? await registered.listOf(viewer.id).catch(() => undefined) : undefined;
      for (const bucket of bucketsOf(viewer, address, rates, list?.terms)) {
        const left = await consume(bucket);
        if (!least || left.remaining < least.remaining) least = left;
      }
      return least;
    },
  };
}

/** The headers that show a client how much it may still ask. */
export function rateHeaders({ limit, remaining, reset }: Remainder): Record<string, string> {
  return {
    'ratelimit-limit': String(limit),
    'ratelimit-remaining': String(remaining),
    'ratelimit-reset': String(reset),
  };
}

/** What an error of this limiter says is left, to be given in headers. */
export function remainderIn(error: unknown): Remainder | undefined {
  return error instanceof GraphQLError && error.extensions.code === 'RATE_LIMITED'
    ? { limit: Number(error.extensions.limit), remaining: 0, reset: Number(error.extensions.retryAfter) }
    : undefined;
}

function limiterOf({ rate, points, seconds }: Bucket, redis: Redis | undefined): RateLimiterAbstract {
  const memory = new RateLimiterMemory({ points, duration: seconds });
  if (!redis) return memory;
  return new RateLimiterRedis({
    storeClient: redis,
    keyPrefix: `mycelium:rate:${rate}`,
    points,
    duration: seconds,
    insuranceLimiter: memory,
  });
}

function remainderOf({ points }: Bucket, { remainingPoints, msBeforeNext }: RateLimiterRes): Remainder {
  return { limit: points, remaining: remainingPoints, reset: Math.max(1, Math.ceil(msBeforeNext / 1000)) };
}

function rateLimited({ limit, reset }: Remainder): GraphQLError {
  return new GraphQLError(`Too many operations; try again in ${reset} seconds.`, {
    extensions: { code: 'RATE_LIMITED', limit, retryAfter: reset, http: { status: 429 } },
  });
}
