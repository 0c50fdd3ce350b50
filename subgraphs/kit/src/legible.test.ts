import { expect, test } from 'vitest';
import { legible, legibleJson } from './legible.ts';

test.each([
  ['a NUL', 'a\0b', 'a\ufffdb'],
  ['the first half of an emoji', 'a\ud83d', 'a\ufffd'],
  ['the second half', '\ude00b', '\ufffdb'],
  ['a whole one', '😀', '😀'],
  ['what only looks like an escape', '\\u0000 \\ud83d', '\\u0000 \\ud83d'],
  ['a backslash before a NUL', '\\\0', '\\\ufffd'],
])('%s in a text, a value and a key is as a database can keep it', (_, text, kept) => {
  expect(legible(text)).toBe(kept);
  expect(JSON.parse(legibleJson({ [text]: [text, 1, null] }))).toEqual({ [kept]: [kept, 1, null] });
});
