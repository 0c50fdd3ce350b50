import { AlertKind } from '../alert-rule/alert-kind.ts';
import type { Breaker, ChannelCounts, WindowCounts } from '../health/counts.ts';
import { isNobodys, type Takers } from '../health/takers.ts';
import { endpointOf } from '../webhook-endpoint/application.ts';
import type { Finding } from './raise.ts';

const MINUTE_MS = 60_000;
/** What the platform takes itself is under way for a moment, and no operator can hasten it; the alert would go that way too, and be late in its turn. */
const MOMENT_MS = MINUTE_MS;
/** A rate of fewer says nothing. */
const FEWEST = 10;

/** What the counters say of a tenant at one moment. */
export interface Counters extends Takers {
  channels: readonly ChannelCounts[];
  /** The channels to webhook endpoints, by target. */
  endpoints: ReadonlyMap<string, Pick<ChannelCounts, 'pending'>>;
  /** What ended in the last hour, by `source>target`. */
  hour: ReadonlyMap<string, Pick<WindowCounts, 'acknowledged' | 'failed' | 'timeout'>>;
  /** When a channel acknowledged last, to the minute and within the hour, by `source>target`. */
  lastAcknowledged: ReadonlyMap<string, number>;
  oldest: ReadonlyMap<string, { eventId: string; publishedAt: Date }>;
  breakers: ReadonlyMap<string, Breaker>;
  paused: ReadonlySet<string>;
  /** The applications that are sent nothing: nobody is meant to take what waits for them. */
  off: ReadonlySet<string>;
  now: number;
}

/** What a rule of each kind finds; `limit` answers its threshold, or nothing when it is off. */
export function findTrouble(
  tenantId: string,
  counters: Counters,
  limit: (kind: AlertKind) => number | undefined,
): Finding[] {
  const { breakers, off } = counters;
  const channels = counters.channels.filter((channel) => !off.has(channel.target) && !isNobodys(channel, counters));
  const findings = channels.flatMap((channel) => [
    ...ofRate(channel, counters, limit(AlertKind.SUCCESS_RATE)),
    ...ofFailures(channel, counters, limit(AlertKind.FAILED_EVENTS)),
    ...ofAge(channel, counters, limit(AlertKind.PENDING_AGE)),
    ...ofSilence(channel, counters, limit(AlertKind.CHANNEL_STOPPED)),
  ]);
  const open =
    limit(AlertKind.BREAKER_OPEN) === undefined
      ? []
      : [...breakers].filter(([target, { state }]) => state !== 'CLOSED' && !off.has(target));
  const broken = open.map(([target]) => ({
    kind: AlertKind.BREAKER_OPEN,
    target,
    value: channels.filter((channel) => channel.target === target).reduce((sum, { pending }) => sum + pending, 0),
    threshold: 0,
  }));
  const full = ofEndpoints(counters, limit(AlertKind.WEBHOOK_FULL));
  return [...findings, ...broken, ...full].map((finding) => ({ tenantId, ...finding }));
}

type Found = Omit<Finding, 'tenantId'>;

function ofRate({ source, target }: ChannelCounts, counters: Counters, threshold: number | undefined): Found[] {
  const value = rateOf(counters, source, target);
  if (threshold === undefined || value === undefined || value >= threshold) return [];
  return [{ kind: AlertKind.SUCCESS_RATE, source, target, value, threshold }];
}

/** How many of a channel's deliveries succeeded, in percent; nothing where too few ended. */
function rateOf({ hour }: Counters, source: string, target: string): number | undefined {
  const { acknowledged = 0, failed = 0, timeout = 0 } = hour.get(`${source}>${target}`) ?? {};
  const ended = acknowledged + failed + timeout;
  return ended < FEWEST ? undefined : Math.round((acknowledged / ended) * 1_000) / 10;
}

function ofFailures({ source, target }: ChannelCounts, counters: Counters, threshold: number | undefined): Found[] {
  const value = failuresOf(counters, source, target);
  if (threshold === undefined || value <= threshold) return [];
  return [{ kind: AlertKind.FAILED_EVENTS, source, target, value, threshold }];
}

function failuresOf({ hour }: Counters, source: string, target: string): number {
  const { failed = 0, timeout = 0 } = hour.get(`${source}>${target}`) ?? {};
  return failed + timeout;
}

/** What is counted now of what an alert was about; nothing where there is no number. */
export function valueNow(
  { kind, source, target }: Pick<Finding, 'kind' | 'source' | 'target'>,
  counters: Counters,
): number | undefined {
  if (!source || !target) return undefined;
  if (kind === AlertKind.SUCCESS_RATE) return rateOf(counters, source, target);
  return kind === AlertKind.FAILED_EVENTS ? failuresOf(counters, source, target) : undefined;
}

function patienceMs(target: string, threshold: number, { atHome }: Counters): number {
  return Math.max(threshold * MINUTE_MS, atHome.has(target) ? MOMENT_MS : 0);
}

/** What somebody stopped on purpose is no trouble. */
function ofAge({ source, target }: ChannelCounts, counters: Counters, threshold: number | undefined): Found[] {
  const channel = `${source}>${target}`;
  const waiting = counters.oldest.get(channel);
  if (threshold === undefined || !waiting || counters.paused.has(channel)) return [];
  const ageMs = counters.now - waiting.publishedAt.getTime();
  const value = Math.floor(ageMs / MINUTE_MS);
  return ageMs > patienceMs(target, threshold, counters)
    ? [{ kind: AlertKind.PENDING_AGE, source, target, value, threshold, eventId: waiting.eventId }]
    : [];
}

function ofEndpoints({ endpoints }: Counters, threshold: number | undefined): Found[] {
  if (threshold === undefined) return [];
  return [...endpoints]
    .filter(([, { pending }]) => pending >= threshold)
    .map(([target, { pending }]) => ({
      kind: AlertKind.WEBHOOK_FULL,
      endpointId: endpointOf(target),
      value: pending,
      threshold,
    }));
}

/** Work has waited for so long, and in that time nothing was acknowledged. */
function ofSilence({ source, target }: ChannelCounts, counters: Counters, threshold: number | undefined): Found[] {
  const channel = `${source}>${target}`;
  const waiting = counters.oldest.get(channel);
  if (threshold === undefined || !waiting || counters.paused.has(channel)) return [];
  const silentSince = Math.max(waiting.publishedAt.getTime(), counters.lastAcknowledged.get(channel) ?? 0);
  const silentFor = counters.now - silentSince;
  if (silentFor <= patienceMs(target, threshold, counters)) return [];
  const value = Math.floor(silentFor / MINUTE_MS);
  return [{ kind: AlertKind.CHANNEL_STOPPED, source, target, value, threshold, eventId: waiting.eventId }];
}
