import type { Redis } from 'ioredis';
import { callBus } from './library.ts';

/** What waits for a target after failures, or this event alone, may be leased at once; answers how many deliveries there were. */
export async function hastenTarget(
  redis: Redis,
  tenant: string,
  application: string,
  eventId?: string,
): Promise<number> {
  return Number(await callBus(redis, 'hasten', [], [tenant, application, ...(eventId ? [eventId] : [])]));
}

/** Forgets a target with all that waits for it. */
export async function forgetTarget(redis: Redis, tenant: string, application: string): Promise<void> {
  await callBus(redis, 'forget_target', [], [tenant, application]);
}
