import type { Redis } from 'ioredis';
import { z } from 'zod';
import { FEED_WINDOW_MS, feedKey } from './feed-key.ts';
import { callBus } from './library.ts';
import type { Addressed } from './publish.ts';

/** An event that Redis refuses, and would refuse again. */
export interface Unhanded {
  id: string;
  reason: Error;
}

const answerSchema = z.tuple([z.number(), z.array(z.string())]);

/**
 * A relay hands events over to their feeds and to their targets, in one step; throws when a newer relay is at work. Answers the events
 * that could not be handed over; all others are.
 */
export async function handOver(
  redis: Redis,
  relay: { name: string; epoch: string },
  events: readonly Addressed[],
): Promise<Unhanded[]> {
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
  const answer = await callBus(redis, 'hand_over', [state, `${state}:batch`], [relay.epoch, FEED_WINDOW_MS, ...args]);
  const [, refused] = answerSchema.parse(answer);
  return Array.from({ length: refused.length / 2 }, (_, at) => ({
    id: refused[at * 2] ?? '',
    reason: new Error(refused[at * 2 + 1]),
  }));
}
