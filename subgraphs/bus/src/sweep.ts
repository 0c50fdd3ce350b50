import type { Redis } from 'ioredis';
import type { Channel } from './channel.ts';
import { callBus } from './library.ts';

/** Gives up the deliveries of a channel that were not acknowledged in time, or whose last lease ran out; answers how many, of so many at most. */
export async function sweepChannel(redis: Redis, { tenant, source, target }: Channel, most: number): Promise<number> {
  return Number(await callBus(redis, 'sweep', [], [tenant, source, target, most]));
}

/**
 * The sweeper says every so many milliseconds that the bus is at work; answers how long it was not, in milliseconds, when that
 * was longer. What waited then has as much more time, since nobody could have acknowledged it.
 */
export async function keepAwake(redis: Redis, everyMs: number): Promise<number> {
  return Math.max(0, Number(await callBus(redis, 'awake', [], [everyMs])));
}
