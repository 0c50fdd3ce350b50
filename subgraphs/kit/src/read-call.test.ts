import { costMs } from '@mycelium/schema/worked';
import { buildSchema, GraphQLError } from 'graphql';
import { expect, it } from 'vitest';
import { readCall } from './read-call.ts';

const schema = buildSchema('type Query { _entities(representations: [String!]!): [T] } type T { a: T id: ID }');
const many = (count: number, each: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => each(index)).join(' ');

it('reads what a gateway writes out of one operation, though it is more than a client may send', () => {
  const query = `query ($r: [String!]!) { _entities(representations: $r) { ... on T { ${many(8_000, (i) => `a${i}: a { id }`)} } } }`;
  expect(readCall(query, schema).kind).toBe('Document');
});

it.each([
  ['brackets in each other', `{ ${'a {'.repeat(100_000)}`],
  [
    'fragments that double',
    `{ ...F0 } ${many(40, (i) => `fragment F${i} on T { ...F${i + 1} ...F${i + 1} }`)} fragment F40 on T { id }`,
  ],
  ['tokens without an end', 'a '.repeat(1_000_000)],
])('refuses %s without holding up others', (_what, query) => {
  const refuse = () => expect(() => readCall(query, schema)).toThrow(GraphQLError);
  expect(costMs(refuse)).toBeLessThan(1_000);
});
