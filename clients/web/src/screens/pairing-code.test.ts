import { expect, test } from 'vitest';
import { pairingCodeOf } from './pairing-code.ts';

test.each(['K7M-2QX', 'k7m2qx', ' k7m 2qx ', 'K7M–2qx', 'k7m.2qx'])('%j is K7M-2QX', (typed) => {
  expect(pairingCodeOf(typed)).toBe('K7M-2QX');
});

test.each(['', 'K7M', 'K7M-2QXX', 'K7M-2Q!', 'ç7m2qx'])('%j is no code', (typed) => {
  expect(pairingCodeOf(typed)).toBeUndefined();
});
