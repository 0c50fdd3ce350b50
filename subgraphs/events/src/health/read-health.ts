import { settingsKey } from '@mycelium/bus/keys';
import { lastChange } from '@mycelium/bus/last-change';
import { readOff } from '@mycelium/bus/off';
import { NotFound } from '@mycelium/kit/errors';
import type { Redis } from 'ioredis';
import { adviceFor, earliest, type Judged } from './advise.ts';
import { quantile, readBreakers, readCounts, readOldest, readPaused, type WindowCounts } from './counts.ts';
import { readFailing } from './failing.ts';
import {
  type ApplicationHealth,
  BreakerState,
  ChannelStatus,
  type CommunicationChannel,
  type CommunicationMatrix,
  type Latency,
  StorageMode,
  type SyncHealth,
} from './health.ts';
import { readLastHour } from './hour.ts';
import { Standing, standingOf, worstOf } from './standing.ts';
import { isNobodys, readTakers } from './takers.ts';

/** failed / (failed + pending): healthy below 50 %, unhealthy from 90 % or when nothing succeeds any more. */
function statusOf(failed: number, pending: number, standing: Standing): ChannelStatus {
  const rate = rateOf(failed, pending);
  if (standing === Standing.FAILING || rate >= 0.9) return ChannelStatus.UNHEALTHY;
  return rate >= 0.5 ? ChannelStatus.DEGRADED : ChannelStatus.HEALTHY;
}

function rateOf(failed: number, pending: number): number {
  return failed === 0 ? 0 : failed / (failed + pending);
}

/** Every channel of a tenant, from counters alone: one read of the totals, one of the hour, one of what waits longest. */
export async function readChannels(redis: Redis, tenant: string): Promise<Judged[]> {
  const [counts, window, paused, failures, off] = await Promise.all([
    readCounts(redis, tenant),
    readLastHour(redis, tenant),
    readPaused(redis, tenant),
    readFailing(redis, tenant),
    readOff(redis, tenant),
  ]);
  const targets = [...new Set(counts.map(({ target }) => target))];
  const [breakers, takers, oldest] = await Promise.all([
    readBreakers(redis, tenant, targets),
    readTakers(redis, tenant, targets),
    readOldest(
      redis,
      tenant,
      counts.filter(({ pending }) => pending > 0),
    ),
  ]);
  return counts.map(({ source, target, pending, retrying, stored }) => {
    const channel = `${source}>${target}`;
    const { state, since: brokenSince } = breakers.get(target) ?? { state: 'CLOSED' };
    const breaker = BreakerState[state];
    const { acknowledged = 0, failed = 0, timeout = 0, took = new Map() } = window.get(channel) ?? {};
    const ended = acknowledged + failed + timeout;
    const waiting = oldest.get(channel);
    const failing = failures.get(channel);
    const isBroken = breaker === BreakerState.OPEN;
    const facts = {
      isOff: off.has(target),
      isPaused: paused.has(channel),
      isNobodys: isNobodys({ source, target }, takers),
      pending,
      failed: stored,
      acknowledgedLastHour: acknowledged,
      failedLastHour: failed + timeout,
      oldestPublishedAt: waiting?.publishedAt,
    };
    const standing = standingOf({ ...facts, failing, isBroken });
    return {
      ...facts,
      source,
      target,
      retrying,
      total: pending + stored,
      failureRate: rateOf(stored, pending),
      status: statusOf(stored, pending, standing),
      standing,
      failingSince: failing?.since ?? (isBroken ? brokenSince : undefined),
      failuresInARow: failing?.attempts ?? 0,
      successRate: ended === 0 ? undefined : acknowledged / ended,
      latency: latencyOf(took),
      oldestEventId: waiting?.eventId,
      pausedAt: paused.get(channel)?.at,
      pausedBy: paused.get(channel)?.by,
      breaker,
    };
  });
}

/** The health of one channel that has had a delivery before. */
export async function readChannel(
  redis: Redis,
  tenant: string,
  source: string,
  target: string,
): Promise<CommunicationChannel> {
  const channels = await readChannels(redis, tenant);
  const channel = channels.find((each) => each.source === source && each.target === target);
  if (!channel) throw new NotFound('CommunicationChannel', `${source} → ${target}`);
  return channel;
}

/** The health of one application; one that was sent nothing yet is well. */
export async function readApplicationHealth(
  redis: Redis,
  tenant: string,
  application: string,
): Promise<ApplicationHealth> {
  const found = (await readInterAppHealth(redis, tenant)).find((each) => each.application === application);
  const isOff = (await readOff(redis, tenant)).has(application);
  const well = { status: ChannelStatus.HEALTHY, pending: 0, failed: 0, breaker: BreakerState.CLOSED };
  const standing = isOff ? Standing.OFF : Standing.OK;
  return found ?? { application, ...well, standing, isOff, latency: latencyOf(new Map()) };
}

export function latencyOf(took: WindowCounts['took']): Latency {
  const [p50, p95, p99] = [0.5, 0.95, 0.99].map((share) => quantile(took, share));
  const histogram = [...took]
    .sort(([one], [other]) => one - other)
    .map(([bucket, count]) => ({ upToMs: Math.round(2 ** ((bucket + 1) / 2)), count }));
  return { p50, p95, p99, histogram };
}

async function readMode(redis: Redis, tenant: string): Promise<StorageMode> {
  const mode = await redis.hget(settingsKey(tenant), 'mode');
  return Object.values(StorageMode).find((each) => each === mode) ?? StorageMode.ZERO_DB_SUCCESS;
}

const sum = <Item>(items: readonly Item[], value: (item: Item) => number): number =>
  items.reduce((total, item) => total + value(item), 0);

const worst = (statuses: readonly ChannelStatus[]): ChannelStatus =>
  [ChannelStatus.UNHEALTHY, ChannelStatus.DEGRADED].find((status) => statuses.includes(status)) ??
  ChannelStatus.HEALTHY;

/** All channels of a tenant, and what they come to. */
async function readWhole(redis: Redis, tenant: string) {
  // Before what it is the position of: what changes meanwhile comes after it.
  const cursor = await lastChange(redis, tenant);
  const [channels, storageMode] = await Promise.all([readChannels(redis, tenant), readMode(redis, tenant)]);
  const pending = sum(channels, (channel) => channel.pending);
  return { cursor, channels, storageMode, pending, failed: sum(channels, (channel) => channel.failed) };
}

function advised(channels: readonly Judged[]) {
  const advice = adviceFor(channels);
  return { advice, recommendations: advice.map(({ text }) => text) };
}

export async function readMatrix(redis: Redis, tenant: string): Promise<CommunicationMatrix> {
  const { cursor, channels, storageMode, pending, failed } = await readWhole(redis, tenant);
  return {
    cursor,
    tenantId: tenant,
    storageMode,
    totalPendingEvents: pending,
    totalFailedEventsStored: failed,
    overallFailureRate: rateOf(failed, pending),
    channels,
    message: failed === 1 ? '1 failed inter-app communication' : `${failed} failed inter-app communications`,
    ...advised(channels),
  };
}

export async function readSyncHealth(redis: Redis, tenant: string): Promise<SyncHealth> {
  const { cursor, channels, storageMode, pending, failed } = await readWhole(redis, tenant);
  return {
    cursor,
    tenantId: tenant,
    storageMode,
    totalPendingEvents: pending,
    failedStoredInDb: failed,
    retrying: sum(channels, (channel) => channel.retrying),
    failureRate: rateOf(failed, pending),
    channels: channels.filter(({ total }) => total > 0),
    status: worst([
      statusOf(failed, pending, Standing.OK),
      ...channels.flatMap(({ breaker, standing }) => {
        if (breaker === BreakerState.OPEN) return ChannelStatus.UNHEALTHY;
        return standing === Standing.FAILING ? ChannelStatus.DEGRADED : [];
      }),
    ]),
    message: pending === 1 ? '1 event pending acknowledgment' : `${pending} events pending acknowledgment`,
    ...advised(channels),
  };
}

/** Each application that is sent something, over all that send to it. */
export async function readInterAppHealth(redis: Redis, tenant: string): Promise<ApplicationHealth[]> {
  const channels = await readChannels(redis, tenant);
  return [...Map.groupBy(channels, ({ target }) => target)].map(([application, own]) => {
    const acknowledged = sum(own, (channel) => channel.acknowledgedLastHour);
    const ended = acknowledged + sum(own, (channel) => channel.failedLastHour);
    const histogram = own.flatMap(({ latency }) => latency.histogram);
    const took = new Map<number, number>();
    for (const { upToMs, count } of histogram) {
      const bucket = Math.round(2 * Math.log2(upToMs)) - 1;
      took.set(bucket, (took.get(bucket) ?? 0) + count);
    }
    const breaker = own[0]?.breaker ?? BreakerState.CLOSED;
    const [pending, failed] = [sum(own, (channel) => channel.pending), sum(own, (channel) => channel.failed)];
    const standing = worstOf(own.map((channel) => channel.standing));
    const failing = own.filter((channel) => channel.standing === standing);
    return {
      application,
      status: statusOf(failed, pending, standing),
      standing,
      failingSince: earliest(failing.flatMap(({ failingSince }) => failingSince ?? [])),
      isOff: own.some(({ isOff }) => isOff),
      pending,
      failed,
      successRate: ended === 0 ? undefined : acknowledged / ended,
      latency: latencyOf(took),
      breaker,
    };
  });
}
