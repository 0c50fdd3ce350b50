import { expect, test } from 'vitest';
import { businessDayOf } from './business-day.ts';

const bogota = { zone: 'America/Bogota', at: '04:00' };
const newYork = { zone: 'America/New_York', at: '02:30' };

test.each([
  ['in the evening', bogota, '2026-11-29T23:00:00Z', '2026-11-29', '2026-11-29T09:00:00Z', '2026-11-30T09:00:00Z'],
  ['after midnight', bogota, '2026-11-30T06:30:00Z', '2026-11-29', '2026-11-29T09:00:00Z', '2026-11-30T09:00:00Z'],
  ['at its beginning', bogota, '2026-11-30T09:00:00Z', '2026-11-30', '2026-11-30T09:00:00Z', '2026-12-01T09:00:00Z'],
  ['just before it', bogota, '2026-11-30T08:59:59.999Z', '2026-11-29', '2026-11-29T09:00:00Z', '2026-11-30T09:00:00Z'],
  [
    'in a spring night that leaves its beginning out, which is as much later',
    newYork,
    '2026-03-08T07:15:00Z',
    '2026-03-07',
    '2026-03-07T07:30:00Z',
    '2026-03-08T07:30:00Z',
  ],
  ['on that day', newYork, '2026-03-08T07:30:00Z', '2026-03-08', '2026-03-08T07:30:00Z', '2026-03-09T06:30:00Z'],
  [
    'in an autumn night that has its beginning twice, from the first of them',
    { zone: 'America/New_York', at: '01:30' },
    '2026-11-01T06:00:00Z',
    '2026-11-01',
    '2026-11-01T05:30:00Z',
    '2026-11-02T06:30:00Z',
  ],
  [
    'at midnight that a spring night leaves out',
    { zone: 'America/Santiago', at: '00:00' },
    '2026-09-06T04:00:00Z',
    '2026-09-06',
    '2026-09-06T04:00:00Z',
    '2026-09-07T03:00:00Z',
  ],
  [
    'where a day was left out as a whole',
    { zone: 'Pacific/Apia', at: '04:00' },
    '2011-12-30T12:00:00Z',
    '2011-12-29',
    '2011-12-29T14:00:00Z',
    '2011-12-30T14:00:00Z',
  ],
])('a moment %s belongs to its business day', (_when, start, moment, date, from, to) => {
  expect(businessDayOf(new Date(moment), start)).toEqual({ date, from: new Date(from), to: new Date(to) });
});

test('every moment of two years is within its day, and days follow each other without a gap', () => {
  for (const start of [
    bogota,
    newYork,
    { zone: 'Europe/Istanbul', at: '05:00' },
    { zone: 'Australia/Lord_Howe', at: '02:15' },
  ]) {
    let { to } = businessDayOf(new Date('2026-01-01T00:00:00Z'), start);
    for (let count = 0; count < 730; count += 1) {
      const last = businessDayOf(new Date(to.getTime() - 1), start);
      const next = businessDayOf(to, start);
      expect([last.to, next.from]).toEqual([to, to]);
      to = next.to;
    }
  }
});

test('what is no time and no zone is refused', () => {
  expect(() => businessDayOf(new Date(), { zone: 'UTC', at: '25:00' })).toThrow();
  expect(() => businessDayOf(new Date(), { zone: 'Mars/Phobos', at: '04:00' })).toThrow();
});
