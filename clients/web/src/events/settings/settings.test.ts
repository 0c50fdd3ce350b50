import { expect, test } from 'vitest';
import { draftOfSettings, numbersOf } from './settings.ts';

const settings = {
  acknowledgeWithinMs: 90_000,
  attempts: 5,
  backOffMs: 1_500,
  backOffAtMostMs: 300_000,
  breakerFailures: 10,
  breakerOpenMs: 30_000,
};

test('numbers go through the form in units that people count in, unchanged', () => {
  const draft = draftOfSettings(settings);
  expect(draft).toMatchObject({ acknowledgeWithinMs: '1.5', attempts: '5', backOffMs: '1.5', breakerOpenMs: '30' });
  expect(numbersOf(draft)).toEqual(settings);
});

test('what is no number is not sent', () => {
  expect(numbersOf({ ...draftOfSettings(settings), attempts: 'many' })).toBeUndefined();
  expect(numbersOf({ ...draftOfSettings(settings), attempts: ' ' })).toBeUndefined();
});
