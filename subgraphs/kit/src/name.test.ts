import { expect, test } from 'vitest';
import { parseInput } from './input.ts';
import { nameOf } from './name.ts';

const parse = (name: string) => parseInput(nameOf(30, 'Give it a name'), name, ['name']);

test.each(['Ana', ' José Ñandú ', "O'Hara-Smith (2)", 'عائشة', '王小明', 'שרה', '👩‍👩‍👧', 'Nº 5 €', 'e\u0301'])(
  '%j is a name',
  (name) => {
    expect(parse(name)).toBe(name.trim());
  },
);

test.each([
  'Ana\nYour account is locked',
  'a\r\nBcc: b@example.com',
  'a\tb',
  'a\u0085b',
  'a\u2028b',
  '\u202egnp.exe',
  'a\u2066b',
  '\u200b',
  '\u200d\ufe0f',
  'a\u001b[31m',
])('%j is none', (name) => {
  expect(() => parse(name)).toThrow('A name is one line of visible characters.');
});

test('what is missing or too long is told so', () => {
  expect(() => parse('  ')).toThrow('Give it a name.');
  expect(() => parse('x'.repeat(31))).toThrow('A name has at most 30 characters.');
});
