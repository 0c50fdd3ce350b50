import '../subgraph.ts';
import { expect, test } from 'vitest';
import { adviceFor, type Judged } from './advise.ts';
import { BreakerState, ChannelStatus } from './health.ts';
import { Standing } from './standing.ts';

const now = Date.parse('2026-11-20T12:00:00Z');
const ago = (minutes: number) => new Date(now - minutes * 60_000);

function channel(source: string, target: string, how: Partial<Judged> = {}): Judged {
  const counts = { pending: 0, retrying: 0, failed: 0, total: 0, failureRate: 0, acknowledgedLastHour: 0 };
  return {
    ...{ source, target, ...counts, failedLastHour: 0, status: ChannelStatus.HEALTHY },
    ...{ standing: Standing.OK, failuresInARow: 0, isOff: false },
    ...{ latency: { histogram: [] }, isPaused: false, breaker: BreakerState.CLOSED },
    ...how,
  };
}

test('what nobody is meant to take needs nobody', () => {
  const waiting = channel('system', 'crm', { isNobodys: true, pending: 1, oldestPublishedAt: ago(60) });
  expect(adviceFor([waiting, channel('system', 'hr', { isNobodys: true, failed: 2 })], now)).toEqual([]);
});

test('where all is well, nothing is advised', () => {
  const busy = channel('crm', 'hr', { pending: 3, oldestPublishedAt: ago(1), acknowledgedLastHour: 9 });
  expect(adviceFor([busy, channel('hr', 'crm')], now)).toEqual([]);
});

test.each([
  [
    'BREAKER_OPEN',
    { pending: 4, breaker: BreakerState.OPEN, oldestPublishedAt: ago(9) },
    { target: 'hr', events: 4, since: ago(9) },
    'Check the connectivity of hr: its breaker is open and events wait.',
  ],
  [
    'CONSUMER_SILENT',
    { pending: 4, oldestPublishedAt: ago(6) },
    { target: 'hr', events: 4, since: ago(6) },
    'Check whether the consumers of hr run: nothing was acknowledged for an hour.',
  ],
  [
    'CONSUMER_SLOW',
    { pending: 4, oldestPublishedAt: ago(6), acknowledgedLastHour: 1 },
    { target: 'hr', events: 4, since: ago(6) },
    'Start more consumers of hr: events wait for more than 5 minutes.',
  ],
  [
    'PAUSED_WITH_WORK',
    { pending: 4, oldestPublishedAt: ago(6), isPaused: true, pausedAt: ago(7) },
    { source: 'crm', target: 'hr', events: 4, since: ago(7) },
    'Resume crm → hr when it may go on: events wait there.',
  ],
  [
    'FAILED_KEPT',
    { failed: 2 },
    { source: 'crm', target: 'hr', events: 2 },
    'Look at the failed events of crm → hr, and retry or discard them.',
  ],
])('%s says where, how many and since when', (code, how, subject, text) => {
  expect(adviceFor([channel('crm', 'hr', how), channel('hr', 'crm')], now)).toEqual([
    { code, subjects: [subject], text },
  ]);
});

test('nobody has to see to what waits for a product that is off', () => {
  expect(adviceFor([channel('crm', 'hr', { pending: 4, oldestPublishedAt: ago(6), isOff: true })], now)).toEqual([]);
});

test('an application that several send to is named once, with all that waits for it', () => {
  const waiting = (source: string, minutes: number) =>
    channel(source, 'hr', { pending: 2, oldestPublishedAt: ago(minutes) });
  const [advice] = adviceFor([waiting('crm', 6), waiting('system', 8)], now);
  expect(advice?.subjects).toEqual([{ target: 'hr', events: 4, since: ago(8) }]);
});

test('each cause is said once, and channels one by one', () => {
  const said = adviceFor([channel('crm', 'hr', { failed: 1 }), channel('system', 'crm', { failed: 2 })], now);
  expect(said.map(({ text }) => text)).toEqual([
    'Look at the failed events of crm → hr, system → crm, and retry or discard them.',
  ]);
});
