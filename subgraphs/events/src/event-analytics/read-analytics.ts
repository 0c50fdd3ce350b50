import { dayKey } from '@mycelium/bus/keys';
import type { Context } from '@mycelium/kit/context';
import { csvOf } from '@mycelium/kit/csv';
import { Invalid } from '@mycelium/kit/errors';
import { cursorsOf } from '@mycelium/kit/list-cursor';
import type { Redis } from 'ioredis';
import { isInside } from '../health/counts.ts';
import type { EventAnalytics, EventAnalyticsExport } from './analytics.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
/** How many days the bus keeps the counts of a day. */
const DAYS_KEPT = 92;
const USUAL_DAYS = 30;
const TOP = 10;

const whats = ['published', 'acknowledged', 'failed', 'timeout', 'retried', 'replayed'] as const;
type Counts = Record<(typeof whats)[number], number>;

const none = (): Counts => ({ published: 0, acknowledged: 0, failed: 0, timeout: 0, retried: 0, replayed: 0 });

/** What was counted of one type in one channel on one day. */
interface Row extends Counts {
  day: string;
  source: string;
  target: string;
  eventType: string;
}

/** Days since the epoch, the first and the last one included. */
interface Span {
  first: number;
  last: number;
}

/** The days that two moments name; the last 30 when left out. */
export function spanOf(from?: Date | null, to?: Date | null, now = Date.now()): Span {
  const last = Math.floor((to?.getTime() ?? now) / DAY_MS);
  const first = from ? Math.floor(from.getTime() / DAY_MS) : last - USUAL_DAYS + 1;
  if (first > last) throw new Invalid('It ends before it begins.', ['to'], { reason: 'ENDS_BEFORE_IT_BEGINS' });
  if (last - first >= DAYS_KEPT)
    throw new Invalid(`At most ${DAYS_KEPT} days at a time.`, ['from'], { reason: 'TOO_MANY_DAYS', limit: DAYS_KEPT });
  return { first, last };
}

const nameOf = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, 10);

async function readDays(redis: Redis, tenant: string, { first, last }: Span): Promise<Row[]> {
  const days = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  const reads = redis.pipeline();
  for (const day of days) reads.hgetall(dayKey(tenant, day));
  const found = (await reads.exec()) ?? [];
  return found.flatMap(([error, fields], index) => {
    if (error) throw error;
    return rowsOf(nameOf(days[index] ?? first), fields as Record<string, string>);
  });
}

function rowsOf(day: string, fields: Record<string, string>): Row[] {
  const rows = new Map<string, Row>();
  for (const [field, value] of Object.entries(fields)) {
    const [channel = '', eventType = '', told = ''] = field.split('|');
    const what = whats.find((each) => each === told);
    if (!what) continue;
    const [source = '', target = ''] = channel.split('>');
    if (isInside({ source, target })) continue;
    const key = `${channel}|${eventType}`;
    const row = rows.get(key) ?? { day, source, target, eventType, ...none() };
    rows.set(key, row);
    row[what] += Number(value);
  }
  return [...rows].sort(([one], [other]) => one.localeCompare(other)).map(([, row]) => row);
}

const sumOf = (rows: readonly Row[]): Counts => {
  const sum = none();
  for (const row of rows) for (const what of whats) sum[what] += row[what];
  return sum;
};

/** The counts of the rows with the same names, added up. */
function groupBy<Names extends object>(rows: readonly Row[], names: (row: Row) => Names): (Names & Counts)[] {
  const groups = Map.groupBy(rows, (row) => JSON.stringify(names(row)));
  return [...groups].map(([key, own]) => ({ ...(JSON.parse(key) as Names), ...sumOf(own) }));
}

const mostPublished = (one: Counts, other: Counts): number => other.published - one.published;
const trouble = ({ failed, timeout }: Counts): number => failed + timeout;

/** What was counted over some days, without a row of the database. */
export async function readAnalytics(redis: Redis, tenant: string, span: Span): Promise<EventAnalytics> {
  const rows = await readDays(redis, tenant, span);
  const byDay = Map.groupBy(rows, ({ day }) => day);
  const days = Array.from({ length: span.last - span.first + 1 }, (_, index) => nameOf(span.first + index));
  return {
    from: new Date(span.first * DAY_MS),
    to: new Date((span.last + 1) * DAY_MS),
    days: days.map((day) => ({ day, ...sumOf(byDay.get(day) ?? []) })),
    types: groupBy(rows, ({ eventType }) => ({ eventType })).sort(mostPublished),
    channels: groupBy(rows, ({ source, target }) => ({ source, target })).sort(mostPublished),
    topFailures: groupBy(rows, ({ eventType, source, target }) => ({ eventType, source, target }))
      .filter((each) => trouble(each) > 0)
      .sort((one, other) => trouble(other) - trouble(one))
      .slice(0, TOP),
  };
}

/** A table of some days, from the one after `after`. */
export async function exportAnalytics(
  ctx: Context,
  tenant: string,
  { first, last }: Span,
  days: number,
  after?: string,
): Promise<EventAnalyticsExport> {
  if (days < 1 || days > 31) throw new Invalid('A page has 1 to 31 days.', ['first']);
  const cursors = cursorsOf(ctx, ['event analytics', tenant]);
  const from = after === undefined ? first : Math.max(first, Number(cursors.read(after)) + 1);
  const until = Math.min(last, from + days - 1);
  const rows = from > last ? [] : await readDays(ctx.redis, tenant, { first: from, last: until });
  return {
    csv: csvOf(
      ['day', 'source', 'target', 'eventType', ...whats],
      rows.map((row) => [row.day, row.source, row.target, row.eventType, ...whats.map((what) => row[what])]),
    ),
    hasNextPage: until < last,
    endCursor: from > last ? undefined : cursors.of(String(until)),
  };
}
