import type { Redis } from 'ioredis';
import { offKey, outsideKey, unusedKey } from './keys.ts';

/**
 * The applications of a tenant that are sent nothing: products that are switched off, and those that it never had, unless a program
 * of its own takes what is sent to them.
 */
export async function readOff(redis: Redis, tenant: string): Promise<ReadonlySet<string>> {
  const [off, unused] = await Promise.all([redis.smembers(offKey(tenant)), redis.smembers(unusedKey(tenant))]);
  const outside = await Promise.all(unused.map((name) => redis.sismember(outsideKey(name), tenant)));
  return new Set([...off, ...unused.filter((_, index) => outside[index] === 0)]);
}

/** A tenant has these products from now on, whether on or off. */
export async function noteUsed(redis: Redis, tenant: string, products: readonly string[]): Promise<void> {
  if (products.length > 0) await redis.srem(unusedKey(tenant), ...products);
}

/** Says which of these products a tenant never had. */
export async function noteUnused(redis: Redis, tenant: string, products: readonly string[]): Promise<void> {
  if (products.length > 0) await redis.sadd(unusedKey(tenant), ...products);
}
