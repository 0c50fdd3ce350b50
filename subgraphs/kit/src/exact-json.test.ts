import { expect, test } from 'vitest';
import { parseExact } from './exact-json.ts';

test.each([
  '9007199254740993',
  '-9223372036854775808',
  '0.12345678901234567890',
  '1000000000000000000000',
  '123456789012345.678',
  '1.2345678901234567e-5',
  '[1,{"a":[9007199254740993,"9007199254740993"]}]',
])('%s loses no digit', (text) => {
  expect(JSON.stringify(parseExact(text))).toBe(text);
});

test.each([
  '9007199254740991',
  '0.30000000000000004',
  '1.0000000000000000',
  '-0.5',
  '1e5',
  '1764000000000',
  '[1,"12345678901234567890"]',
])('%s is what JSON.parse makes of it', (text) => {
  expect(parseExact(text)).toEqual(JSON.parse(text));
});

test('a number is found wherever it stands in a text', () => {
  for (let before = 0; before < 40; before += 1) {
    const text = `["${'x'.repeat(before)}",9007199254740993]`;
    expect(JSON.stringify(parseExact(text))).toBe(text);
  }
});

test('a key called __proto__ is a key', () => {
  const read = parseExact('{"__proto__":{"a":9007199254740993}}');
  expect(JSON.stringify(read)).toBe('{"__proto__":{"a":9007199254740993}}');
  expect(Object.getPrototypeOf(read)).toBe(Object.prototype);
});

test('what is no JSON is refused', () => {
  expect(() => parseExact('{"a":9007199254740993')).toThrow(SyntaxError);
});
