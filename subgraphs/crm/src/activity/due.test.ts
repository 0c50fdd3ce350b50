import { costMs } from '@mycelium/schema/worked';
import { describe, expect, test } from 'vitest';
import { DueNotice, dueDayOf, type GivenDue, isPast, overdueAt, readDue, remindAt } from './due.ts';
import { isRepeatRule, nextDue } from './repeat.ts';

const at = (moment: Date | null | undefined) => moment?.toISOString();

describe('when something is due', () => {
  test.each<[string, GivenDue, string, string | undefined, DueNotice | null]>([
    [
      'a moment stays that moment',
      { dueAt: new Date('2026-12-01T09:00:00Z') },
      'Europe/Istanbul',
      '2026-12-01T09:00:00.000Z',
      null,
    ],
    [
      'a time is one of the place where its assignee works',
      { dueAt: '2026-12-01T09:00' },
      'Europe/Istanbul',
      '2026-12-01T06:00:00.000Z',
      null,
    ],
    [
      'a time with a place is one of that place',
      { dueAt: '2026-12-01T09:00', timeZone: 'America/Chicago' },
      'Europe/Istanbul',
      '2026-12-01T15:00:00.000Z',
      null,
    ],
    [
      '02:30 of the night without one is 03:30',
      { dueAt: '2026-03-08T02:30' },
      'America/Chicago',
      '2026-03-08T08:30:00.000Z',
      DueNotice.CLOCKS_GO_FORWARD,
    ],
    [
      '02:30 of the night without one in Europe',
      { dueAt: '2026-03-29T02:30' },
      'Europe/Madrid',
      '2026-03-29T01:30:00.000Z',
      DueNotice.CLOCKS_GO_FORWARD,
    ],
    [
      '01:30 of the night with two is the earlier one',
      { dueAt: '2026-11-01T01:30' },
      'America/Chicago',
      '2026-11-01T06:30:00.000Z',
      DueNotice.CLOCKS_GO_BACK,
    ],
    [
      'half an hour that comes twice at Lord Howe',
      { dueAt: '2026-04-05T01:45' },
      'Australia/Lord_Howe',
      '2026-04-04T14:45:00.000Z',
      DueNotice.CLOCKS_GO_BACK,
    ],
    ['a place without such nights', { dueAt: '2026-03-29T02:30' }, 'Europe/Istanbul', '2026-03-28T23:30:00.000Z', null],
  ])('%s', (_name, given, zone, moment, notice) => {
    const due = readDue(given, zone);
    expect([at(due?.dueAt), due?.dueNotice]).toEqual([moment, notice]);
  });

  test.each<[string, string, string, string, number]>([
    ['a day', 'Europe/Istanbul', '2026-12-01', '2026-11-30T21:00:00.000Z', 24],
    ['a day in the west', 'America/Chicago', '2026-12-01', '2026-12-01T06:00:00.000Z', 24],
    ['the day on which the clocks go forward', 'America/Chicago', '2026-03-08', '2026-03-08T06:00:00.000Z', 23],
    ['the day on which they go back', 'America/Chicago', '2026-11-01', '2026-11-01T05:00:00.000Z', 25],
    ['a day that begins at one', 'America/Santiago', '2026-09-06', '2026-09-06T04:00:00.000Z', 23],
  ])('%s lasts from midnight to midnight', (_name, zone, dueOn, from, hours) => {
    const { dueFrom, dueUntil } = dueDayOf({ dueOn, dueAt: null }, zone);
    expect([at(dueFrom), (dueUntil.getTime() - dueFrom.getTime()) / 3_600_000]).toEqual([from, hours]);
  });

  test('a moment is due on the day that it is for whoever is to do it', () => {
    const due = { dueOn: null, dueAt: new Date('2026-12-01T22:30:00Z') };
    expect(at(dueDayOf(due, 'Europe/Istanbul').dueUntil)).toBe('2026-12-02T21:00:00.000Z');
    expect(at(dueDayOf(due, 'America/Chicago').dueUntil)).toBe('2026-12-02T06:00:00.000Z');
  });

  test('a day is past once it is over where its assignee works, and a moment once it has come', () => {
    const now = new Date('2026-12-01T23:00:00Z');
    expect(isPast({ dueOn: '2026-12-01', dueAt: null }, 'Europe/Istanbul', now)).toBe(true);
    expect(isPast({ dueOn: '2026-12-01', dueAt: null }, 'America/Chicago', now)).toBe(false);
    expect(isPast({ dueOn: null, dueAt: now }, 'America/Chicago', now)).toBe(true);
  });
});

describe('when somebody is reminded', () => {
  const early = new Date('2026-02-01T00:00:00Z');
  const moment = (dueAt: string) => ({ dueOn: null, dueAt: new Date(dueAt) });

  test.each<[string, Parameters<typeof remindAt>, string | undefined]>([
    [
      'at nine on the day',
      [{ dueOn: '2026-03-08', dueAt: null }, null, 'America/Chicago', early],
      '2026-03-08T14:00:00.000Z',
    ],
    [
      'at nine in Istanbul',
      [{ dueOn: '2026-03-08', dueAt: null }, null, 'Europe/Istanbul', early],
      '2026-03-08T06:00:00.000Z',
    ],
    [
      'at nine on the day of a moment',
      [moment('2026-03-09T20:00:00Z'), null, 'America/Chicago', early],
      '2026-03-09T14:00:00.000Z',
    ],
    [
      'at the moment when that is earlier',
      [moment('2026-03-09T12:00:00Z'), null, 'America/Chicago', early],
      '2026-03-09T12:00:00.000Z',
    ],
    ['at the chosen lead', [moment('2026-03-09T20:00:00Z'), 90, 'America/Chicago', early], '2026-03-09T18:30:00.000Z'],
    [
      'at the moment when the lead has begun',
      [moment('2026-03-09T20:00:00Z'), 90, 'UTC', new Date('2026-03-09T19:00:00Z')],
      '2026-03-09T20:00:00.000Z',
    ],
    [
      'not when nine is over',
      [{ dueOn: '2026-03-08', dueAt: null }, null, 'UTC', new Date('2026-03-08T09:00:00Z')],
      undefined,
    ],
    ['not of what is past', [moment('2026-03-09T20:00:00Z'), 5, 'UTC', new Date('2026-03-10T00:00:00Z')], undefined],
  ])('%s', (_name, given, expected) => {
    expect(at(remindAt(...given))).toBe(expected);
  });

  test('what is overdue is said at nine of the next day, or of the next one that comes', () => {
    const day = dueDayOf({ dueOn: '2026-03-07', dueAt: null }, 'America/Chicago');
    expect(at(overdueAt(day, 'America/Chicago', early))).toBe('2026-03-08T14:00:00.000Z');
    expect(at(overdueAt(day, 'America/Chicago', new Date('2026-03-20T13:00:00Z')))).toBe('2026-03-20T14:00:00.000Z');
    expect(at(overdueAt(day, 'America/Chicago', new Date('2026-03-20T15:00:00Z')))).toBe('2026-03-21T14:00:00.000Z');
  });
});

describe('what comes again', () => {
  const on = (dueOn: string) => ({ dueOn, dueAt: null, timeZone: 'America/Chicago' });
  const now = new Date('2026-01-10T12:00:00Z');

  test.each<[string, Parameters<typeof nextDue>, GivenDue | undefined]>([
    ['every other day', [on('2026-01-09'), 'FREQ=DAILY;INTERVAL=2', now], { dueOn: '2026-01-11' }],
    ['on Mondays and Thursdays', [on('2026-01-12'), 'FREQ=WEEKLY;BYDAY=MO,TH', now], { dueOn: '2026-01-15' }],
    ['on the 31st, where there is one', [on('2026-01-31'), 'FREQ=MONTHLY', now], { dueOn: '2026-03-31' }],
    [
      'on the last working day',
      [on('2026-01-30'), 'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1', now],
      { dueOn: '2026-02-27' },
    ],
    ['not on days that are past already', [on('2025-12-01'), 'FREQ=DAILY', now], { dueOn: '2026-01-10' }],
    ['not after its end', [on('2026-01-09'), 'FREQ=DAILY;UNTIL=20260109T235959Z', now], undefined],
    [
      'at the same time of the place, whatever its clocks do',
      [{ dueOn: null, dueAt: new Date('2026-03-07T15:00:00Z'), timeZone: 'America/Chicago' }, 'FREQ=DAILY', now],
      { dueAt: '2026-03-08T09:00:00', timeZone: 'America/Chicago' },
    ],
  ])('%s', (_name, given, expected) => {
    expect(nextDue(...given)).toEqual(expected);
  });

  test.each([
    '',
    'x',
    'FREQ=SECONDLY',
    'FREQ=DAILY;COUNT=3',
    'FREQ=DAILY;INTERVAL=0',
    'FREQ=DAILY;INTERVAL=99999999999',
    'FREQ=DAILY;FREQ=DAILY',
    'FREQ=DAILY;BYDAY=XX',
    'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30',
    'FREQ=DAILY;BYHOUR=3',
    'FREQ=DAILY\nDTSTART:20260101',
    'FREQ=WEEKLY;UNTIL=never',
  ])('%j is no rule', (rule) => {
    expect(isRepeatRule(rule)).toBe(false);
    expect(costMs(() => isRepeatRule(rule))).toBeLessThan(500);
  });
});
