import { expect, test } from 'vitest';
import { isWithin, Weekday } from './hours.ts';

const zone = 'America/Chicago';
const workdays = [Weekday.MONDAY, Weekday.TUESDAY, Weekday.WEDNESDAY, Weekday.THURSDAY, Weekday.FRIDAY];
const breakfast = { days: workdays, from: '07:00', to: '11:00' };
const night = { days: [Weekday.SATURDAY], from: '22:00', to: '03:00' };
const early = { days: [Weekday.SUNDAY], from: '01:30', to: '02:30' };

test.each([
  ['its first minute', breakfast, '2026-11-30T07:00:00-06:00', true],
  ['the minute before', breakfast, '2026-11-30T06:59:59-06:00', false],
  ['its last minute', breakfast, '2026-11-30T10:59:59-06:00', true],
  ['the minute after', breakfast, '2026-11-30T11:00:00-06:00', false],
  ['another day', breakfast, '2026-11-29T08:00:00-06:00', false],
  ['the evening of a night', night, '2026-11-28T23:00:00-06:00', true],
  ['the morning after', night, '2026-11-29T02:59:00-06:00', true],
  ['the end of the night', night, '2026-11-29T03:00:00-06:00', false],
  ['the morning before', night, '2026-11-28T02:00:00-06:00', false],
  ['the evening after', night, '2026-11-29T23:00:00-06:00', false],
  ['the whole day', { days: [Weekday.MONDAY], from: '00:00', to: '00:00' }, '2026-11-30T23:59:00-06:00', true],
  [
    'the whole day, until the next',
    { days: [Weekday.MONDAY], from: '04:00', to: '04:00' },
    '2026-12-01T03:59:00-06:00',
    true,
  ],
  // On 8 March 2026 the clocks go from 02:00 to 03:00.
  ['before the hour that is left out', early, '2026-03-08T01:59:00-06:00', true],
  ['after the hour that is left out', early, '2026-03-08T03:00:00-05:00', false],
  // On 1 November 2026 they show 01:00 to 02:00 twice.
  ['the hour that comes twice', early, '2026-11-01T01:45:00-05:00', true],
  ['the hour that comes twice, the second time', early, '2026-11-01T01:45:00-06:00', true],
  ['the first half of it, the second time', early, '2026-11-01T01:15:00-06:00', false],
])('%s', (_, hours, moment, expected) => {
  expect(isWithin(hours, new Date(moment), zone)).toBe(expected);
});

test('a place goes by its own clocks', () => {
  const moment = new Date('2026-11-30T13:30:00Z');
  expect([zone, 'America/Los_Angeles', 'Asia/Kathmandu'].map((place) => isWithin(breakfast, moment, place))).toEqual([
    true,
    false,
    false,
  ]);
});
