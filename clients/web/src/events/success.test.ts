import { expect, test } from 'vitest';
import { successOf } from './success.ts';

test('an application succeeds by what all that tell it come to, not by the mean of their shares', () => {
  const channels = [
    { acknowledged: 99, failed: 0 },
    { acknowledged: 0, failed: 1 },
  ];
  expect(successOf(channels)).toEqual({ done: 99, failed: 1, share: 0.99 });
});

test('where nothing ended there is no share', () => {
  expect(successOf([])).toEqual({ done: 0, failed: 0, share: undefined });
});
