import type { Redis } from 'ioredis';
import { z } from 'zod';
import { callBus } from './library.ts';

/** The way from one application of a tenant to another. */
export interface Channel {
  tenant: string;
  source: string;
  target: string;
}

/** Stops a channel, so that what is published waits, or lets it go on; answers whether that was new. */
export async function pauseChannel(
  redis: Redis,
  { tenant, source, target }: Channel,
  isPaused: boolean,
): Promise<boolean> {
  return Number(await callBus(redis, 'pause', [], [tenant, source, target, isPaused ? 1 : 0])) === 1;
}

/** Recounts the deliveries of a channel and puts its counters right; answers what the counters said and what is true. */
export async function recountChannel(redis: Redis, { tenant, source, target }: Channel) {
  const answer = z.array(z.number()).parse(await callBus(redis, 'recount', [], [tenant, source, target]));
  const [saidPending = 0, pending = 0, saidRetrying = 0, retrying = 0] = answer;
  return { pending: { said: saidPending, is: pending }, retrying: { said: saidRetrying, is: retrying } };
}
