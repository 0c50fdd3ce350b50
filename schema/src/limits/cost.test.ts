import { composeServices } from '@apollo/composition';
import { Supergraph } from '@apollo/federation-internals';
import { getOperationAST, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { compileCost } from './cost.ts';
import { readWeights } from './weights.ts';

const sdl = /* GraphQL */ `
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@cost", { name: "@listSize", as: "@size" }])
  type Query {
    book: Book
    heavy: Int @cost(weight: 5)
    books: [Book!]!
    latest: [Book!] @size(assumedSize: 3)
    page(first: Int = 20, last: Int): Page @size(slicingArguments: ["first", "last"], sizedFields: ["nodes"], requireOneSlicingArgument: false)
    some(first: Int, last: Int): [Book!] @size(slicingArguments: ["first", "last"])
    connection(first: Int = 50, after: String): Connection
    find(filter: Filter, tags: [Tag!]): Media
    genre: Genre
  }
  type Mutation { buy: Book }
  type Connection { edges: [Edge!]! }
  type Edge { node: Book }
  type Page { nodes: [Book!]! count: Int! }
  interface Media { id: ID! }
  type Book implements Media @key(fields: "id") { id: ID! title: String author: Author pages: [String!]! }
  type Film implements Media @key(fields: "id") @cost(weight: 4) { id: ID! author: Author }
  type Author @cost(weight: 2) { books: [Book!] name: String @cost(weight: 3) }
  enum Genre @cost(weight: 7) { CRIME }
  input Filter { title: String @cost(weight: 6) inner: Filter }
  input Tag { name: String }
`;
const { supergraphSdl = '' } = composeServices([{ name: 'books', url: 'http://127.0.0.1:1', typeDefs: parse(sdl) }]);
const api = Supergraph.build(supergraphSdl).apiSchema().toGraphQLJSSchema();
const weights = readWeights(parse(supergraphSdl));
const compiled = (text: string) => {
  const document = parse(text);
  const operation = getOperationAST(document);
  if (!operation) throw new Error('There is no operation.');
  return compileCost(api, weights, document, operation);
};
const estimate = (text: string, variables = {}) => compiled(text)(variables);

it.each([
  ['an object costs 1, a scalar nothing', '{ book { id title } }', {}, 1],
  ['a mutation costs 10', 'mutation { buy { id } }', {}, 11],
  ['@cost on a field', '{ heavy }', {}, 5],
  ['@cost on an object and on its field', '{ book { author { name } } }', {}, 1 + 2 + 3],
  ['@cost on an enum', '{ genre }', {}, 7],
  ['a list of which nothing is known has ten', '{ books { author { name } } }', {}, 10 * (1 + 5)],
  ['a list has its assumed size', '{ latest { id } }', {}, 3],
  ['a slicing argument sizes the fields below', '{ page(first: 5) { nodes { id } count } }', {}, 1 + 5],
  ['a slicing argument has its default', '{ page { nodes { id } } }', {}, 1 + 20],
  ['the largest slicing argument counts', '{ page(first: 2, last: 8) { nodes { id } } }', {}, 1 + 8],
  [
    'a page of which nothing is said has as many entries as are asked for',
    '{ connection(first: 7) { edges { node { id } } } }',
    {},
    1 + 7 * 2,
  ],
  ['or as many as are asked for by default', '{ connection { edges { node { id } } } }', {}, 1 + 50 * 2],
  ['a variable slices', 'query ($n: Int) { some(first: $n) { author { name } } }', { n: 4 }, 4 * 6],
  ['a list of scalars costs nothing', '{ book { pages } }', {}, 1],
  [
    'an input object costs 1 and its fields',
    '{ find(filter: { title: "x", inner: { title: "y" } }) { id } }',
    {},
    4 + (1 + 6) + (1 + 6),
  ],
  ['input objects in a variable', 'query ($t: [Tag!]) { find(tags: $t) { id } }', { t: [{ name: 'a' }, {}] }, 4 + 2],
  ['an interface costs as much as the dearest of its types', '{ find { id } }', {}, 4],
  [
    'each type of an interface counts',
    '{ find { ... on Book { author { name } } ... on Film { author { name } } } }',
    {},
    4 + 5 + 5,
  ],
  [
    'what is selected twice counts once',
    '{ book { author { name } } ...F } fragment F on Query { book { author { name } } }',
    {},
    6,
  ],
  ['aliases count each', '{ a: book { id } b: book { id } }', {}, 2],
  [
    'what is skipped costs nothing',
    'query ($no: Boolean!) { book @include(if: $no) { id } heavy @skip(if: true) }',
    { no: false },
    0,
  ],
  ['introspection costs nothing', '{ __schema { types { name } } __typename }', {}, 0],
])('%s', (_what, text, variables, cost) => {
  expect(estimate(text, variables)).toEqual({ total: cost, unsized: [] });
});

describe('a field that wants one slicing argument', () => {
  it.each([
    ['none', '{ some { id } }'],
    ['two', '{ some(first: 1, last: 1) { id } }'],
  ])('is named when it gets %s', (_how, text) => {
    const slicingArguments = ['first', 'last'];
    expect(estimate(text).unsized).toEqual([{ coordinate: 'Query.some', slicingArguments }]);
  });
});

it('asked again with other variables, an operation costs what these decide', () => {
  const cost = compiled(
    'query ($n: Int, $on: Boolean!) { some(first: $n) { id author @include(if: $on) { name } } heavy @skip(if: $on) }',
  );
  expect(cost({ n: 2, on: true }).total).toBe(2 * 6);
  expect(cost({ n: 3, on: true }).total).toBe(3 * 6);
  expect(cost({ n: 3, on: false }).total).toBe(3 + 5);
  expect(cost({ n: 2, on: true }).total).toBe(2 * 6);
  expect(cost({ on: false }).unsized).toHaveLength(1);
  expect(cost({ n: 1, on: false }).unsized).toHaveLength(0);
});

it('does not look at what aliases in fragments multiply to', () => {
  const fragments = Array.from({ length: 14 }, (_, i) => {
    const books = ['a', 'b', 'c', 'd'].map((name) => `${name}: books { author { ...F${i + 1} } }`);
    return `fragment F${i} on Author { ${books.join(' ')} }`;
  });
  const end = `${fragments.join(' ')} fragment F14 on Author { name }`;
  expect(estimate(`{ book { author { ...F0 } } } ${end}`).total).toBe(Number.POSITIVE_INFINITY);
  // Also where there is nothing to multiply.
  expect(estimate(`{ some(first: 0) { author { ...F0 } } } ${end}`).total).toBe(Number.POSITIVE_INFINITY);
});
