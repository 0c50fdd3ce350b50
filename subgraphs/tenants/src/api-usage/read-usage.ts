import type { Context } from '@mycelium/kit/context';
import { Unavailable } from '@mycelium/kit/errors';
import { parseInput } from '@mycelium/kit/input';
import { usageKey } from '@mycelium/kit/redis';
import { z } from 'zod';
import type { ApiUsage } from './api-usage.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

const daysSchema = z.number().int().min(1, 'It is at least 1 day').max(90, 'It is at most 90 days');

/** The counts of one day, by what was counted. */
export interface Day {
  day: string;
  counts: Readonly<Record<string, string>>;
}

/** What a client asked on these last days (UTC), today among them, as the gateways counted it. */
export async function readUsage(ctx: Context, clientId: string, given: number, field?: string): Promise<ApiUsage> {
  const length = parseInput(daysSchema, given, ['days']);
  const days = Array.from({ length }, (_, back) => dayOf(Date.now() - back * DAY_MS));
  const batch = ctx.redis.pipeline();
  for (const day of days) batch.hgetall(usageKey(clientId, day));
  const answers = await batch.exec().catch(() => undefined);
  if (!answers || answers.some(([error]) => error)) throw new Unavailable('Redis');
  const counted = answers.map(([, hash], index) => ({
    day: days[index] ?? '',
    counts: hash as Record<string, string>,
  }));
  return summed(counted, field);
}

/** Adds up the counts of days, the newest first, whose fields are named as the gateway's PROTOCOL.md says. */
export function summed(days: readonly Day[], field = ''): ApiUsage {
  const operations = total(days, 'operation ');
  const events = total(days, 'events ');
  const names = [...new Set([...operations.keys(), ...events.keys()])];
  const wanted = field.trim().toLowerCase();
  return {
    operations: names
      .map((name) => {
        const [asked, delivered] = [operations.get(name), events.get(name)];
        const lastDay = [asked?.lastDay ?? '', delivered?.lastDay ?? ''].toSorted()[1] ?? '';
        return { name, count: asked?.count ?? 0, events: delivered?.count ?? 0, lastDay };
      })
      .sort((one, other) => other.count - one.count || one.name.localeCompare(other.name)),
    fields: [...total(days, 'field ')]
      .filter(([coordinate]) => coordinate.toLowerCase().includes(wanted))
      .map(([coordinate, sum]) => ({ coordinate, ...sum }))
      .sort((one, other) => other.count - one.count || one.coordinate.localeCompare(other.coordinate)),
  };
}

function total(days: readonly Day[], prefix: string): Map<string, { count: number; lastDay: string }> {
  const totals = new Map<string, { count: number; lastDay: string }>();
  for (const { day, counts } of days) {
    for (const [key, count] of Object.entries(counts)) {
      if (!key.startsWith(prefix)) continue;
      const name = key.slice(prefix.length);
      const known = totals.get(name);
      totals.set(name, { count: (known?.count ?? 0) + Number(count), lastDay: known?.lastDay ?? day });
    }
  }
  return totals;
}

function dayOf(milliseconds: number): string {
  return new Date(milliseconds).toISOString().slice(0, 10);
}
