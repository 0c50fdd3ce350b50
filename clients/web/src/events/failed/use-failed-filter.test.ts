import { expect, test } from 'vitest';
import { failedFilterOf } from './use-failed-filter.ts';

const nothing = { source: '', target: '', type: '', error: '', from: '', to: '' };

test('what is left empty is not asked for, so that a job takes all', () => {
  expect(failedFilterOf(nothing)).toEqual({});
  expect(failedFilterOf({ ...nothing, target: 'hr', error: 'No such' })).toEqual({
    target: 'hr',
    errorContains: 'No such',
  });
});

test('the last day is asked for as a whole', () => {
  const { from, to } = failedFilterOf({ ...nothing, from: '2026-11-20', to: '2026-11-20' });
  expect(Date.parse(String(to)) - Date.parse(String(from))).toBe(86_400_000);
});
