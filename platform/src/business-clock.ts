import { openClock } from '@mycelium/kit/clock';
import { canMoveClock } from '@mycelium/kit/env';
import type { Logger } from '@mycelium/kit/log';
import { hastyRedis, whenReady } from '@mycelium/kit/redis';
import type { Env } from './env.ts';
import type { Shutdown } from './shutdown.ts';

/** What time it is for the business, for those whom we play: their clocks follow ours when it is moved. */
export async function followClock(env: Env, redisUrl: string, log: Logger, shutdown: Shutdown): Promise<() => Date> {
  const redis = hastyRedis(redisUrl, log);
  await whenReady(redis);
  const clock = await openClock(redis, { canBeMoved: canMoveClock(env) });
  shutdown.defer(() => {
    clock.close();
    redis.disconnect();
  });
  return clock.now;
}
