import { expect, test } from 'vitest';
import { dayExample } from './day-example.ts';

test.each([
  ['04:00', { last: '03:59', first: '04:00', before: 'Friday', day: 'Saturday' }],
  ['00:30', { last: '00:29', first: '00:30', before: 'Friday', day: 'Saturday' }],
  ['22:00', { last: '21:59', first: '22:00', before: 'Friday', day: 'Saturday' }],
  ['00:00', undefined],
  ['', undefined],
])('where days begin at %s, this is the last order of Friday', (dayStart, example) => {
  expect(dayExample(dayStart, 'en')).toEqual(example);
});

test('days are called what they are called in the language', () => {
  expect(dayExample('04:00', 'tr')).toMatchObject({ before: 'Cuma', day: 'Cumartesi' });
});
