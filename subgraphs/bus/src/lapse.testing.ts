import type { Redis } from 'ioredis';
import { readyKey, readySourcesKey } from './keys.ts';

/** As if the lease of what an application has leased first of a source were over. */
export async function lapse(redis: Redis, tenant: string, source: string, application: string): Promise<void> {
  const due = `mycelium:bus:due:${tenant}:${source}>${application}`;
  const [entry = ''] = await redis.zrange(due, '0', '-1');
  await redis
    .multi()
    .zadd(due, '0', entry)
    .zadd(readySourcesKey(tenant, application), '0', source)
    .zadd(readyKey(application), '0', tenant)
    .exec();
}
