import { usageKey } from '@mycelium/kit/redis';
import type { Redis } from 'ioredis';

/** What a client asked on one day (UTC), and how often. A subscription counts once when it begins. */
export interface DailyUsage {
  client: string;
  /** `2026-11-21`. */
  day: string;
  operations: Record<string, number>;
  /** Registered ones, by the SHA-256 (hex) of their texts. */
  documents: Record<string, number>;
  /** The events that subscriptions delivered, by operation. */
  events: Record<string, number>;
  /** How often fields were asked, by coordinate: `Type.field`. */
  fields: Record<string, number>;
}

export const usageClientsKey = 'mycelium:usage';

/** What was counted on these days, of one client or of all; answers "who uses which field". */
export async function readUsage(
  redis: Redis,
  days: readonly string[],
  clients?: readonly string[],
): Promise<DailyUsage[]> {
  const wanted = clients ?? (await redis.smembers(usageClientsKey));
  const asked = wanted.flatMap((client) => days.map((day) => ({ client, day })));
  const read = asked.map(async ({ client, day }) => {
    const counts = Object.entries(await redis.hgetall(usageKey(client, day)));
    return {
      client,
      day,
      operations: counted(counts, 'operation '),
      documents: counted(counts, 'document '),
      events: counted(counts, 'events '),
      fields: counted(counts, 'field '),
    };
  });
  return (await Promise.all(read)).filter(
    ({ operations, events }) => Object.keys({ ...operations, ...events }).length > 0,
  );
}

function counted(counts: readonly [string, string][], prefix: string): Record<string, number> {
  return Object.fromEntries(
    counts.flatMap(([key, count]) => (key.startsWith(prefix) ? [[key.slice(prefix.length), Number(count)]] : [])),
  );
}
