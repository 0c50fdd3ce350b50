import fc from 'fast-check';
import { expect, test } from 'vitest';
import { newCode, readCode, showCode } from './code.ts';

test('every code is read back as it is shown, and in lower case without the dash', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 50 }), () => {
      const code = newCode();
      expect(readCode(showCode(code))).toBe(code);
      expect(readCode(` ${code.toLowerCase()} `)).toBe(code);
    }),
  );
});

test.each(['', 'K7M', 'K7M-2Q0', 'K7M-2QXX', 'ÄÖÜ-123'])('%j cannot be a code', (typed) => {
  expect(readCode(typed)).toBeUndefined();
});
