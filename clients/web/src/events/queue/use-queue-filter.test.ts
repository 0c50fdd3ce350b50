import { expect, test } from 'vitest';
import { queueFilterOf } from './use-queue-filter.ts';

test('what is left empty is not asked for', () => {
  expect(queueFilterOf({ source: '', target: 'hr', older: '' })).toEqual({ target: 'hr' });
});

test('an age is asked for in milliseconds, and only one of those offered', () => {
  expect(queueFilterOf({ source: 'crm', target: '', older: '5m' })).toEqual({ source: 'crm', olderThanMs: 300_000 });
  expect(queueFilterOf({ source: '', target: '', older: '7m' })).toEqual({});
});
