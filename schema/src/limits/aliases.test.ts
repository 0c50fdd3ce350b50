import { getOperationAST, parse } from 'graphql';
import { expect, it } from 'vitest';
import { aliasesOf } from './aliases.ts';

const aliases = (text: string) => {
  const document = parse(text);
  const operation = getOperationAST(document);
  return operation ? aliasesOf(document, operation) : undefined;
};

it.each([
  ['{ a { b } }', 0],
  ['{ x: a { y: b } z: c }', 3],
  ['{ a { ...F } b { ...F } } fragment F on T { x: c y: d }', 4],
])('%s has its aliases, and those of a fragment each time', (text, count) => {
  expect(aliases(text)).toBe(count);
});

it('counts what doubles twenty times at once', () => {
  const fragments = Array.from(
    { length: 20 },
    (_, i) => `fragment F${i} on T { a { ...F${i + 1} } b { ...F${i + 1} } }`,
  );
  expect(aliases(`{ ...F0 } ${fragments.join(' ')} fragment F20 on T { x: c }`)).toBe(2 ** 20);
});
