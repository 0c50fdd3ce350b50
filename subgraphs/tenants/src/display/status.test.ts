import { expect, test } from 'vitest';
import { DisplayStatus } from './display.ts';
import { SILENCE_MS, statusOf } from './status.ts';

const now = new Date('2026-11-20T12:00:00Z');
const ago = (milliseconds: number): Date => new Date(now.getTime() - milliseconds);

test.each([
  ['never heard of', {}, DisplayStatus.OFFLINE],
  ['heard of just now', { lastSeenAt: now }, DisplayStatus.ONLINE],
  ['silent for less than the limit', { lastSeenAt: ago(SILENCE_MS - 1) }, DisplayStatus.ONLINE],
  ['silent for the limit', { lastSeenAt: ago(SILENCE_MS) }, DisplayStatus.OFFLINE],
  ['revoked, even when it still speaks', { lastSeenAt: now, revokedAt: ago(1) }, DisplayStatus.REVOKED],
])('a screen %s is %o → %s', (_name, display, status) => {
  expect(statusOf(display, now)).toBe(status);
});
