import { expect, test } from 'vitest';
import { sinceText } from './since-text.ts';

const now = Date.parse('2026-11-30T20:00:00Z');
const plain = (text: string) => text.replace(/\s/g, ' ');

test('of today it is the time, of another day there the day too', () => {
  const at = '2026-11-30T03:05:00Z';
  expect(plain(sinceText('2026-11-30T14:05:00Z', 'en', 'America/Chicago', now))).toBe('8:05 AM');
  expect(plain(sinceText(at, 'en', 'America/Chicago', now))).toBe('Nov 29, 2026, 9:05 PM');
  expect(plain(sinceText(at, 'tr', 'Europe/Istanbul', now))).toBe('06:05');
});
