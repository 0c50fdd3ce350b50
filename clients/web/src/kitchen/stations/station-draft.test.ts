import { expect, test } from 'vitest';
import { inputsOf, minutesOf, secondsOf } from './station-draft.ts';

test.each([
  ['8', 480],
  ['1.5', 90],
  ['2,25', 135],
  [' 15 ', 900],
  ['1440', 86_400],
  ['0', undefined],
  ['1441', undefined],
  ['', undefined],
  ['8m', undefined],
  ['1e3', undefined],
])('%j minutes are %j seconds', (minutes, seconds) => {
  expect(secondsOf(minutes)).toBe(seconds);
});

test('what is shown in minutes is read as the same seconds', () => {
  for (let seconds = 1; seconds <= 86_400; seconds += 7) expect(secondsOf(minutesOf(seconds))).toBe(seconds);
});

test('a section or an item is sent, and a line without a choice is left out', () => {
  const routes = [
    { what: 'section:s', channels: [] },
    { what: '', channels: [] },
    { what: 'item:i', channels: ['ONLINE' as const] },
  ];
  expect(inputsOf(routes)).toEqual([
    { sectionId: 's', channels: [] },
    { itemId: 'i', channels: ['ONLINE'] },
  ]);
});
