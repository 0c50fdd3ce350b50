import { expect, test } from 'vitest';
import { clockText, minutesLate, waitingOf } from './waiting.ts';

const at = '2026-11-30T20:00:00.000Z';
const limits = { warnAfterSeconds: 480, lateAfterSeconds: 900 };

test.each([
  [0, 'FRESH'],
  [479.999, 'FRESH'],
  [480, 'LONG'],
  [899.999, 'LONG'],
  [900, 'LATE'],
  [-5, 'FRESH'],
])('after %d seconds a ticket is %s', (seconds, waiting) => {
  expect(waitingOf(at, Date.parse(at) + seconds * 1_000, limits)).toBe(waiting);
});

test.each([
  [0, '0:00'],
  [65_999, '1:05'],
  [3_599_000, '59:59'],
  [4_025_000, '1:07:05'],
  [-1_000, '0:00'],
])('%d ms are read as %s', (ms, text) => {
  expect(clockText(ms)).toBe(text);
});

test('what was taken says by how much it came late, which its id knows', () => {
  const idAt = (ms: number) => {
    const hex = (Date.parse(at) + ms).toString(16).padStart(12, '0');
    return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000`;
  };
  expect(minutesLate(idAt(-20 * 60_000), at)).toBe(20);
  expect(minutesLate(idAt(-60_000), at)).toBeUndefined();
  expect(minutesLate(idAt(60_000), at)).toBeUndefined();
});
