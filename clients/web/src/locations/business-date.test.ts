import { expect, test } from 'vitest';
import { businessDate } from './business-date.ts';

test.each([
  ['2026-12-01T06:40:00Z', '04:00', '2026-11-30'],
  ['2026-12-01T09:59:59Z', '04:00', '2026-11-30'],
  ['2026-12-01T10:00:00Z', '04:00', '2026-12-01'],
  ['2026-12-01T06:00:00Z', '00:00', '2026-12-01'],
  ['2026-03-01T07:00:00Z', '04:00', '2026-02-28'],
])('%s where days begin at %s belongs to %s in Chicago', (moment, dayStart, date) => {
  expect(businessDate(new Date(moment), { timeZone: 'America/Chicago', dayStart })).toBe(date);
});
