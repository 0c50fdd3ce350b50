import { eventIn } from '@mycelium/bus/event-in';
import { queueKey } from '@mycelium/bus/keys';
import type { Context } from '@mycelium/kit/context';
import { parseInput } from '@mycelium/kit/input';
import { cursorsOf } from '@mycelium/kit/list-cursor';
import type { PageInfo } from '@mycelium/kit/page';
import type { Event } from '@mycelium/schema/event-type';
import { z } from 'zod';
import { readCounts } from '../health/counts.ts';

const requestSchema = z.object({
  first: z.int().min(1, 'A page has at least 1 entry').max(200, 'A page has at most 200 entries'),
  olderThanMs: z.int().min(0, 'An age is not below 0').nullish(),
});

/** A place in the order: the entry's time and number, and its channel. */
interface Place {
  entry: string;
  channel: string;
}

/** A delivery that has not ended. */
export interface OpenEntry {
  cursor: string;
  entry: string;
  event: Event;
  target: string;
}

export interface OpenEntries {
  entries: OpenEntry[];
  pageInfo: PageInfo;
  /** How many deliveries there are over all pages, without regard to their age. */
  totalCount: number;
}

export interface EntriesRequest {
  first: number;
  after?: string | null;
  source?: string;
  target?: string;
  olderThanMs?: number;
}

/** One page over all channels, oldest first: the streams' own order, merged. Reads as many entries of each channel as a page has. */
export async function readEntries(ctx: Context, tenant: string, request: EntriesRequest): Promise<OpenEntries> {
  const { redis } = ctx;
  const { first, olderThanMs } = parseInput(requestSchema, request, []);
  const cursors = cursorsOf(ctx, ['open entries', tenant, request.source, request.target]);
  const after = request.after == null ? undefined : placeOf(cursors.read(request.after));
  const counts = await readCounts(redis, tenant);
  const channels = counts.filter(
    ({ source, target, pending }) =>
      pending > 0 && (!request.source || source === request.source) && (!request.target || target === request.target),
  );
  const newest = olderThanMs ? String(Date.now() - olderThanMs) : '+';
  const found = await Promise.all(
    channels.map(async ({ source, target }) => {
      const from = after?.entry ?? '-';
      const entries = await redis.xrange(queueKey(tenant, source, target), from, newest, 'COUNT', first + 2);
      return entries.map(([entry, [, json]]) => ({ entry, channel: `${source}>${target}`, target, json }));
    }),
  );
  const rest = found
    .flat()
    .sort(byPlace)
    .filter((place) => !after || byPlace(place, after) > 0);
  const shown = rest.slice(0, first);
  const entries = shown.flatMap(({ entry, channel, target, json = '' }) => {
    const event = eventIn(json);
    return event ? [{ cursor: cursors.of(positionOf({ entry, channel })), entry, event, target }] : [];
  });
  const [start, end] = [shown[0], shown.at(-1)];
  return {
    entries,
    pageInfo: {
      hasNextPage: rest.length > first,
      hasPreviousPage: after !== undefined,
      startCursor: start && cursors.of(positionOf(start)),
      endCursor: end && cursors.of(positionOf(end)),
    },
    totalCount: channels.reduce((sum, { pending }) => sum + pending, 0),
  };
}

function byPlace(one: Place, other: Place): number {
  const [ms = 0, number = 0] = one.entry.split('-').map(Number);
  const [otherMs = 0, otherNumber = 0] = other.entry.split('-').map(Number);
  return ms - otherMs || number - otherNumber || one.channel.localeCompare(other.channel);
}

function positionOf({ entry, channel }: Place): string {
  return Buffer.from(`${entry} ${channel}`).toString('base64url');
}

function placeOf(position: string): Place {
  const [entry = '', channel = ''] = Buffer.from(position, 'base64url').toString().split(' ');
  return { entry, channel };
}
