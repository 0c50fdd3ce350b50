import '../subgraph.ts';
import { expect, test } from 'vitest';
import { AdviceCode } from '../health/advice.ts';
import { ChannelStatus, type CommunicationChannel, StorageMode } from '../health/health.ts';
import { healthReport, matrixReport, percentage } from './report.ts';

const channel = (source: string, target: string, pending: number, failed: number) =>
  ({
    ...{ source, target, pending, failed, total: pending + failed, acknowledgedLastHour: 0 },
    failureRate: failed / (pending + failed),
    status: failed >= pending ? ChannelStatus.DEGRADED : ChannelStatus.HEALTHY,
  }) as CommunicationChannel;

const reviewing = { code: AdviceCode.FAILED_KEPT, subjects: [], text: 'Review Redis streams' };

const shared = {
  cursor: '0-0',
  tenantId: 'b0a6e370-c1e5-43d1-94e0-55ed792274c4',
  storageMode: StorageMode.ZERO_DB_SUCCESS,
};

test('the health is what the suite prints as its example, key by key', () => {
  const channels = [channel('wrapper', 'crm', 1, 0), channel('crm', 'hr', 1, 1)];
  const told = healthReport({
    ...shared,
    channels,
    ...{ totalPendingEvents: 2, failedStoredInDb: 1, retrying: 0, failureRate: 1 / 3 },
    ...{ status: ChannelStatus.HEALTHY, message: '2 events pending acknowledgment', advice: [], recommendations: [] },
  });
  expect(told).toEqual({
    success: true,
    tenantId: shared.tenantId,
    storageMode: 'zero-db-success',
    current: { totalPendingEvents: 2, failedStoredInDb: 1, retrying: 0, failureRate: '33.33%' },
    channelBreakdown: { wrapper_crm: 1, crm_hr: 1 },
    health: { status: 'healthy', message: '2 events pending acknowledgment', recommendations: [] },
    performance: {
      databaseStorage: 'Minimal (failed events only)',
      redisUsage: 'Light (pending counters)',
      querySpeed: 'Instant (Redis-based)',
      storageCost: 'Near zero',
    },
  });
});

test('the matrix too', () => {
  const told = matrixReport({
    ...shared,
    channels: [channel('wrapper', 'crm', 2, 0), channel('crm', 'hr', 1, 1)],
    ...{ totalPendingEvents: 3, totalFailedEventsStored: 1, overallFailureRate: 0.25 },
    ...{ message: '1 failed inter-app communication', advice: [reviewing], recommendations: ['Review Redis streams'] },
  });
  expect(told).toMatchObject({
    success: true,
    storageMode: 'zero-db-success',
    summary: { totalPendingEvents: 3, totalFailedEventsStored: 1, overallFailureRate: '25.00%' },
    byChannel: {
      'wrapper → crm': { pending: 2, failed: 0, total: 2, failureRate: '0%', health: 'healthy' },
      'crm → hr': { pending: 1, failed: 1, total: 2, failureRate: '50.00%', health: 'degraded' },
    },
    insights: { message: '1 failed inter-app communication', recommendations: ['Review Redis streams'] },
  });
});

test.each([
  [0, '0%'],
  [1 / 3, '33.33%'],
  [1, '100.00%'],
])('%s is %s', (rate, text) => expect(percentage(rate)).toBe(text));
