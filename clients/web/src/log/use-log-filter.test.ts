import { expect, test } from 'vitest';
import { filterOf } from './use-log-filter.ts';

const nothing = { action: '', noun: '', id: '', actor: '', from: '', to: '' };

test('what is left empty is not asked for', () => {
  expect(filterOf({ ...nothing, noun: 'MenuItem' })).toEqual({ noun: 'MenuItem' });
});

test('the last day is asked for as a whole', () => {
  const { from, to } = filterOf({ ...nothing, from: '2026-11-20', to: '2026-11-20' });
  expect(Date.parse(String(to)) - Date.parse(String(from))).toBe(86_400_000);
});
