import type { Redis } from 'ioredis';
import { ALL_TENANTS } from './read-queues.ts';

/** Nobody who watches sees more. */
const EVERY_MS = 250;

/** The channel on which it is said that the tasks of a tenant, or of anybody, have changed. */
export const queuesKey = (tenantId: string): string => `mycelium:queues:${tenantId}`;

const waiting = new WeakMap<Redis, Set<string>>();
const changes = new WeakMap<Redis, number>();

/** Rises each time that this process announced a change. */
export function queueChanges(redis: Redis): number {
  return changes.get(redis) ?? 0;
}

/** Says that the tasks of these tenants have changed, a few times a second at most, and never too early. */
export function tellQueues(redis: Redis, tenantIds: Iterable<string | undefined>): void {
  changes.set(redis, queueChanges(redis) + 1);
  const known = waiting.get(redis);
  const all = known ?? new Set<string>();
  all.add(ALL_TENANTS);
  for (const tenantId of tenantIds) if (tenantId) all.add(tenantId);
  if (known) return;
  waiting.set(redis, all);
  setTimeout(() => {
    waiting.delete(redis);
    // Who watches sees it with the next change when Redis is away now.
    for (const tenantId of all) redis.publish(queuesKey(tenantId), '').catch(() => undefined);
  }, EVERY_MS).unref();
}
