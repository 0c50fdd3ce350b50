import { CombinedError } from '@urql/core';
import { GraphQLError } from 'graphql';
import { expect, test } from 'vitest';
import { outcomeOf } from './send-entry.ts';

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
