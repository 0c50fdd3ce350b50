import { bellOf } from '@mycelium/bus/keys';
import type { Redis } from 'ioredis';

/** Who is to be woken, by channel and tenant, over one connection. */
interface Belfry {
  connection: Redis;
  listeners: Map<string, Set<(tenant: string) => void>>;
}

const belfries = new WeakMap<Redis, Belfry>();

/**
 * Calls back when there is something for an application of a tenant, until the answer is called. All who listen share one connection
 * of the process; a ring that is lost with it is made good by their looking around by themselves.
 */
export async function listenToBell(
  redis: Redis,
  application: string,
  tenant: string,
  wake: () => void,
): Promise<() => void> {
  const belfry = belfries.get(redis) ?? openBelfry(redis);
  const { connection, listeners } = belfry;
  const channel = bellOf(application);
  const rung = (rungFor: string): void => {
    if (rungFor === tenant) wake();
  };
  const others = listeners.get(channel) ?? new Set();
  listeners.set(channel, others.add(rung));
  await connection.subscribe(channel);
  return () => {
    others.delete(rung);
    if (others.size > 0 || listeners.get(channel) !== others) return;
    listeners.delete(channel);
    if (listeners.size === 0) closeBelfry(redis, belfry);
    else connection.unsubscribe(channel).catch(() => undefined);
  };
}

function openBelfry(redis: Redis): Belfry {
  const patience = { enableOfflineQueue: true, maxRetriesPerRequest: null, commandTimeout: undefined };
  const belfry: Belfry = { connection: redis.duplicate(patience), listeners: new Map() };
  belfry.connection.on('error', () => undefined);
  belfry.connection.on('message', (channel: string, tenant: string) => {
    for (const rung of belfry.listeners.get(channel) ?? []) rung(tenant);
  });
  redis.once('end', () => closeBelfry(redis, belfry));
  belfries.set(redis, belfry);
  return belfry;
}

function closeBelfry(redis: Redis, belfry: Belfry): void {
  if (belfries.get(redis) === belfry) belfries.delete(redis);
  belfry.connection.disconnect();
}
