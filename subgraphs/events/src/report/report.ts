import {
  type ApplicationHealth,
  ChannelStatus,
  type CommunicationChannel,
  type CommunicationMatrix,
  StorageMode,
  type SyncHealth,
} from '../health/health.ts';
import type { UnacknowledgedPage } from '../tracking/unacknowledged.ts';

/** The answers of the REST paths that the suite's programs know, with the keys and words that they know. */
export type Report = Record<string, unknown>;

const modes: Record<StorageMode, { name: string; performance: Report }> = {
  [StorageMode.ZERO_DB_SUCCESS]: {
    name: 'zero-db-success',
    performance: performance('Minimal (failed events only)', 'Near zero'),
  },
  [StorageMode.PENDING_ONLY]: {
    name: 'pending-only',
    performance: performance('Small (events that wait, and failed ones)', 'Low'),
  },
  [StorageMode.THIRTY_DAYS]: {
    name: '30-day-retention',
    performance: performance('All events of 30 days', 'By the number of events'),
  },
  [StorageMode.FULL_HISTORY]: {
    name: 'full-history',
    performance: performance('All events', 'Grows with the number of events'),
  },
};

function performance(databaseStorage: string, storageCost: string): Report {
  return {
    databaseStorage,
    redisUsage: 'Light (pending counters)',
    querySpeed: 'Instant (Redis-based)',
    storageCost,
  };
}

/** `33.33%`; nothing is `0%`. */
export function percentage(rate: number): string {
  return rate === 0 ? '0%' : `${(rate * 100).toFixed(2)}%`;
}

const statusOf = (status: ChannelStatus): string => ChannelStatus[status].toLowerCase();
const arrow = (source: string, target: string): string => `${source} → ${target}`;

export function healthReport(health: SyncHealth): Report {
  const { tenantId, storageMode, channels, status, message, recommendations } = health;
  return {
    success: true,
    tenantId,
    storageMode: modes[storageMode].name,
    current: {
      totalPendingEvents: health.totalPendingEvents,
      failedStoredInDb: health.failedStoredInDb,
      retrying: health.retrying,
      failureRate: percentage(health.failureRate),
    },
    channelBreakdown: Object.fromEntries(
      channels
        .filter(({ pending }) => pending > 0)
        .map(({ source, target, pending }) => [`${source}_${target}`, pending]),
    ),
    health: { status: statusOf(status), message, recommendations },
    performance: modes[storageMode].performance,
  };
}

export function interAppReport(tenantId: string, applications: readonly ApplicationHealth[]): Report {
  const statuses = applications.map(({ status }) => status);
  const worst = [ChannelStatus.UNHEALTHY, ChannelStatus.DEGRADED].find((each) => statuses.includes(each));
  return {
    success: true,
    tenantId,
    applications: Object.fromEntries(
      applications.map(({ application, status, pending, failed, successRate, latency, breaker }) => [
        application,
        {
          status: statusOf(status),
          pending,
          failed,
          successRate: successRate === undefined ? null : percentage(successRate),
          latencyMs: { p50: latency.p50 ?? null, p95: latency.p95 ?? null, p99: latency.p99 ?? null },
          breaker: breaker.toLowerCase(),
        },
      ]),
    ),
    health: { status: statusOf(worst ?? ChannelStatus.HEALTHY) },
  };
}

export function matrixReport(matrix: CommunicationMatrix): Report {
  const { tenantId, storageMode, channels, message, recommendations } = matrix;
  return {
    success: true,
    tenantId,
    storageMode: modes[storageMode].name,
    summary: {
      totalPendingEvents: matrix.totalPendingEvents,
      totalFailedEventsStored: matrix.totalFailedEventsStored,
      overallFailureRate: percentage(matrix.overallFailureRate),
    },
    byChannel: Object.fromEntries(
      channels.map((channel) => [arrow(channel.source, channel.target), channelReport(channel)]),
    ),
    insights: { message, recommendations },
  };
}

/** A channel as the suite's own picture of the matrix has it, which counts what was acknowledged in the last hour too. */
function channelReport(channel: CommunicationChannel): Report {
  const { pending, failed, total, failureRate, status, acknowledgedLastHour, successRate } = channel;
  return {
    pending,
    failed,
    total,
    failureRate: percentage(failureRate),
    health: statusOf(status),
    acknowledgedLastHour,
    successRateLastHour: successRate === undefined ? null : percentage(successRate),
  };
}

export function unacknowledgedReport(tenantId: string, { edges, pageInfo, totalCount }: UnacknowledgedPage): Report {
  return {
    success: true,
    tenantId,
    totalCount,
    events: edges.map(({ node }) => ({
      eventId: node.eventId,
      eventType: node.eventType,
      channel: arrow(node.sourceApplication, node.targetApplication),
      sourceApplication: node.sourceApplication,
      targetApplication: node.targetApplication,
      status: node.status.toLowerCase(),
      acknowledged: node.acknowledged,
      publishedAt: node.publishedAt.toISOString(),
      ageMs: node.ageMs,
      attempts: node.attempts,
      lastError: node.lastError ?? null,
    })),
    next: pageInfo.hasNextPage ? (pageInfo.endCursor ?? null) : null,
  };
}
