import type { Viewer } from '@mycelium/kit/viewer';
import { GraphQLError } from 'graphql';
import type { Redis } from 'ioredis';
import { type RateLimiterAbstract, RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible';
import type { Metrics } from '../observe.ts';
import { bucketsOf, type Rate, type Rates } from './settings.ts';

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

/** In front of any supergraph: nothing is limited. */
export const unlimited: RateLimiter = { take: async () => undefined };

/** Counts for all gateways in Redis; each for itself while Redis is away, or without it. */
export function limitRates(rates: Rates, redis: Redis | undefined, metrics: Metrics): RateLimiter {
  const limiters: Record<keyof Rates, RateLimiterAbstract> = {
    address: limiterOf('address', rates.address, redis),
    apiKey: limiterOf('apiKey', rates.apiKey, redis),
    tenant: limiterOf('tenant', rates.tenant, redis),
    viewer: limiterOf('viewer', rates.viewer, redis),
  };

  const consume = async (rate: keyof Rates, key: string): Promise<Remainder> => {
    try {
      return remainderOf(rates[rate], await limiters[rate].consume(key));
    } catch (rejection) {
      if (!(rejection instanceof RateLimiterRes)) throw rejection;
      metrics.rateLimited.inc({ rate });
      throw rateLimited(remainderOf(rates[rate], rejection));
    }
  };

  return {
    async take(viewer, address) {
      let least: Remainder | undefined;
      for (const { rate, key } of bucketsOf(viewer, address)) {
        const left = await consume(rate, key);
        if (!least || left.remaining < least.remaining) least = left;
      }
      return least;
    },
  };
}

/** The headers that tell a client how much it may still ask. */
export function rateHeaders({ limit, remaining, reset }: Remainder): Record<string, string> {
  return {
    'ratelimit-limit': String(limit),
    'ratelimit-remaining': String(remaining),
    'ratelimit-reset': String(reset),
  };
}

/** What an error of this limiter says is left, to be told in headers. */
export function remainderIn(error: unknown): Remainder | undefined {
  return error instanceof GraphQLError && error.extensions.code === 'RATE_LIMITED'
    ? { limit: Number(error.extensions.limit), remaining: 0, reset: Number(error.extensions.retryAfter) }
    : undefined;
}

function limiterOf(name: string, { points, seconds }: Rate, redis: Redis | undefined): RateLimiterAbstract {
  const memory = new RateLimiterMemory({ points, duration: seconds });
  if (!redis) return memory;
  return new RateLimiterRedis({
    storeClient: redis,
    keyPrefix: `mycelium:rate:${name}`,
    points,
    duration: seconds,
    insuranceLimiter: memory,
  });
}

function remainderOf({ points }: Rate, { remainingPoints, msBeforeNext }: RateLimiterRes): Remainder {
  return { limit: points, remaining: remainingPoints, reset: Math.max(1, Math.ceil(msBeforeNext / 1000)) };
}

function rateLimited({ limit, reset }: Remainder): GraphQLError {
  return new GraphQLError(`Too many operations; wait ${reset} seconds.`, {
    extensions: { code: 'RATE_LIMITED', limit, retryAfter: reset, http: { status: 429 } },
  });
}
