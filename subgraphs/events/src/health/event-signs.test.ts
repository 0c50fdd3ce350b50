import { testSubgraph } from '@mycelium/kit/testing';
import { v7 as uuidv7 } from 'uuid';
import { expect, test } from 'vitest';
import { events } from '../subgraph.ts';
import { signsIn } from './event-signs.ts';

const now = new Date('2026-11-30T12:00:00Z');
const ago = (minutes: number) => new Date(now.getTime() - minutes * 60_000);
const quiet = { isOff: false, isPaused: false, isNobodys: false, pending: 0, failed: 0, oldestPublishedAt: undefined };
const waiting = { ...quiet, pending: 7, oldestPublishedAt: ago(11) };
const unacknowledged = { code: 'EVENTS_UNACKNOWLEDGED', path: '/events/queue' };

test.each([
  ['nothing', [quiet], []],
  ['what has waited for less than ten minutes', [{ ...waiting, oldestPublishedAt: ago(9) }], []],
  ['what waits', [waiting], [{ ...unacknowledged, count: 7, since: ago(11) }]],
  [
    'what waits in two channels, since the older one',
    [waiting, { ...waiting, pending: 1, oldestPublishedAt: ago(99) }],
    [{ ...unacknowledged, count: 8, since: ago(99) }],
  ],
  ['what somebody has paused', [{ ...waiting, isPaused: true }], []],
  ['what is switched off', [{ ...waiting, isOff: true }], []],
  ['what nobody is there for', [{ ...waiting, isNobodys: true }], []],
  [
    'what was given up',
    [
      { ...quiet, failed: 2 },
      { ...quiet, failed: 1 },
    ],
    [{ code: 'EVENTS_FAILED', count: 3, path: '/events/failed' }],
  ],
])('of %s', (_name, channels, signs) => {
  expect(signsIn('t', channels, now)).toEqual(signs.map((sign) => ({ tenantId: 't', ...sign })));
});

test('tenants about which there is nothing to say are asked about in any number', async () => {
  const testing = await testSubgraph(events, { isIdle: true });
  const gateway = testing.as({ kind: 'gateway', id: 'crm', scopes: ['gateway'] });
  const ids = Array.from({ length: 200 }, () => uuidv7());
  const SIGNS = 'query ($ids: [ID!]!) { tenantSigns(tenantIds: $ids) { code } }';
  expect(await gateway.run(SIGNS, { ids })).toEqual({ tenantSigns: [] });
  await testing.close();
});
