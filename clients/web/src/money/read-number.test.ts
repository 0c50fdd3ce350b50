import { expect, test } from 'vitest';
import { draftOfSettings as busDraft, numbersOf } from '../events/settings/settings.ts';
import { configOfSettings, draftOfSettings } from '../sync/settings-draft.ts';
import { readNumber } from './read-number.ts';

test.each([
  ['7', 7],
  ['0,5', 0.5],
  ['0.5', 0.5],
  [' 99,95 ', 99.95],
  ['12,', 12],
  ['-1,5', -1.5],
  ['−2', -2],
  ['1.125', 1.125],
  ['0,125', 0.125],
  ['1234,567', 1234.567],
])('%j is the number %d', (text, number) => {
  expect(readNumber(text)).toBe(number);
});

test.each([
  '',
  ' ',
  ',',
  '.5',
  '1,234',
  '1.234,5',
  '1e3',
  '0x10',
  '1 000',
  '12a',
  '1\u00000',
  '٤',
  'Infinity',
  '9'.repeat(400),
])('%j is none', (text) => {
  expect(readNumber(text)).toBeUndefined();
});

test('every form that takes a fraction takes it with a comma', () => {
  const settings = { acknowledgeWithinMs: 60_000, attempts: 3, backOffMs: 1_000, backOffAtMostMs: 60_000 };
  const draft = busDraft({ ...settings, breakerFailures: 5, breakerOpenMs: 30_000 });
  expect(numbersOf({ ...draft, backOffMs: '1,5' })).toMatchObject({ backOffMs: 1_500 });
  expect(numbersOf({ ...draft, backOffMs: '1,500' })).toBeUndefined();
  const sync = draftOfSettings({});
  expect(configOfSettings({ ...sync, confirmAbovePercent: '12,5' }, {})).toMatchObject({ confirmAbovePercent: 12.5 });
});
