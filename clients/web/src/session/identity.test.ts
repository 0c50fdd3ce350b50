import { expect, test } from 'vitest';
import { identityOf } from './identity.ts';

const token = (claims: object) => `e30.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.signature`;

test('a renewed token of the same person and tenant has the same identity', () => {
  expect(identityOf(token({ sub: 'rosa', tid: 'reinas', exp: 1 }))).toBe(
    identityOf(token({ sub: 'rosa', tid: 'reinas', exp: 2 })),
  );
});

test('another tenant is another identity, and no token is none', () => {
  expect(identityOf(token({ sub: 'rosa', tid: 'reinas' }))).not.toBe(
    identityOf(token({ sub: 'rosa', tid: 'farolito' })),
  );
  expect(identityOf(undefined)).toBeUndefined();
});

test('what is not a JWT is its own identity', () => {
  expect(identityOf('a.b.c')).toBe('a.b.c');
});
