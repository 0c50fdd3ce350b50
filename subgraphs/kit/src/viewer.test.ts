import { expect, test } from 'vitest';
import { deriveKey } from './secrets.ts';
import { anonymous, signContext, verifyContext } from './viewer.ts';

const key = deriveKey('a secret that only tests ever use, and long enough', 'context');
const call = { viewer: anonymous, correlationId: 'c-1', address: '127.0.0.1' };
const now = Date.parse('2026-11-20T12:00:00Z');

test('what the gateway signed is read back', () => {
  expect(verifyContext(signContext(call, key, now), key, now)).toMatchObject(call);
});

test('a context is good for a minute', () => {
  const token = signContext(call, key, now);
  expect(verifyContext(token, key, now + 59_000)).toBeDefined();
  expect(verifyContext(token, key, now + 61_000)).toBeUndefined();
});

const forgedPayload = Buffer.from(JSON.stringify({ ...call, exp: 9_999_999_999 })).toString('base64url');

test.each([
  ['nothing', undefined],
  ['an empty text', ''],
  ['a text without a signature', forgedPayload],
  ['a payload under another signature', `${forgedPayload}.${signContext(call, key, now).split('.')[1]}`],
  [
    'a signature by another key',
    signContext(call, deriveKey('another secret, just as long as the first one', 'context'), now),
  ],
  ['a payload that is no JSON', 'bm90IGpzb24.c2ln'],
])('%s is nobody', (_name, token) => {
  expect(verifyContext(token, key, now)).toBeUndefined();
});
