import { expect, test } from 'vitest';
import { delayAfter } from './patience.ts';

test.each([
  { failures: 0, atMost: 0 },
  { failures: 1, atMost: 400 },
  { failures: 3, atMost: 1_600 },
  { failures: 6, atMost: 10_000 },
  { failures: 2_000, atMost: 10_000 },
])('after $failures failures the next attempt comes within $atMost ms', ({ failures, atMost }) => {
  expect(delayAfter(failures, () => 1)).toBe(atMost);
  expect(delayAfter(failures, () => 0)).toBe(atMost / 2);
});
