import { buildSchema, GraphQLError, getIntrospectionQuery, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { bounds, readDocument } from './read-document.ts';
import { workedMs } from './worked.ts';

const schema = buildSchema('type Query { a(x: Int): T } type T { a: T b: T id: ID }');
const many = (count: number, each: (index: number) => string) =>
  Array.from({ length: count }, (_, i) => each(i)).join(' ');
const chain = (count: number, each: (next: string) => string) =>
  `{ a { ...F0 } } ${many(count, (i) => `fragment F${i} on T { ${each(`...F${i + 1}`)} }`)} fragment F${count} on T { id }`;

/** The code and limit of what is refused, and what that cost. */
const refused = (text: string) => {
  const began = workedMs();
  try {
    readDocument(text, schema);
    return {};
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    return { code: error.extensions.code, limit: error.extensions.limit, ms: workedMs() - began };
  }
};

describe('a document that is small and would cost much', () => {
  it.each([
    ['a fragment twice', 'selections', chain(24, (next) => `${next} ${next}`)],
    ['a fragment twice in inline fragments', 'selections', chain(24, (next) => `... { ${next} } ... on T { ${next} }`)],
    ['a fragment twice under conditions', 'selections', chain(24, (next) => `... @skip(if: true) { ${next} } ${next}`)],
    ['two aliases in each other', 'selections', chain(12, (next) => `x: a { ${next} } y: a { ${next} }`)],
    [
      'fragments that nobody spreads',
      'selections',
      chain(24, (next) => `${next} ${next}`).replace('{ a { ...F0 } }', '{ a { id } }'),
    ],
    ['a selection of thousands of fields', 'selections', `{ a { ${'id '.repeat(9_000)} } }`],
    ['thousands of fragments in each other', 'nesting', chain(1_100, (next) => next)],
    ['lists in each other', 'nesting', `{ a(x: ${'['.repeat(4_900)}${']'.repeat(4_900)}) { id } }`],
    ['objects in each other', 'nesting', `{ a(x: ${'{a:'.repeat(2_400)}1${'}'.repeat(2_400)}) { id } }`],
    [
      'a type of lists in each other',
      'nesting',
      `query ($x: ${'['.repeat(4_900)}Int${']'.repeat(4_900)}) { a(x: $x) { id } }`,
    ],
    ['inline fragments in each other', 'nesting', `{ ${'...{'.repeat(2_400)} __typename ${'}'.repeat(2_400)} }`],
    ['fields in each other', 'nesting', `{ ${'a { '.repeat(3_000)} id ${'}'.repeat(3_000)} }`],
    ['brackets that never close', 'nesting', '{'.repeat(500_000)],
    ['one object field again and again', 'repeats', `{ ${'a { id } '.repeat(1_600)} }`],
    ['one field again and again', 'repeats', `{ a { ${'id '.repeat(3_000)} } }`],
    [
      'one field in hundreds of fragments',
      'repeats',
      `{ a { ${many(700, (i) => `...G${i}`)} } } ${many(700, (i) => `fragment G${i} on T { id }`)}`,
    ],
    [
      'the schema again and again',
      'introspection',
      `{ ${many(400, (i) => `a${i}: __schema { types { fields { name args { name type { name } } } } }`)} }`,
    ],
    [
      'the schema again and again in fragments',
      'introspection',
      `{ ...F ${many(400, (i) => `a${i}: __schema { ...S }`)} } fragment F on Query { b: __schema { ...S } } fragment S on __Schema { types { fields { args { name type { name } } } } }`,
    ],
  ])('is refused for %s, before it costs it', (_what, limit, text) => {
    expect(refused(text)).toEqual({ code: 'OPERATION_TOO_LARGE', limit, ms: expect.any(Number) });
    expect(refused(text).ms).toBeLessThan(300);
  });

  it('is refused while it is read, when it has too many tokens', () => {
    expect(refused(`{ ${'a '.repeat(10_001)} }`)).toMatchObject({ code: 'GRAPHQL_PARSE_FAILED' });
    expect(refused('{ a')).toMatchObject({ code: 'GRAPHQL_PARSE_FAILED' });
  });
});

it('what an application would ask is read', () => {
  const texts = [
    getIntrospectionQuery({ descriptions: true, specifiedByUrl: true, inputValueDeprecation: true, oneOf: true }),
    '{ a { ...A ...B } } fragment A on T { id a { ...B } } fragment B on T { id b { id } }',
    `{ ${many(900, (i) => `a${i}: a(x: ${i}) { id }`)} }`,
    `{ a { ${many(15, (i) => `...G${i}`)} } } ${many(15, (i) => `fragment G${i} on T { id a { id b { id } } }`)}`,
    '{ a(x: "{{{{{ # [[[") { id } } # {{{{',
  ];
  for (const text of texts) expect(readDocument(text, schema).kind).toBe('Document');
});

it('cycles of fragments are for validation', () => {
  const cycles =
    '{ a { ...A } } fragment A on T { x: a { ...B } y: b { ...B } } fragment B on T { x: a { ...A } y: b { ...A } }';
  expect(readDocument(cycles, schema)).toEqual(parse(cycles, { maxTokens: bounds.tokens }));
});
