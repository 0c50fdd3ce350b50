import type { Redis } from 'ioredis';

/** Hears what is said in a channel of Redis; `missed` when something may have been said while Redis was away. */
interface Listener {
  hear(message: string): void;
  missed(): void;
}

interface Ear {
  connection: Redis;
  listeners: Map<string, Set<Listener>>;
}

/** One connection for all who listen in this process. */
const ears = new WeakMap<Redis, Ear>();

/** Listens until what it resolves with is called. */
export async function listen(redis: Redis, channel: string, listener: Listener): Promise<() => void> {
  const ear = ears.get(redis) ?? openEar(redis);
  const own = ear.listeners.get(channel) ?? new Set();
  ear.listeners.set(channel, own.add(listener));
  await ear.connection.subscribe(channel);
  return () => {
    own.delete(listener);
    if (own.size > 0 || ear.listeners.get(channel) !== own) return;
    ear.listeners.delete(channel);
    if (ear.listeners.size > 0) {
      ear.connection.unsubscribe(channel).catch(() => undefined);
      return;
    }
    ears.delete(redis);
    ear.connection.disconnect();
  };
}

function openEar(redis: Redis): Ear {
  const connection = redis.duplicate({
    enableOfflineQueue: true,
    maxRetriesPerRequest: null,
    commandTimeout: undefined,
  });
  const ear: Ear = { connection, listeners: new Map() };
  connection.on('error', () => undefined);
  connection.on('message', (channel: string, message: string) => {
    for (const { hear } of ear.listeners.get(channel) ?? []) hear(message);
  });
  connection.on('ready', () => {
    for (const own of ear.listeners.values()) for (const { missed } of own) missed();
  });
  ears.set(redis, ear);
  return ear;
}
