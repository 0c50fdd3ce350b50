import { expect, test } from 'vitest';
import { displayState } from './display-state.ts';

const lastSeenAt = '2026-11-20T12:00:00Z';

test.each([
  ['ONLINE', lastSeenAt, { state: 'ok', word: 'ONLINE' }],
  ['OFFLINE', lastSeenAt, { state: 'failing', word: 'OFFLINE', since: lastSeenAt }],
  ['OFFLINE', null, { state: 'waiting', word: 'waiting' }],
  ['REVOKED', lastSeenAt, { state: 'off', word: 'REVOKED' }],
] as const)('a screen that is %s and was last seen %s', (status, seen, standing) => {
  expect(displayState({ status, lastSeenAt: seen })).toEqual(standing);
});
