import type { Problem } from '@mycelium/client-kit/problem';
import { CombinedError } from 'urql';
import { expect, test } from 'vitest';
import { isOutdated, mistakeIn, refusalIn } from './refusal.ts';

const refused = (...path: string[]): Problem => ({
  code: 'BAD_USER_INPUT',
  message: 'It is too long.',
  path,
  facts: {},
});

test('a mistake is said at its field of the input, and at what that field belongs to', () => {
  const problem = refused('input', 'price', 'amount');
  expect(mistakeIn(problem, 'price.amount')).toBe('It is too long.');
  expect(mistakeIn(problem, 'price')).toBe('It is too long.');
  expect(mistakeIn(problem, 'price.currency')).toBeUndefined();
  expect(mistakeIn(problem, 'pri')).toBeUndefined();
  expect(mistakeIn(refused('config', 'attempts'), 'config.attempts')).toBe('It is too long.');
});

test('only what was entered is a mistake of a field', () => {
  expect(mistakeIn({ ...refused('input', 'name'), code: 'FORBIDDEN' }, 'name')).toBeUndefined();
  expect(mistakeIn(undefined, 'name')).toBeUndefined();
});

test('what was written counts, also when a part of the answer could not be read', () => {
  const error = new CombinedError({ graphQLErrors: [{ message: 'away', extensions: { code: 'UNAVAILABLE' } }] });
  expect(refusalIn({ data: { createBoard: { id: '1', sections: null } }, error })).toBeUndefined();
  expect(refusalIn({ data: { createBoard: null }, error })).toMatchObject({ code: 'UNAVAILABLE' });
  expect(refusalIn({ data: undefined, error })).toMatchObject({ code: 'UNAVAILABLE' });
  expect(refusalIn({ data: { removeBoard: null }, error: undefined })).toBeUndefined();
});

test('a thing that has changed or gone is not any more as it is shown', () => {
  expect(isOutdated({ ...refused(), code: 'CONFLICT' })).toBe(true);
  expect(isOutdated({ ...refused(), code: 'NOT_FOUND' })).toBe(true);
  expect(isOutdated({ ...refused('sections'), reason: 'LIST_CHANGED' })).toBe(true);
  expect(isOutdated(refused('input', 'name'))).toBe(false);
});
