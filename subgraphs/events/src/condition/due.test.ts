import { expect, test } from 'vitest';
import { dueOf, foundOf } from './due.ts';

const at = (time: string) => new Date(`2026-11-30T${time}:00.000Z`);
const window = (from: string, to: string) => ({ from: at(from).toISOString(), to: at(to).toISOString() });
const since = at('14:00');

test.each([
  ['at once', undefined, 0, [], '14:00'],
  ['after so many minutes', 'MINUTES', 5, [], '14:05'],
  ['not within maintenance', 'MINUTES', 5, [window('13:00', '15:00')], '15:00'],
  ['also in maintenance that began later', 'MINUTES', 5, [window('14:03', '15:00')], '15:00'],
  ['before maintenance that comes later', 'MINUTES', 5, [window('14:06', '15:00')], '14:05'],
  ['when maintenance is over', 'MINUTES', 5, [window('14:00', '14:05')], '14:05'],
  ['after the last of several', 'MINUTES', 5, [window('14:50', '16:00'), window('14:01', '15:00')], '16:00'],
  ['after maintenance within another', 'MINUTES', 5, [window('14:00', '17:00'), window('14:10', '15:00')], '17:00'],
] as const)('it is an alert %s', (_, unit, threshold, quiet, due) => {
  expect(dueOf({ since, quiet: [...quiet] }, unit, threshold)).toEqual(at(due));
});

test('what is counted is an alert when it has come often enough in a row', () => {
  expect(dueOf({ since, value: 2, quiet: [] }, 'TIMES', 3)).toBeUndefined();
  expect(dueOf({ since, value: 3, quiet: [] }, 'TIMES', 3)).toEqual(since);
  expect(dueOf({ since, quiet: [] }, 'TIMES', 1)).toEqual(since);
});

test('what was found is a count, or whole minutes', () => {
  expect(foundOf({ since, value: 3, quiet: [] }, 'TIMES', at('15:00'))).toBe(3);
  expect(foundOf({ since, quiet: [] }, 'MINUTES', new Date(at('14:07').getTime() + 59_000))).toBe(7);
  expect(foundOf({ since, quiet: [] }, 'MINUTES', at('13:59'))).toBe(0);
});
