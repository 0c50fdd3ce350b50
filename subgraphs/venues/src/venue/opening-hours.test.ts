import { expect, test } from 'vitest';
import { isOpen, openDay, overlapOf } from './opening-hours.ts';

const losAngeles = {
  timeZone: 'America/Los_Angeles',
  openingHours: [6, 7].map((day) => ({ day, from: '20:00', to: '02:30' })),
  exceptionalDays: [
    { date: '2026-12-26', name: 'A wedding', isHoliday: false, hours: [{ from: '12:00', to: '00:00' }] },
  ],
};

test('hours over midnight are those of the evening, and an exceptional day replaces them', () => {
  expect(isOpen(losAngeles, new Date('2026-12-06T10:29:59Z'))).toBe(true);
  expect(isOpen(losAngeles, new Date('2026-12-06T10:30:00Z'))).toBe(false);
  expect(openDay(losAngeles, '2026-12-26').hours).toEqual([
    { from: new Date('2026-12-26T20:00:00Z'), to: new Date('2026-12-27T08:00:00Z') },
  ]);
  expect(isOpen(losAngeles, new Date('2026-12-27T09:00:00Z'))).toBe(false);
});

test('where the clocks are changed within its hours, a night is an hour shorter or longer', () => {
  const hoursOf = (date: string) =>
    openDay(losAngeles, date).hours.map(({ from, to }) => (to.getTime() - from.getTime()) / 3_600_000);
  expect(hoursOf('2026-03-07')).toEqual([6.5]);
  expect(hoursOf('2026-10-31')).toEqual([7.5]);
  expect(hoursOf('2026-11-07')).toEqual([6.5]);
});

test.each([
  [[], undefined],
  [[{ from: '11:00', to: '11:00' }], undefined],
  [
    [
      { from: '11:00', to: '15:00' },
      { from: '15:00', to: '22:00' },
    ],
    undefined,
  ],
  [
    [
      { from: '18:00', to: '02:00' },
      { from: '01:00', to: '03:00' },
    ],
    undefined,
  ],
  [
    [
      { from: '14:59', to: '22:00' },
      { from: '11:00', to: '15:00' },
    ],
    0,
  ],
  [
    [
      { day: 7, from: '20:00', to: '02:00' },
      { day: 1, from: '01:00', to: '05:00' },
    ],
    1,
  ],
])('of %j the one at %s overlaps', (hours, place) => {
  expect(overlapOf(hours)).toBe(place);
});
