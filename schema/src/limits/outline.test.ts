import { buildSchema, getOperationAST, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { costMs } from '../worked.ts';
import { asksForSchema, outlineOf } from './outline.ts';

const schema = buildSchema(`
  type Query { a: T node: Node }
  type Mutation { a: T }
  type T { a: T b: T c: Int }
  interface Node { self: Node id: ID }
  type One implements Node { self: Node id: ID }
  type Two implements Node { self: Node id: ID }
`);
const splits = new Map([['Node.self', 2]]);
const outline = (text: string, name?: string) => {
  const document = parse(text);
  const operation = getOperationAST(document, name);
  if (!operation) throw new Error('There is no such operation.');
  return outlineOf(schema, document, operation, splits);
};
const doubled = (times: number, body: (next: string) => string) =>
  Array.from({ length: times }, (_, i) => `fragment F${i} on T { ${body(`...F${i + 1}`)} }`).join(' ');

describe('how deep an operation is', () => {
  it.each([
    ['{ a }', 1],
    ['{ a { b } c { d { e } } }', 3],
    ['{ a { ...F } } fragment F on T { b { ... on T { c } } }', 3],
    ['{ __schema { types { fields { name } } } a }', 1],
    ['{ ...F } fragment F on T { a { ...F } }', 1],
  ])('%s is as deep as its longest way down', (text, levels) => {
    expect(outline(text).depth).toBe(levels);
  });
});

describe('how many aliases an operation has', () => {
  it.each([
    ['{ a { b } }', 0],
    ['{ x: a { y: b } z: c }', 3],
    ['{ a { ...F } b { ...F } } fragment F on T { x: c y: d }', 4],
  ])('%s has its own, and those of a fragment each time', (text, count) => {
    expect(outline(text).aliases).toBe(count);
  });

  it('counts what doubles twenty times at once', () => {
    const fragments = doubled(20, (next) => `a { ${next} } b { ${next} }`);
    expect(outline(`{ ...F0 } ${fragments} fragment F20 on T { x: c }`).aliases).toBe(2 ** 20);
  });
});

it('counts the fields of the root, through fragments, and none below', () => {
  const { rootFields, roots } = outline('{ a { b c } ...F ... on Query { d } } fragment F on Query { e f { g } }');
  expect([rootFields, [...roots]]).toEqual([4, ['a', 'e', 'f', 'd']]);
});

describe('how much an operation is when it is written out', () => {
  it.each([
    ['fields and fragments', '{ a { b { c } ...F ... { c } } } fragment F on T { c }', 7],
    ['a fragment as often as it is spread', '{ a { ...F ...F } } fragment F on T { c }', 5],
    [
      'a field of an interface for each type that a plan asks',
      '{ node { self { self { id } } } }',
      1 + 2 * (1 + 2 * 2),
    ],
    ['nothing of other operations', '{ a { c } } mutation M { a { b { c } } }', 2],
  ])('is %s', (_what, text, selections) => {
    expect(
      outline(
        text.replace('{ a { c } } mutation', 'query Q { a { c } } mutation'),
        text.includes('mutation') ? 'Q' : undefined,
      ).selections,
    ).toBe(selections);
  });

  it('has no end, and is found out at once', () => {
    const deep = `{ a { ...F0 } } ${doubled(1_100, (next) => `${next} ${next}`)} fragment F1100 on T { c }`;
    expect(outline(deep).nesting).toBe(Number.POSITIVE_INFINITY);
    const twenty = doubled(150, (next) => Array.from({ length: 20 }, () => next).join(' '));
    const wide = `{ a { ...F0 } } ${twenty} fragment F150 on T { c }`;
    expect(outline(wide).selections).toBeGreaterThan(1e150);
    for (const text of [deep, wide]) expect(costMs(() => outline(text))).toBeLessThan(500);
  });
});

describe('whether an operation asks for the schema', () => {
  it.each([
    ['plainly', '{ __schema { queryType { name } } }', true],
    ['under another name', '{ a: __type(name: "T") { name } }', true],
    ['in an inline fragment', '{ ... { __schema { queryType { name } } } }', true],
    ['in fragments in each other', '{ ... on Query { ... @include(if: true) { __type(name: "T") { name } } } }', true],
    ['in a named fragment', '{ ...F } fragment F on Query { ... { __schema { queryType { name } } } }', true],
    ['in a mutation', 'mutation { ... { __schema { queryType { name } } } }', true],
    ['only in another operation', 'query A { a { c } } query B { __schema { queryType { name } } }', false],
    [
      'only in the fragment of another',
      'query A { a { c } } query B { ...F } fragment F on Query { __schema { description } }',
      false,
    ],
    ['for names of types only', '{ __typename a { __typename c } }', false],
    ['under a name that looks like it', '{ __schema: __typename }', false],
  ])('%s', (_how, text, asks) => {
    expect(asksForSchema(outline(text, text.startsWith('query A') ? 'A' : undefined))).toBe(asks);
  });
});

it('knows on which variables it depends what is selected, and what is deferred', () => {
  const { conditions, deferConditions, deferred } = outline(
    `
    query A($a: Boolean!, $b: Boolean!, $c: Boolean!) { a @skip(if: $a) { ...F @include(if: $b) ... @defer(if: $c) { c } ... @defer { c } } }
    query B($d: Boolean!) { a @skip(if: $d) { c } }
    fragment F on T { c @include(if: $b) }
  `,
    'A',
  );
  expect([[...conditions].sort(), [...deferConditions], deferred]).toEqual([['a', 'b'], ['c'], 2]);
});
