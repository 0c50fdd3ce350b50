import { expect, test } from 'vitest';
import { durationText } from './duration.ts';

test.each([
  [0, '0ms'],
  [999, '999ms'],
  [1_450, '1.5s'],
  [12_900, '12s'],
  [60_000, '1m'],
  [125_000, '2m 5s'],
  [3_725_000, '1h 2m'],
  [93_600_000, '1d 2h'],
])('%i ms are %s', (ms, text) => {
  expect(durationText(ms, 'en')).toBe(text);
});

test('the words are those of the language', () => {
  expect(durationText(125_000, 'tr')).toBe('2d 5sn');
});
