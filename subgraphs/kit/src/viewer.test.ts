import { expect, test } from 'vitest';
import { deriveKey } from './secrets.ts';
import { anonymous, signContext, verifyContext } from './viewer.ts';

const key = deriveKey('a secret that only tests ever use, and long enough', 'context');
const context = { viewer: anonymous, correlationId: 'c-1', address: '127.0.0.1' };
const call = {
  to: 'restaurant',
  query: 'query M($id: ID!) { menu(id: $id) { id } }',
  variables: { id: '7' },
  operationName: 'M',
};
const now = Date.parse('2026-11-20T12:00:00Z');

test('what the gateway signed is read back', () => {
  expect(verifyContext(signContext(context, call, key, now), call, key, now)).toMatchObject(context);
});

test.each([
  ['at once', 0, 'good'],
  ['after nine seconds', 9_000, 'good'],
  ['by a clock that is nine seconds behind', -9_000, 'good'],
  ['after eleven seconds', 11_000, 'expired'],
  ['by a clock that is eleven seconds behind', -11_000, 'expired'],
])('a context is good for ten seconds: %s', (_when, later, expected) => {
  const verified = verifyContext(signContext(context, call, key, now), call, key, now + later);
  expect(typeof verified === 'object' ? 'good' : verified).toBe(expected);
});

test.each([
  ['another subgraph', { ...call, to: 'tenants' }],
  ['another operation', { ...call, query: 'mutation { removeMenu(id: "7") }' }],
  ['other variables', { ...call, variables: { id: '8' } }],
  ['no variables', { ...call, variables: undefined }],
  ['another operation of the same document', { ...call, operationName: 'N' }],
  ['a part of the query among the variables', { ...call, query: `.${call.query}` }],
])('a context is good for its call and not for %s', (_what, other) => {
  expect(verifyContext(signContext(context, call, key, now), other, key, now)).toBeUndefined();
});

test('what JSON leaves as it is on the way changes nothing', () => {
  const given = {
    ...call,
    variables: { id: '7', left: undefined, at: new Date(0), list: [1.5, null, { deep: '\u2028' }] },
  };
  const arrived = { ...given, variables: JSON.parse(JSON.stringify(given.variables)) };
  expect(verifyContext(signContext(context, given, key, now), arrived, key, now)).toMatchObject(context);
});

const forgedPayload = Buffer.from(JSON.stringify({ ...context, signedAt: now })).toString('base64url');

test.each([
  ['nothing', undefined],
  ['an empty text', ''],
  ['a text without a signature', forgedPayload],
  ['a payload under another signature', `${forgedPayload}.${signContext(context, call, key, now).split('.')[1]}`],
  [
    'a signature by another key',
    signContext(context, call, deriveKey('another secret, just as long as the first one', 'context'), now),
  ],
  ['a payload that is no JSON', 'bm90IGpzb24.c2ln'],
])('%s is nobody', (_name, token) => {
  expect(verifyContext(token, call, key, now)).toBeUndefined();
});
