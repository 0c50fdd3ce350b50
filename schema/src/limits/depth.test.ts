import { getOperationAST, parse } from 'graphql';
import { expect, it } from 'vitest';
import { depthOf } from './depth.ts';

const depth = (text: string) => {
  const document = parse(text);
  const operation = getOperationAST(document);
  return operation ? depthOf(document, operation) : undefined;
};

it.each([
  ['{ a }', 1],
  ['{ a { b } c { d { e } } }', 3],
  ['{ a { ...F } } fragment F on T { b { ... on T { c } } }', 3],
  ['{ __schema { types { fields { name } } } a }', 1],
  ['{ ...F } fragment F on T { a { ...F } }', 1],
])('%s is as deep as its longest way down', (text, levels) => {
  expect(depth(text)).toBe(levels);
});
