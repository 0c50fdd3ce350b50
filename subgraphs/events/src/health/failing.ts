import { failingKey } from '@mycelium/bus/keys';
import type { Redis } from 'ioredis';

/** What has failed in a channel since its last success. */
export interface Failing {
  since: Date;
  /** How many attempts in a row. */
  attempts: number;
  /** How many deliveries were given up meanwhile. */
  gaveUp: number;
}

/** The channels of a tenant whose last attempt failed, by `source>target`. */
export async function readFailing(redis: Redis, tenant: string): Promise<Map<string, Failing>> {
  const found = await redis.hgetall(failingKey(tenant));
  return new Map(
    Object.entries(found).map(([channel, text]) => {
      const [since = 0, attempts = 0, gaveUp = 0] = text.split(' ').map(Number);
      return [channel, { since: new Date(since), attempts, gaveUp }];
    }),
  );
}
