import type { Redis } from 'ioredis';
import { changesKey } from './keys.ts';

const BEFORE_ALL = '0-0';

/** The position of the last change of what is counted of a tenant: another one each time, and later. */
export async function lastChange(redis: Redis, tenant: string): Promise<string> {
  const [last] = await redis.xrevrange(changesKey(tenant), '+', '-', 'COUNT', 1);
  return last?.[0] ?? BEFORE_ALL;
}
