import { expect, test } from 'vitest';
import { relativeTime } from './relative-time.ts';

test.each([
  [0, 'now'],
  [-4_000, '4 seconds ago'],
  [-60_000, '1 minute ago'],
  [-3_599_000, '59 minutes ago'],
  [-86_400_000, 'yesterday'],
  [-3 * 86_400_000, '3 days ago'],
])('%i ms from now is %s', (difference, words) => {
  expect(relativeTime(difference, 'en')).toBe(words);
});
