import { expect, test } from 'vitest';
import { type BlindKind, blindIndex, blindIndexes } from './blind-index.ts';
import { createVault } from './vault.ts';

const [old, secret] = ['an old secret of this test, long enough', 'a newer secret of this test, long enough'];
const vault = createVault(secret);
const [ours, theirs] = ['0198a000-0000-7000-8000-000000000001', '0198a000-0000-7000-8000-000000000002'];

test.each<[BlindKind, string, string]>([
  ['phone', '+57 300 123 4567', '+573001234567'],
  ['phone', '(57) 300-123.4567', '٥٧٣٠٠١٢٣٤٥٦٧'],
  ['phone-last-four', '+57 300 123 4567', '+52 55 9999 4567'],
  ['email', ' Lupita@X.test', 'lupita@x.test'],
  ['email-domain', 'lupita@X.test', 'beto@x.TEST '],
])('a %s is found however it is written', (kind, one, other) => {
  expect(blindIndex(vault, ours, kind, one)).toBe(blindIndex(vault, ours, kind, other));
});

test('equal values of two tenants, and of two kinds, do not look equal', () => {
  const kinds: BlindKind[] = ['phone', 'phone-last-four', 'email', 'email-domain'];
  const value = '12345678@x.test';
  const indexes = [ours, theirs].flatMap((tenant) => kinds.map((kind) => blindIndex(vault, tenant, kind, value)));
  expect(new Set(indexes).size).toBe(8);
});

test.each<[BlindKind, string]>([
  ['phone', 'none'],
  ['phone', ''],
  ['phone-last-four', '1234567'],
  ['email', '  '],
  ['email-domain', 'no address'],
  ['email-domain', 'x@'],
])('%s of %j is no value, so that nobody is found by nothing', (kind, value) => {
  expect(blindIndexes(vault, ours, kind, value)).toEqual([]);
});

test('a search asks under every secret while values are sealed again, and a row is kept under the newest', () => {
  const both = createVault(secret, [old]);
  const phone = '+573001234567';
  expect(blindIndexes(both, ours, 'phone', phone)).toEqual([
    blindIndex(vault, ours, 'phone', phone),
    blindIndex(createVault(old), ours, 'phone', phone),
  ]);
  expect(blindIndex(both, ours, 'phone', phone)).toBe(blindIndex(vault, ours, 'phone', phone));
});
