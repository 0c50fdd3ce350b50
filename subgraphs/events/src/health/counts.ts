import { applicationKey, dayKey, pausedKey, pausesKey, queueKey, totalsKey } from '@mycelium/bus/keys';
import { conditionChanged } from '@mycelium/schema/subgraphs/events';
import type { Redis } from 'ioredis';
import { z } from 'zod';
import { isEndpoint } from '../webhook-endpoint/application.ts';
import { type Failing, readFailing } from './failing.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/** What the counters say of one channel. */
export interface ChannelCounts {
  source: string;
  target: string;
  /** Deliveries that were published and have not ended. */
  pending: number;
  /** How many of the pending failed before, and will be tried again. */
  retrying: number;
  /** Deliveries that were given up, and lie among the failed events. */
  stored: number;
  /** How many were published, and ended how, since the channel began. */
  published: number;
  acknowledged: number;
  failed: number;
  timeout: number;
}

const whats = ['pending', 'retrying', 'stored', 'published', 'acknowledged', 'failed', 'timeout'] as const;

/** The counters of all channels between applications of a tenant, in one read. */
export async function readCounts(redis: Redis, tenant: string): Promise<ChannelCounts[]> {
  return (await readTotals(redis, tenant)).filter((channel) => !isEndpoint(channel.target) && !isInside(channel));
}

/** What the platform sends itself, such as the conditions that alerts come from, is nothing that applications send each other. */
export function isInside({ source, target }: { source: string; target: string }): boolean {
  return source === conditionChanged.source && target === conditionChanged.source;
}

/** What waits for an endpoint, what was given up, and what has failed since the last success. */
export interface EndpointCounts
  extends Pick<ChannelCounts, 'pending' | 'stored'>,
    Pick<Failing, 'attempts' | 'gaveUp'> {}

/** The counters of each webhook endpoint of a tenant, over all that send to it. */
export async function readEndpointCounts(redis: Redis, tenant: string): Promise<Map<string, EndpointCounts>> {
  const sums = new Map<string, EndpointCounts>();
  const [totals, failures] = await Promise.all([readTotals(redis, tenant), readFailing(redis, tenant)]);
  for (const { source, target, pending, stored } of totals) {
    if (!isEndpoint(target)) continue;
    const sum = sums.get(target) ?? { pending: 0, stored: 0, attempts: 0, gaveUp: 0 };
    const { attempts = 0, gaveUp = 0 } = failures.get(`${source}>${target}`) ?? {};
    sums.set(target, {
      pending: sum.pending + pending,
      stored: sum.stored + stored,
      attempts: sum.attempts + attempts,
      gaveUp: sum.gaveUp + gaveUp,
    });
  }
  return sums;
}

async function readTotals(redis: Redis, tenant: string): Promise<ChannelCounts[]> {
  const channels = new Map<string, ChannelCounts>();
  for (const [field, value] of Object.entries(await redis.hgetall(totalsKey(tenant)))) {
    const { channel, what } = parseField(field);
    const [source = '', target = ''] = channel.split('>');
    const counts = channels.get(channel) ?? {
      source,
      target,
      pending: 0,
      retrying: 0,
      stored: 0,
      published: 0,
      acknowledged: 0,
      failed: 0,
      timeout: 0,
    };
    channels.set(channel, counts);
    const known = whats.find((each) => each === what);
    if (known) counts[known] = Math.max(0, Number(value));
  }
  return [...channels.values()].sort(
    (one, other) => one.source.localeCompare(other.source) || one.target.localeCompare(other.target),
  );
}

function parseField(field: string): { channel: string; what: string } {
  const at = field.indexOf('|');
  return { channel: field.slice(0, at), what: field.slice(at + 1) };
}

/** What ended in a channel within a window, and how long it took. */
export interface WindowCounts {
  acknowledged: number;
  failed: number;
  timeout: number;
  /** How many took so long, by the half power of two of the milliseconds. */
  took: Map<number, number>;
}

/** What counters by `<source>><target>|<what>` say of each channel. */
export function windowsOf(entries: readonly (readonly [field: string, value: string])[]): Map<string, WindowCounts> {
  const channels = new Map<string, WindowCounts>();
  for (const [field, value] of entries) {
    const { channel, what } = parseField(field);
    const counts = channels.get(channel) ?? { acknowledged: 0, failed: 0, timeout: 0, took: new Map() };
    channels.set(channel, counts);
    const bucket = /^took\|(\d+)$/.exec(what)?.[1];
    if (bucket) counts.took.set(Number(bucket), (counts.took.get(Number(bucket)) ?? 0) + Number(value));
    else if (what === 'acknowledged' || what === 'failed' || what === 'timeout') counts[what] += Number(value);
  }
  return channels;
}

/** The windows of all channels of a tenant, by `source>target`, since the day began (UTC). */
export async function readToday(redis: Redis, tenant: string): Promise<Map<string, WindowCounts>> {
  const fields = await redis.hgetall(dayKey(tenant, Math.floor(Date.now() / DAY_MS)));
  return windowsOf(Object.entries(fields).map(([field, value]) => [field.replace(/\|(?!took\|)[^|]*\|/, '|'), value]));
}

/** Within which time this share of the deliveries was acknowledged, in milliseconds: the upper end of its bucket. */
export function quantile(took: ReadonlyMap<number, number>, share: number): number | undefined {
  const buckets = [...took].sort(([one], [other]) => one - other);
  const all = buckets.reduce((sum, [, count]) => sum + count, 0);
  let seen = 0;
  for (const [bucket, count] of buckets) {
    seen += count;
    if (seen >= all * share) return Math.round(2 ** ((bucket + 1) / 2));
  }
  return undefined;
}

/** How an application's breaker stands. */
export interface Breaker {
  state: 'CLOSED' | 'OPEN' | 'HALF_OPEN';
  since?: Date;
  openUntil?: Date;
}

export async function readBreakers(
  redis: Redis,
  tenant: string,
  targets: readonly string[],
): Promise<Map<string, Breaker>> {
  const states = await Promise.all(
    targets.map((target) => redis.hmget(applicationKey(tenant, target), 'breaker', 'since', 'openUntil')),
  );
  return new Map(
    targets.map((target, index) => {
      const [state, since, openUntil] = states[index] ?? [];
      const known = state === 'OPEN' || state === 'HALF_OPEN' ? state : 'CLOSED';
      return [target, { state: known, since: asDate(since), openUntil: asDate(openUntil) }];
    }),
  );
}

/** Who stopped a channel, and when; of one that was stopped by a program of ours that is not known. */
export type Pause = { by?: { kind: string; id: string }; at?: Date };

const pauseSchema = z.object({ kind: z.string(), id: z.string(), at: z.number() });

/** The channels that are stopped, by `source>target`. */
export async function readPaused(redis: Redis, tenant: string): Promise<Map<string, Pause>> {
  const [paused, told] = await Promise.all([redis.smembers(pausedKey(tenant)), redis.hgetall(pausesKey(tenant))]);
  return new Map(
    paused.map((channel) => {
      const json = told[channel];
      if (!json) return [channel, {}];
      const { at, ...by } = pauseSchema.parse(JSON.parse(json));
      return [channel, { by, at: new Date(at) }];
    }),
  );
}

/** When the oldest delivery of each of these channels was published, by `source>target`. */
export async function readOldest(
  redis: Redis,
  tenant: string,
  channels: readonly { source: string; target: string }[],
): Promise<Map<string, { eventId: string; publishedAt: Date }>> {
  const found = await Promise.all(
    channels.map(({ source, target }) => redis.xrange(queueKey(tenant, source, target), '-', '+', 'COUNT', 1)),
  );
  return new Map(
    channels.flatMap(({ source, target }, index) => {
      const [entry] = found[index] ?? [];
      if (!entry) return [];
      const [at, fields] = entry;
      return [[`${source}>${target}`, { eventId: fields[3] ?? '', publishedAt: new Date(Number(at.split('-')[0])) }]];
    }),
  );
}

function asDate(ms: string | null | undefined): Date | undefined {
  return ms ? new Date(Number(ms)) : undefined;
}
