import { lastChange } from '@mycelium/bus/last-change';
import { isLater } from '@mycelium/kit/feed-cursor';
import { momentForLoad } from '@mycelium/kit/follow';
import type { Redis } from 'ioredis';

/** Where the events of a tenant stand; when they have just changed, a moment before that, since what is loaded now may not have it. */
export async function eventsPosition(redis: Redis, tenant: string): Promise<string> {
  const last = await lastChange(redis, tenant);
  const before = `${await momentForLoad(redis)}-0`;
  return isLater(last, before) ? before : last;
}
