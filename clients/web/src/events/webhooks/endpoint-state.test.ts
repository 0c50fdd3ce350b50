import { expect, test } from 'vitest';
import { attemptState, endpointState } from './endpoint-state.ts';

const failingSince = '2026-11-20T12:00:00Z';

test.each([
  [
    { status: 'ACTIVE', standing: 'OK', failingSince: null },
    { state: 'ok', word: 'ACTIVE' },
  ],
  [
    { status: 'ACTIVE', standing: 'ATTENTION', failingSince },
    { state: 'attention', word: 'hiccup' },
  ],
  [
    { status: 'ACTIVE', standing: 'ATTENTION', failingSince: null },
    { state: 'attention', word: 'keeps' },
  ],
  [
    { status: 'ACTIVE', standing: 'FAILING', failingSince },
    { state: 'failing', word: 'failing', since: failingSince },
  ],
  [
    { status: 'DISABLED', standing: 'FAILING', failingSince },
    { state: 'failing', word: 'DISABLED', since: failingSince },
  ],
  [
    { status: 'PAUSED', standing: 'OFF', failingSince: null },
    { state: 'off', word: 'PAUSED' },
  ],
] as const)('a webhook of which is known %o', (endpoint, standing) => {
  expect(endpointState(endpoint)).toEqual(standing);
});

test.each([
  ['DELIVERED', 'ok'],
  ['REFUSED', 'failing'],
  ['TIMEOUT', 'failing'],
] as const)('an attempt that was %s', (outcome, state) => {
  expect(attemptState(outcome)).toEqual({ state, word: outcome });
});
