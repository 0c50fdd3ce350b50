import { expect, test } from 'vitest';
import { alertState, applicationState, breakerState, channelState, deliveryState, jobState } from './event-states.ts';

const failingSince = '2026-11-20T12:00:00Z';
const on = { failingSince: null, isPaused: false, isOff: false };

test.each([
  [
    { ...on, standing: 'OK' },
    { state: 'ok', word: 'OK' },
  ],
  [
    { ...on, standing: 'WAITING' },
    { state: 'waiting', word: 'WAITING' },
  ],
  [
    { ...on, standing: 'ATTENTION', failingSince },
    { state: 'attention', word: 'ATTENTION' },
  ],
  [
    { ...on, standing: 'FAILING', failingSince },
    { state: 'failing', word: 'FAILING', since: failingSince },
  ],
  [
    { ...on, standing: 'OFF', isPaused: true },
    { state: 'off', word: 'paused' },
  ],
  [
    { ...on, standing: 'OFF', isOff: true, isPaused: true },
    { state: 'off', word: 'off' },
  ],
] as const)('a channel of which is known %o', (channel, standing) => {
  expect(channelState(channel)).toEqual(standing);
});

test.each([
  [{ standing: 'FAILING', failingSince }, false, { state: 'failing', word: 'FAILING', since: failingSince }],
  [{ standing: 'OK', failingSince: null }, false, { state: 'ok', word: 'OK' }],
  [{ standing: 'OFF', failingSince: null }, false, { state: 'off', word: 'paused' }],
  [{ standing: 'OK', failingSince: null }, true, { state: 'off', word: 'off' }],
  [undefined, false, { state: 'waiting', word: 'silent' }],
  [undefined, true, { state: 'off', word: 'off' }],
] as const)('an application of which is known %o, and whose product is off: %s', (health, isOff, standing) => {
  expect(applicationState(health, isOff)).toEqual(standing);
});

const waiting = { status: 'PUBLISHED', attempts: 0, lastError: null, nextAttemptAt: null } as const;

test.each([
  [{}, 'waiting', 'events.status.PUBLISHED'],
  [{ attempts: 1 }, 'waiting', 'events.leased'],
  [{ attempts: 2, lastError: 'Cold.', nextAttemptAt: failingSince }, 'attention', 'events.tried'],
  [{ status: 'ACKNOWLEDGED', attempts: 2, lastError: 'Cold.' }, 'ok', 'events.status.ACKNOWLEDGED'],
  [{ status: 'FAILED', lastError: 'Cold.' }, 'failing', 'events.status.FAILED'],
  [{ status: 'TIMEOUT' }, 'failing', 'events.status.TIMEOUT'],
] as const)('an event of which is known %o', (more, state, word) => {
  expect(deliveryState({ ...waiting, ...more })).toEqual({ state, word });
});

test.each([
  ['CLOSED', 'ok'],
  ['OPEN', 'failing'],
  ['HALF_OPEN', 'attention'],
] as const)('a breaker that is %s', (breaker, state) => {
  expect(breakerState(breaker)).toEqual({ state, word: breaker });
});

test.each([
  ['QUEUED', 'waiting'],
  ['RUNNING', 'waiting'],
  ['DONE', 'ok'],
  ['CANCELLED', 'off'],
] as const)('a bulk action that is %s', (status, state) => {
  expect(jobState(status)).toEqual({ state, word: status });
});

const open = { createdAt: failingSince, acknowledgedAt: null, recoveredAt: null };

test.each([
  [open, { state: 'failing', word: 'alertIsOpen', since: failingSince }],
  [
    { ...open, acknowledgedAt: failingSince },
    { state: 'attention', word: 'noted', since: failingSince },
  ],
  [
    { ...open, recoveredAt: failingSince },
    { state: 'ok', word: 'recovered' },
  ],
])('an alert of which is known %o', (alert, standing) => {
  expect(alertState(alert)).toEqual(standing);
});
