import { expect, test } from 'vitest';
import { runState, syncState } from './sync-state.ts';

const well = {
  status: 'SUCCESS',
  service: { status: 'ACTIVE' },
  awaitingRun: null,
  lastSyncAt: '2026-11-20T12:00:00Z',
} as const;

test.each([
  ['ended well', {}, 'ok', 'sync.SUCCESS', undefined],
  ['is at work', { status: 'SYNCING' }, 'waiting', 'sync.SYNCING', undefined],
  ['has not begun', { status: 'PENDING' }, 'waiting', 'sync.PENDING', undefined],
  ['failed', { status: 'ERROR' }, 'failing', 'sync.ERROR', well.lastSyncAt],
  ['never ended well', { status: 'ERROR', lastSyncAt: null }, 'failing', 'sync.ERROR', undefined],
  ['asks first', { awaitingRun: { id: '7' } }, 'attention', 'run.AWAITING_CONFIRMATION', undefined],
  [
    'failed, and its product is off',
    { status: 'ERROR', service: { status: 'OFF' } },
    'off',
    'productState.OFF',
    undefined,
  ],
  [
    'failed, and its product is paused',
    { status: 'ERROR', service: { status: 'PAUSED' } },
    'off',
    'productState.PAUSED',
    undefined,
  ],
] as const)('a sync that %s', (_, more, state, word, since) => {
  expect(syncState({ ...well, ...more })).toEqual({ state, word, since });
});

test.each([
  ['QUEUED', 'waiting'],
  ['RUNNING', 'waiting'],
  ['AWAITING_CONFIRMATION', 'attention'],
  ['SUCCESS', 'ok'],
  ['ERROR', 'failing'],
  ['CANCELLED', 'off'],
] as const)('a run that is %s', (status, state) => {
  expect(runState(status)).toEqual({ state, word: `run.${status}` });
});
