import type { Event } from '@mycelium/schema/event-type';
import type { Redis } from 'ioredis';
import { callBus } from './library.ts';

/** `ENDED`: this job has delivered the event before, and that delivery has ended since. */
export type Redelivered = 'DELIVERED' | 'UNDER_WAY' | 'ENDED';

export interface Redelivery {
  isReplay: boolean;
  /** The event lay among those that were given up. */
  wasStored: boolean;
  /** The job that asks; it delivers an event to a target once, however often it asks. */
  job?: string;
}

/** Delivers an event once more to one target, under the id that it has, unless a delivery of it is under way. */
export async function redeliverEvent(
  redis: Redis,
  event: Event,
  application: string,
  { isReplay, wasStored, job = '' }: Redelivery,
): Promise<Redelivered> {
  const { feed, id, source, type, orderingKey = '' } = event;
  const args = [feed, application, id, source, type, orderingKey, JSON.stringify(event)];
  const answer = await callBus(redis, 'redeliver', [], [...args, isReplay ? 1 : '', wasStored ? 1 : '', job]);
  return answer as Redelivered;
}
