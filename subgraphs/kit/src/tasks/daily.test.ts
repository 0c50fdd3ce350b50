import { expect, test } from 'vitest';
import { nextDaily } from './daily.ts';

test.each([
  ['later today', '09:00', 'America/Mexico_City', '2026-03-10T14:00:00Z', '2026-03-10T15:00:00Z'],
  ['tomorrow, when today is over', '09:00', 'America/Mexico_City', '2026-03-10T15:00:00Z', '2026-03-11T15:00:00Z'],
  [
    'on the day of the place, which has begun already',
    '00:30',
    'Asia/Tokyo',
    '2026-03-10T15:10:00Z',
    '2026-03-10T15:30:00Z',
  ],
  [
    '02:30 of a spring night that has none: as much later',
    '02:30',
    'America/New_York',
    '2026-03-08T05:00:00Z',
    '2026-03-08T07:30:00Z',
  ],
  ['the night after it, as always', '02:30', 'America/New_York', '2026-03-08T07:30:00Z', '2026-03-09T06:30:00Z'],
  [
    '02:30 of a spring night in Istanbul, which has no summer time',
    '02:30',
    'Europe/Istanbul',
    '2026-03-28T23:00:00Z',
    '2026-03-28T23:30:00Z',
  ],
  [
    '01:30 of an autumn night: the first of the two',
    '01:30',
    'America/New_York',
    '2026-11-01T04:00:00Z',
    '2026-11-01T05:30:00Z',
  ],
  ['and not once more an hour later', '01:30', 'America/New_York', '2026-11-01T05:30:00Z', '2026-11-02T06:30:00Z'],
  [
    'midnight that a spring night leaves out',
    '00:00',
    'America/Santiago',
    '2026-09-06T03:00:00Z',
    '2026-09-06T04:00:00Z',
  ],
  ['half an hour of summer time', '02:15', 'Australia/Lord_Howe', '2026-10-03T14:00:00Z', '2026-10-03T15:45:00Z'],
  ['a day that was left out', '10:00', 'Pacific/Apia', '2011-12-29T21:00:00Z', '2011-12-30T20:00:00Z'],
  ['after a standstill of days: one, and the next', '07:00', 'UTC', '2026-05-04T07:00:01Z', '2026-05-05T07:00:00Z'],
])('%s', (_what, at, zone, after, due) => {
  expect(nextDaily({ at, zone }, new Date(after)).toISOString()).toBe(new Date(due).toISOString());
});

test('what is no time or no zone is refused', () => {
  expect(() => nextDaily({ at: '25:00', zone: 'UTC' }, new Date())).toThrow();
  expect(() => nextDaily({ at: '07:00', zone: 'Europe/Nowhere' }, new Date())).toThrow();
});
