import { parse } from 'graphql';
import { expect, it } from 'vitest';
import { parseOptions } from './tokens.ts';

it('ends the reading of a document with too many tokens', () => {
  const document = (fields: number) => `{ ${'a '.repeat(fields)}}`;
  expect(() => parse(document(9_000), parseOptions)).not.toThrow();
  expect(() => parse(document(10_001), parseOptions)).toThrow('10000 tokens');
});
