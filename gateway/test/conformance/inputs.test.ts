import { describe, expect, it } from 'vitest';
import { federate } from './federate.ts';
import { oneOf } from './resolvers.ts';

const rooms = [
  { id: '1', name: 'Patio', kind: 'OPEN', seats: 20, tags: [['a', null], []], echo: 0 },
  { id: '2', name: 'Sala', kind: 'CLOSED', seats: 8, tags: null, echo: 0 },
];
const Query = {
  rooms: (_root: unknown, { kind, filter }: { kind?: string; filter?: { min: number; kinds: string[] } }) =>
    rooms.filter(
      (room) =>
        (!kind || room.kind === kind) && (!filter || (room.seats >= filter.min && filter.kinds.includes(room.kind))),
    ),
  room: (_root: unknown, { id }: { id: string }) => oneOf(rooms)({ id }),
};
const Room = {
  echo: (_room: unknown, given: object) => JSON.stringify(given),
  near: (_room: unknown, { first }: { first: number }) => rooms.slice(0, first),
};
const graph = federate(
  {
    rooms: {
      sdl: `type Query { rooms(kind: Kind, filter: Filter): [Room!]! room(id: ID!): Room }
        enum Kind { OPEN CLOSED } input Filter { min: Int! = 0 kinds: [Kind!]! = [OPEN, CLOSED] only: String }
        type Room @key(fields: "id") { id: ID! name: String! kind: Kind! near(first: Int! = 1): [Room!]! }`,
      resolvers: { Query, Room: { __resolveReference: oneOf(rooms), near: Room.near } },
    },
    seats: {
      sdl: `enum Kind { OPEN CLOSED GONE @inaccessible } input Filter { min: Int! = 0 kinds: [Kind!]! = [OPEN, CLOSED] }
        type Room @key(fields: "id") {
          id: ID! seats: Int! tags: [[String]!] echo(a: Int = 3, b: [Float!], c: Filter, d: ID, kind: Kind): String!
        }`,
      resolvers: { Room: { __resolveReference: oneOf(rooms), echo: Room.echo } },
    },
  },
  { Query, Room },
);

describe('variables and arguments', () => {
  it.each<[string, Record<string, unknown>?]>([
    ['query ($kind: Kind) { rooms(kind: $kind) { name seats } }'],
    ['query ($kind: Kind) { rooms(kind: $kind) { name seats } }', { kind: null }],
    ['query ($kind: Kind = CLOSED) { rooms(kind: $kind) { seats kind } }'],
    ['query ($filter: Filter) { rooms(filter: $filter) { id } }', { filter: { min: 10 } }],
    ['query ($kinds: [Kind!]!) { rooms(filter: { kinds: $kinds, min: 1 }) { id seats } }', { kinds: 'OPEN' }],
    ['query ($d: ID, $b: Float!) { rooms { echo(d: $d, b: [1, $b]) } }', { d: 5, b: 2 }],
    ['query ($a: Int) { rooms { echo(a: $a) x: echo(a: null) y: echo } }', { a: 0 }],
    [
      'query ($c: Filter = { min: 4 }) { rooms { echo(c: $c, kind: OPEN) near(first: 2) { seats near { echo(a: 1) } } } }',
    ],
    ['query ($representations: Int!) { rooms { echo(a: $representations) } }', { representations: 7 }],
  ])('%s %j', async (query, variables) => {
    await graph.same(query, { variables });
  });

  it('go only to the subgraph that uses them', async () => {
    await graph.same(
      'query ($k: Kind, $a: Int, $unused: Boolean!) { rooms(kind: $k) { echo(a: $a) name @skip(if: $unused) } }',
      {
        variables: { k: 'OPEN', a: 1, unused: false },
      },
    );
    const sent = graph.calls.map(({ subgraph, variables }) => [subgraph, Object.keys(variables).sort()]);
    expect(sent).toContainEqual(['seats', ['a', 'representations']]);
    expect(sent[0]?.[1]).not.toContain('a');
  });

  it('have the fields that all subgraphs know, and no value that is inaccessible', async () => {
    await expect(graph.ask('{ rooms(filter: { only: "x" }) { id } }')).rejects.toThrow('only');
    await expect(
      graph.ask('query ($k: Kind) { rooms(kind: $k) { id } }', { variables: { k: 'GONE' } }),
    ).rejects.toThrow();
  });
});

describe('selections', () => {
  it.each<[string, Record<string, unknown>?]>([
    ['{ __typename rooms { __typename seats } again: __typename }'],
    ['{ kind: __typename rooms { kind: __typename name: seats seats: name id: echo(a: 2) } }'],
    ['{ rooms { seats near { seats } near { name near { id } } } rooms { name } }'],
    ['{ rooms { ...A ...B } } fragment A on Room { name ...B } fragment B on Room { seats tags }'],
    ['{ a: room(id: "1") { seats } b: room(id: "2") { seats } room(id: "3") { seats } }'],
    ['{ rooms { constructor: name toString: seats valueOf: __typename } }'],
    ['query ($x: Boolean!) { rooms { name @skip(if: $x) seats @include(if: $x) } }', { x: true }],
    ['query ($x: Boolean!) { rooms { name @skip(if: $x) seats @include(if: $x) } }', { x: false }],
    [
      'query ($x: Boolean = true, $y: Boolean = false) { rooms { ... @include(if: $x) { seats ...F @skip(if: $y) } } } fragment F on Room { tags }',
    ],
    ['query ($x: Boolean!) { rooms { seats @include(if: $x) id seats @skip(if: $x) name } }', { x: true }],
    ['query ($x: Boolean!) { rooms @include(if: $x) { seats } room(id: 1) @skip(if: $x) { seats } }', { x: false }],
    ['query ($x: Boolean!) { rooms { near { id } near @include(if: $x) { seats } } }', { x: false }],
    [
      'query ($x: Boolean!) { rooms { near @include(if: $x) { id @skip(if: $x) } ... @skip(if: $x) { seats } } }',
      { x: true },
    ],
    ['{ rooms @skip(if: true) { id } }'],
    ['{ rooms { id @include(if: false) } }'],
    ['{ rooms { name } __schema { queryType { name } } a: __type(name: "Kind") { enumValues { name } } }'],
    [
      'query ($n: String!, $x: Boolean!) { ...T __schema @include(if: $x) { __typename } rooms { seats } } fragment T on Query { __type(name: $n) { kind name } }',
      { n: 'Room', x: false },
    ],
  ])('%s %j', async (query, variables) => {
    await graph.same(query, { variables });
  });

  it('are those of the operation that was named', async () => {
    const query = 'query A { rooms { id } } query B($x: Int) { rooms { echo(a: $x) } }';
    await graph.same(query, { operationName: 'A' });
    await graph.same(query, { operationName: 'B', variables: { x: 1 } });
  });

  it('with an alias of the name of a prototype do not disturb the next one', async () => {
    expect(JSON.stringify((await graph.ask('{ __proto__: rooms { __proto__: name seats } }')).data)).toBe(
      '{"__proto__":[{"__proto__":"Patio","seats":20},{"__proto__":"Sala","seats":8}]}',
    );
    expect(Object.keys({}.constructor.prototype)).toEqual([]);
  });
});
