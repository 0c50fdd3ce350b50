import { expect, it } from 'vitest';
import { costMs } from '../worked.ts';
import { nestingOf } from './nesting.ts';

it.each([
  ['{ a { b } c(x: [{ y: 1 }]) }', 4],
  ['{ a(x: "{{{\\"{{{") { b } }', 2],
  ['{ a(x: """{{{ \\""" "" {{{ """) { b } }', 2],
  ['{ a # {{{ \n { b } }', 2],
  ['{ a(x: "{{{', 2],
  ['}}}{', 0],
  ['{ a(x: "\\\\") { b { c } } }', 3],
])('%s', (text, levels) => {
  expect(nestingOf(text)).toBe(levels);
});

it('reads a mebibyte of anything at once', () => {
  for (const sign of ['[', '"', '"""', '\\', '#', '{a:', '"\\']) {
    const text = sign.repeat(1_048_576 / sign.length);
    expect(costMs(() => nestingOf(text))).toBeLessThan(300);
  }
});
