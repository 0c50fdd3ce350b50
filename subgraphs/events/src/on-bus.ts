import type { Context } from '@mycelium/kit/context';
import { Refusal, Unavailable } from '@mycelium/kit/errors';
import type { Redis } from 'ioredis';

/** Does something with the event bus; while Redis is away, that is what the client is told. */
export async function onBus<Result>({ redis, log }: Context, work: (redis: Redis) => Promise<Result>): Promise<Result> {
  try {
    return await work(redis);
  } catch (error) {
    if (error instanceof Refusal || redis.status === 'ready') throw error;
    log.warn({ err: error }, 'the event bus did not answer');
    throw new Unavailable('The event bus');
  }
}
