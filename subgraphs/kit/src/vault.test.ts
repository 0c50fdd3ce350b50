import { createCipheriv, randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { deriveKey } from './secrets.ts';
import { createVault } from './vault.ts';

const secret = 'a secret that only tests ever use, and long enough';
const old = 'another secret, just as long as the first one';
const vault = createVault(secret);

test.each(['', 'x', 'tacos al pastor 🌮', 'y'.repeat(10_000)])('what is sealed opens again (%#)', (text) => {
  expect(vault.open(vault.seal(text))).toBe(text);
});

test('the same text is sealed differently each time, and its digest is the same', () => {
  expect(vault.seal('Lupita')).not.toBe(vault.seal('Lupita'));
  expect(vault.digest('Lupita')).toBe(vault.digest('Lupita'));
  expect(vault.digest('Lupita')).not.toBe(vault.digest('lupita'));
});

test('what was tampered with does not open, and neither does another installation open it', () => {
  const sealed = vault.seal('secret');
  const [name, nonce, text, tag = ''] = sealed.split('.');
  expect(() => vault.open([name, nonce, 'AAAAAAAA', tag].join('.'))).toThrow();
  expect(() => vault.open([name, nonce, text, tag.slice(0, 6)].join('.'))).toThrow('malformed');
  expect(() => vault.open('nonsense')).toThrow('malformed');
  expect(() => createVault(old).open(sealed)).toThrow('MYCELIUM_OLD_SECRETS');
});

test('after a change of the secret everything opens that was sealed with an older one, and only the newest seals', () => {
  const changed = createVault(secret, [old, 'the very first secret of all, also long enough']);
  const before = createVault(old).seal('Lupita');
  expect(changed.open(before)).toBe('Lupita');
  const keys = [changed.seal('Lupita'), before].map((sealed) => sealed.split('.')[0]);
  expect(changed.names.slice(0, 2)).toEqual(keys);
  expect(vault.seal('Lupita').startsWith(`${changed.names[0]}.`)).toBe(true);
  expect(vault.open(changed.seal('Lupita'))).toBe('Lupita');
});

test('what was sealed before keys had names opens under whichever secret sealed it, and counts as old', () => {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', deriveKey(old, 'seal', '1'), nonce);
  const text = Buffer.concat([cipher.update('Lupita'), cipher.final()]);
  const unnamed = ['1', ...[nonce, text, cipher.getAuthTag()].map((part) => part.toString('base64url'))].join('.');
  const changed = createVault(secret, [old]);
  expect([changed.open(unnamed), changed.names.indexOf('1')]).toEqual(['Lupita', 2]);
  expect(createVault(old).open(unnamed)).toBe('Lupita');
  expect(() => vault.open(unnamed)).toThrow();
});
