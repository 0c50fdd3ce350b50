import { expect, test } from 'vitest';
import { mayGrant } from './grant.ts';
import { weaknessOf } from './password-rules.ts';

const ana = { email: 'ana.garcia@example.test', name: 'Ana García' };

test.each([
  'elevenchars',
  'password1234',
  'PasswordPassword!',
  'Qwertyuiop123',
  'contraseña2026',
  'aaaaaaaaaaaaaa',
  'abcdefghijklmnop',
  '987654321098',
  'ana.garcia2026!',
  'AnaGarcía1234',
  'x'.repeat(300),
])('%s is no password', (password) => {
  expect(weaknessOf(password, ana)).toEqual(expect.any(String));
});

test.each(['gently down the stream', 'zwölf boxkämpfer', '🌮🌯🫔🥑🌶️🍋 tacos de canasta', '7390184756213'])(
  '%s is one, whatever its characters are',
  (password) => {
    expect(weaknessOf(password, ana)).toBeUndefined();
  },
);

test('nobody grants a role above their own', () => {
  expect(mayGrant('OWNER', 'OWNER')).toBe(true);
  expect(mayGrant('MANAGER', 'OWNER')).toBe(false);
  expect(mayGrant('MANAGER', 'MANAGER')).toBe(true);
  expect(mayGrant('KITCHEN', 'MANAGER')).toBe(false);
  expect(mayGrant('ADMIN', 'OWNER')).toBe(true);
  expect(mayGrant('OWNER', 'ADMIN')).toBe(false);
  expect(mayGrant(undefined, 'KITCHEN')).toBe(false);
});
