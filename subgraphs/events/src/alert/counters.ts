import { readOff } from '@mycelium/bus/off';
import type { Redis } from 'ioredis';
import { readBreakers, readCounts, readEndpointCounts, readOldest, readPaused } from '../health/counts.ts';
import { readHour, sumOf } from '../health/hour.ts';
import { readTakers } from '../health/takers.ts';
import type { Counters } from './conditions.ts';

const MINUTE_MS = 60_000;

/** What the rules look at, of one tenant. */
export async function readCounters(redis: Redis, tenant: string): Promise<Counters> {
  const now = Date.now();
  const [channels, endpoints, paused, off, minutes] = await Promise.all([
    readCounts(redis, tenant),
    readEndpointCounts(redis, tenant),
    readPaused(redis, tenant),
    readOff(redis, tenant),
    readHour(redis, tenant, Math.floor(now / MINUTE_MS)),
  ]);
  const targets = [...new Set(channels.map(({ target }) => target))];
  const [breakers, takers, oldest] = await Promise.all([
    readBreakers(redis, tenant, targets),
    readTakers(redis, tenant, targets),
    readOldest(
      redis,
      tenant,
      channels.filter(({ pending }) => pending > 0),
    ),
  ]);
  const lastAcknowledged = new Map<string, number>();
  for (const [minute, ended] of minutes) {
    for (const [channel, counts] of ended) {
      // Minutes come oldest first; within the newest it may have been just now.
      if (counts.acknowledged > 0) lastAcknowledged.set(channel, (minute + 1) * MINUTE_MS);
    }
  }
  return {
    channels,
    endpoints,
    hour: sumOf(minutes),
    lastAcknowledged,
    oldest,
    breakers,
    paused: new Set(paused.keys()),
    off,
    ...takers,
    now,
  };
}
