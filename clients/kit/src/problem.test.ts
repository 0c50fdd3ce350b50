import { CombinedError } from '@urql/core';
import { expect, test } from 'vitest';
import { problemOf } from './problem.ts';

function refused(extensions: Record<string, unknown>) {
  return problemOf(
    new CombinedError({ graphQLErrors: [{ message: 'A name has at most 80 characters.', extensions }] }),
  );
}

test('a refusal brings its reason and the facts beside it', () => {
  const extensions = { code: 'BAD_USER_INPUT', path: ['input', 'name'], reason: 'TOO_LONG', limit: 80, more: ['x'] };
  expect(refused(extensions)).toEqual({
    code: 'BAD_USER_INPUT',
    message: 'A name has at most 80 characters.',
    path: ['input', 'name'],
    reason: 'TOO_LONG',
    facts: { limit: 80 },
  });
});

test('one without a reason has none, and a server that is away has no facts', () => {
  expect(refused({ code: 'CONFLICT' })).toMatchObject({ code: 'CONFLICT', facts: {} });
  expect(refused({ code: 'CONFLICT' })).not.toHaveProperty('reason');
  expect(problemOf(new CombinedError({ networkError: new Error('away') }))).toMatchObject({
    code: 'UNAVAILABLE',
    facts: {},
  });
});
