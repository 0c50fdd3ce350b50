import { expect, test } from 'vitest';
import { createVault } from './vault.ts';

const vault = createVault('a secret that only tests ever use, and long enough');

test.each(['', 'x', 'tacos al pastor 🌮', 'y'.repeat(10_000)])('what is sealed opens again (%#)', (text) => {
  expect(vault.open(vault.seal(text))).toBe(text);
});

test('the same text is sealed differently each time, and its index is the same', () => {
  expect(vault.seal('Lupita')).not.toBe(vault.seal('Lupita'));
  expect(vault.blindIndex('Lupita')).toBe(vault.blindIndex('Lupita'));
  expect(vault.blindIndex('Lupita')).not.toBe(vault.blindIndex('lupita'));
});

test('what was tampered with does not open, and neither does another installation open it', () => {
  const sealed = vault.seal('secret');
  const [version, nonce, , tag] = sealed.split('.');
  expect(() => vault.open([version, nonce, 'AAAAAAAA', tag].join('.'))).toThrow();
  expect(() => vault.open('nonsense')).toThrow('malformed');
  expect(() => createVault('another secret, just as long as the first one').open(sealed)).toThrow();
});
