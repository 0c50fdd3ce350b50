import { buildSchema, parse, print, validate } from 'graphql';
import { expect, test } from 'vitest';
import { readDocument } from './read-document.ts';
import { widenVariables } from './widen-variables.ts';

const schema = buildSchema(`
  scalar MinorUnits
  input Price { amount: MinorUnits!, currency: String! }
  type Query { dishes(first: Int, from: MinorUnits, among: [MinorUnits!]): [Dish!]! }
  type Dish { worth(more: MinorUnits): Int }
  type Mutation { setPrice(id: ID!, price: Price!): Dish! }
`);

/** What a document declares once it is read, and what is wrong with it. */
function read(text: string): [string[], string[]] {
  const document = readDocument(text, schema);
  const heads = document.definitions.flatMap((each) =>
    'variableDefinitions' in each ? (each.variableDefinitions ?? []).map((definition) => print(definition)) : [],
  );
  return [heads, validate(schema, document).map(({ message }) => message)];
}

test.each([
  [
    'in an input object',
    'mutation ($id: ID!, $n: Int!) { setPrice(id: $id, price: { amount: $n, currency: "USD" }) { worth } }',
    ['$id: ID!', '$n: MinorUnits!'],
  ],
  ['with a default', 'query ($n: Int = 5) { dishes(from: $n) { worth } }', ['$n: MinorUnits = 5']],
  ['in a list', 'query ($n: Int!) { dishes(among: [1, $n]) { worth } }', ['$n: MinorUnits!']],
  ['as a list', 'query ($n: [Int!]) { dishes(among: $n) { worth } }', ['$n: [MinorUnits!]']],
  [
    'in a fragment',
    'query ($n: Int) { dishes { ...Dear } } fragment Dear on Dish { worth(more: $n) }',
    ['$n: MinorUnits'],
  ],
  [
    'beside a number that is none',
    'query ($n: Int, $first: Int) { dishes(first: $first, from: $n) { worth } }',
    ['$n: MinorUnits', '$first: Int'],
  ],
])('a variable that was declared as Int and is an amount stays valid %s', (_where, text, heads) => {
  expect(read(text)).toEqual([heads, []]);
});

test('what stands for an amount and for another number, or nowhere, stays what it is', () => {
  expect(read('query ($n: Int) { dishes(first: $n, from: $n) { worth } }')).toEqual([
    ['$n: Int'],
    [expect.stringContaining('of type "Int" used in position expecting type "MinorUnits"')],
  ]);
  expect(read('query ($n: Int) { dishes { worth } }')).toEqual([['$n: Int'], [expect.stringContaining('never used')]]);
  expect(read('query ($n: Float) { dishes(from: $n) { worth } }')[1]).toHaveLength(1);
  expect(read('query ($n: Int) { dishes(nothing: $n) { worth } }')[1]).not.toHaveLength(0);
});

test('a document without such a variable is the same one, and so is every document of a graph without amounts', () => {
  const document = parse('query ($id: ID) { dishes { worth } }');
  expect(widenVariables(schema, document)).toBe(document);
  const narrow = parse('query ($n: Int) { a(x: $n) }');
  expect(widenVariables(buildSchema('type Query { a(x: Int): Int }'), narrow)).toBe(narrow);
});
