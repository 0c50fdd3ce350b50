import { startRedis } from '@mycelium/database/embedded/redis';
import { Redis } from 'ioredis';
import { afterAll, beforeAll } from 'vitest';

/** A Redis of their own for the tests that follow, and a connection to look into it. */
export function useRedis(): { readonly url: string; readonly redis: Redis } {
  let server: Awaited<ReturnType<typeof startRedis>>;
  let redis: Redis;
  beforeAll(async () => {
    server = await startRedis();
    redis = new Redis(server.url);
  });
  afterAll(async () => {
    redis.disconnect();
    await server.stop();
  });
  return {
    get url() {
      return server.url;
    },
    get redis() {
      return redis;
    },
  };
}
