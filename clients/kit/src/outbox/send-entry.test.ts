import { CombinedError } from '@urql/core';
import { GraphQLError, parse } from 'graphql';
import { expect, test } from 'vitest';
import { outcomeOf, outcomesOf, type Together } from './send-entry.ts';

const said = (extensions: Record<string, unknown>) =>
  outcomeOf(new CombinedError({ graphQLErrors: [new GraphQLError('So it is.', { extensions })] }));

test('the server that cannot be reached, or does not let anybody in, holds up all', () => {
  expect(outcomeOf(new CombinedError({ networkError: new Error('down') }))).toEqual({ kind: 'AWAY' });
  expect(said({ code: 'UNAUTHENTICATED' })).toEqual({ kind: 'AWAY' });
  expect(said({ code: 'RATE_LIMITED', retryAfter: 7 })).toEqual({ kind: 'AWAY', afterMs: 7_000 });
});

test('what may pass is tried again, of its order alone', () => {
  expect(said({ code: 'UNAVAILABLE', retryAfter: 2 })).toEqual({ kind: 'LATER', afterMs: 2_000 });
  expect(said({ code: 'INTERNAL' })).toEqual({ kind: 'LATER' });
});

test.each([
  [{ code: 'CONFLICT', reason: 'ID_REUSED' }, 'ID_REUSED'],
  [{ code: 'BAD_USER_INPUT', reason: 'CLOCK' }, 'CLOCK'],
  [{ code: 'FORBIDDEN' }, 'FORBIDDEN'],
  [{ code: 'NOT_FOUND' }, 'NOT_FOUND'],
])('%j is a refusal, with its reason', (extensions, reason) => {
  expect(said(extensions)).toEqual({ kind: 'REFUSED', reason, message: 'So it is.' });
});

const three = {
  operations: ['open', 'add', 'place'],
  document: parse('mutation { __typename open { id } lines: add { id } order: place { id } }'),
} as Together;
const failedAt = (path: string[] | undefined, extensions: Record<string, unknown>) =>
  new CombinedError({ graphQLErrors: [new GraphQLError('So it is.', { path, extensions })] });

test('of several in one request each has its own outcome, and what stands behind a refusal has none', () => {
  const done = { kind: 'DONE' };
  expect(outcomesOf(three, { order: 1 }, undefined)).toEqual([done, done, { kind: 'DONE', data: { order: 1 } }]);
  const soldOut = failedAt(['lines'], { code: 'BAD_USER_INPUT', reason: 'SOLD_OUT' });
  const refused = { kind: 'REFUSED', reason: 'SOLD_OUT', message: 'So it is.' };
  expect(outcomesOf(three, null, soldOut)).toEqual([done, refused]);
  expect(outcomesOf(three, null, failedAt(['order', 'id'], { code: 'INTERNAL' }))).toEqual([
    ...[done, done],
    { kind: 'LATER' },
  ]);
});

test('what concerns the whole request holds up all of it, and a refusal of the whole is nobody’s', () => {
  const down = new CombinedError({ networkError: new Error('down') });
  expect(outcomesOf(three, undefined, down)).toEqual([{ kind: 'AWAY' }]);
  expect(outcomesOf(three, undefined, failedAt(undefined, { code: 'UNAUTHENTICATED' }))).toEqual([{ kind: 'AWAY' }]);
  expect(outcomesOf(three, undefined, failedAt(undefined, { code: 'FORBIDDEN' }))).toBeUndefined();
});
