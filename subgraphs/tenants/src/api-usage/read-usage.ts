import type { Context } from '@mycelium/kit/context';
import { Unavailable } from '@mycelium/kit/errors';
import { parseInput } from '@mycelium/kit/input';
import { usageKey } from '@mycelium/kit/redis';
import { z } from 'zod';
import type { ApiUsage } from './api-usage.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

const daysSchema = z.number().int().min(1, 'It is at least 1 day').max(90, 'It is at most 90 days');

/** What a client asked on these last days (UTC), today among them, as the gateways counted it. */
export async function readUsage(ctx: Context, clientId: string, given: number): Promise<ApiUsage> {
  const days = parseInput(daysSchema, given, ['days']);
  const batch = ctx.redis.pipeline();
  for (let back = 0; back < days; back += 1) batch.hgetall(usageKey(clientId, dayOf(Date.now() - back * DAY_MS)));
  const answers = await batch.exec().catch(() => undefined);
  const hashes = answers?.map(([error, hash]) => (error ? undefined : (hash as Record<string, string>)));
  if (!hashes || hashes.includes(undefined)) throw new Unavailable('Redis');
  return summed(hashes.filter((hash) => hash !== undefined));
}

/** Adds up the counts of days, whose fields are named as the gateway's PROTOCOL.md tells. */
export function summed(days: readonly Record<string, string>[]): ApiUsage {
  const operations = total(days, 'operation ');
  const events = total(days, 'events ');
  const names = new Set([...operations.keys(), ...events.keys()]);
  return {
    operations: [...names]
      .map((name) => ({ name, count: operations.get(name) ?? 0, events: events.get(name) ?? 0 }))
      .sort((one, other) => other.count - one.count || one.name.localeCompare(other.name)),
    fields: [...total(days, 'field ')]
      .map(([coordinate, count]) => ({ coordinate, count }))
      .sort((one, other) => other.count - one.count || one.coordinate.localeCompare(other.coordinate)),
  };
}

function total(days: readonly Record<string, string>[], prefix: string): Map<string, number> {
  const totals = new Map<string, number>();
  for (const [key, count] of days.flatMap((day) => Object.entries(day))) {
    if (!key.startsWith(prefix)) continue;
    const name = key.slice(prefix.length);
    totals.set(name, (totals.get(name) ?? 0) + Number(count));
  }
  return totals;
}

function dayOf(milliseconds: number): string {
  return new Date(milliseconds).toISOString().slice(0, 10);
}
