import type { Redis } from 'ioredis';
import { FEED_WINDOW_MS, feedKey } from '../redis.ts';
import type { Addressed } from './bus.ts';
import { callBus } from './library.ts';

/** Hands events to their feeds and to their targets, in one step. Answers how many were new to Redis. */
export async function handOver(
  redis: Redis,
  relay: { name: string; epoch: string },
  events: readonly Addressed[],
): Promise<number> {
  const state = `mycelium:relay:${relay.name}`;
  const args = events.flatMap(({ event, targets }) => [
    event.id,
    feedKey(event.feed),
    JSON.stringify(event),
    event.feed,
    event.source,
    event.type,
    event.orderingKey ?? '',
    JSON.stringify(targets),
  ]);
  return Number(await callBus(redis, 'hand_over', [state, `${state}:batch`], [relay.epoch, FEED_WINDOW_MS, ...args]));
}
