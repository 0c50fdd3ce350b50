import { minuteKey } from '@mycelium/bus/keys';
import type { Redis } from 'ioredis';
import { LRUCache } from 'lru-cache';
import type { WindowCounts } from '../health/counts.ts';

export type Ended = Pick<WindowCounts, 'acknowledged' | 'failed' | 'timeout'>;
/** What ended within a minute, by `source>target`. */
type Minute = ReadonlyMap<string, Ended>;

const MINUTES = 60;
/** A step may end just after its minute, so the last two are read again. */
const MAY_CHANGE = 2;
/** The minutes that are over, by tenant: their counts no longer change, so a process reads each once from its Redis. */
const over = new WeakMap<Redis, LRUCache<string, ReadonlyMap<number, Minute>>>();

/** The deliveries that ended in each minute of the last hour in which some did, counted, oldest first. */
export async function readHour(redis: Redis, tenant: string, now: number): Promise<ReadonlyMap<number, Minute>> {
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
      return [minute, parseMinute((fields ?? {}) as Record<string, string>)];
    }),
  );
  const hour = new Map(wanted.map((minute) => [minute, fresh.get(minute) ?? known?.get(minute) ?? new Map()]));
  kept.set(tenant, new Map([...hour].slice(0, -MAY_CHANGE)));
  return hour;
}

function parseMinute(fields: Record<string, string>): Minute {
  const channels = new Map<string, Ended>();
  for (const [field, value] of Object.entries(fields)) {
    const [channel = '', what] = field.split('|');
    if (what !== 'acknowledged' && what !== 'failed' && what !== 'timeout') continue;
    const ended = channels.get(channel) ?? { acknowledged: 0, failed: 0, timeout: 0 };
    ended[what] += Number(value);
    channels.set(channel, ended);
  }
  return channels;
}
