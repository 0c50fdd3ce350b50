import { minuteKey } from '@mycelium/bus/keys';
import type { Redis } from 'ioredis';
import { LRUCache } from 'lru-cache';
import { type WindowCounts, windowsOf } from './counts.ts';

/** What ended within a minute, by `source>target`. */
type Minute = ReadonlyMap<string, WindowCounts>;

const MINUTE_MS = 60_000;
const MINUTES = 60;
/** A step may end just after its minute, so the last two are read again. */
const MAY_CHANGE = 2;
/** The minutes that are over, by tenant: their counts no longer change, so a process reads each once from its Redis. */
const over = new WeakMap<Redis, LRUCache<string, ReadonlyMap<number, Minute>>>();

/** The deliveries that ended in each minute of the last hour in which some did, counted, oldest first. */
export async function readHour(
  redis: Redis,
  tenant: string,
  now = Math.floor(Date.now() / MINUTE_MS),
): Promise<ReadonlyMap<number, Minute>> {
  const kept = over.get(redis) ?? new LRUCache({ max: 5_000 });
  over.set(redis, kept);
  const known = kept.get(tenant);
  const wanted = Array.from({ length: MINUTES }, (_, index) => now - MINUTES + 1 + index);
  const missing = wanted.filter((minute) => !known?.has(minute));
  const reads = redis.pipeline();
  for (const minute of missing) reads.hgetall(minuteKey(tenant, minute));
  const answers = (await reads.exec()) ?? [];
  const fresh = new Map(
    missing.map((minute, index) => {
      const [error, fields] = answers[index] ?? [];
      if (error) throw error;
      return [minute, windowsOf(Object.entries((fields ?? {}) as Record<string, string>))];
    }),
  );
  const hour = new Map(wanted.map((minute) => [minute, fresh.get(minute) ?? known?.get(minute) ?? new Map()]));
  kept.set(tenant, new Map([...hour].slice(0, -MAY_CHANGE)));
  return hour;
}

/** The windows of all channels of a tenant, by `source>target`, over the last hour. */
export async function readLastHour(redis: Redis, tenant: string): Promise<ReadonlyMap<string, WindowCounts>> {
  return sumOf(await readHour(redis, tenant));
}

/** The same, of minutes that were read. */
export function sumOf(minutes: ReadonlyMap<number, Minute>): ReadonlyMap<string, WindowCounts> {
  const channels = new Map<string, WindowCounts>();
  for (const minute of minutes.values()) {
    for (const [channel, counts] of minute) {
      const sum = channels.get(channel) ?? { acknowledged: 0, failed: 0, timeout: 0, took: new Map<number, number>() };
      channels.set(channel, sum);
      sum.acknowledged += counts.acknowledged;
      sum.failed += counts.failed;
      sum.timeout += counts.timeout;
      for (const [bucket, count] of counts.took) sum.took.set(bucket, (sum.took.get(bucket) ?? 0) + count);
    }
  }
  return channels;
}
