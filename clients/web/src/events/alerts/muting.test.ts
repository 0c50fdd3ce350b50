import { expect, test } from 'vitest';
import { changeFor, type Muting, mutingOf } from './muting.ts';

const now = Date.parse('2026-11-21T12:00:00Z');

test.each<[Muting, string, number, string]>([
  ['1h', 'muted', 3_600_001, 'on'],
  ['8h', 'muted', 7 * 3_600_000, 'muted'],
  ['1d', 'muted', 24 * 3_600_001, 'on'],
  ['on', 'on', 1, 'on'],
  ['off', 'off', 365 * 24 * 3_600_000, 'off'],
])('%s is %s at once, and after %i ms it is %s', (muting, atOnce, later, then) => {
  const changed = changeFor(muting, now);
  expect(mutingOf(changed, now)).toBe(atOnce);
  expect(mutingOf(changed, now + later)).toBe(then);
});
