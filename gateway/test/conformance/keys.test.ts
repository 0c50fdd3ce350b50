import { describe, expect, it } from 'vitest';
import { federate } from './federate.ts';
import { oneOf } from './resolvers.ts';

describe('keys', () => {
  it('of several fields and of objects in objects lead to the right entity', async () => {
    const seats = [
      { hall: { id: 'a', house: { city: 'GDL' } }, row: 1, price: 10, guest: 'Ana' },
      { hall: { id: 'a', house: { city: 'CDMX' } }, row: 1, price: 20, guest: 'Beto' },
      { hall: { id: 'b', house: { city: 'GDL' } }, row: 1, price: 30, guest: null },
    ];
    const key = '@key(fields: "row hall { id house { city } }")';
    const hall = 'type Hall @shareable { id: ID! house: House! } type House @shareable { city: String! }';
    const query = { Query: { seats: () => seats } };
    const graph = federate(
      {
        plan: {
          sdl: `type Query { seats: [Seat!]! } type Seat ${key} { row: Int! hall: Hall! } ${hall}`,
          resolvers: query,
        },
        sales: {
          sdl: `type Seat ${key} { row: Int! hall: Hall! price: Int! guest: String } ${hall}`,
          resolvers: { Seat: { __resolveReference: oneOf(seats) } },
        },
      },
      query,
    );
    await graph.same('{ seats { price guest } }');
    await graph.same('{ seats { guest row hall { house { __typename city } } } }');
  });

  it('that differ between subgraphs are found by way of one that knows both', async () => {
    const items = [
      { id: '1', sku: 's1', code: 'c1', name: 'one', stock: 3, weight: 1.5 },
      { id: '2', sku: 's2', code: 'c2', name: 'two', stock: 0, weight: 2 },
    ];
    const Item = { __resolveReference: oneOf(items) };
    const query = { Query: { items: () => items } };
    const graph = federate(
      {
        names: {
          sdl: 'type Query { items: [Item] } type Item @key(fields: "id") { id: ID! name: String }',
          resolvers: { ...query, Item },
        },
        bridge: {
          sdl: 'type Item @key(fields: "id") @key(fields: "sku") @key(fields: "code") { id: ID! sku: ID! code: ID! }',
          resolvers: { Item },
        },
        stock: { sdl: 'type Item @key(fields: "sku") { sku: ID! stock: Int }', resolvers: { Item } },
        scales: { sdl: 'type Item @key(fields: "code") { code: ID! weight: Float }', resolvers: { Item } },
      },
      query,
    );
    await graph.same('{ items { weight name stock } }');
    await graph.same('{ items { stock } again: items { weight id } }');
  });

  it('mashed up from several subgraphs carry what each of them asks for', async () => {
    const a = { id: 'a1', pId: 'p1', compositeId: { one: '1', two: '2', three: '3' }, name: 'A', nameInB: 'A in B' };
    const b = { id: '100', a: [a] };
    const graph = federate(
      {
        a: {
          sdl: `type Query { a: A }
            type A @key(fields: "id") @key(fields: "pId") @key(fields: "compositeId { one two }") @key(fields: "id compositeId { two three }") {
              id: ID! pId: ID! compositeId: CompositeID! name: String!
            }
            type CompositeID { one: ID! two: ID! @shareable three: ID! @shareable }`,
          resolvers: { Query: { a: () => a }, A: { __resolveReference: oneOf([a]) } },
        },
        b: {
          sdl: `type Query { b: B }
            type B @key(fields: "id") { id: ID! a: [A!]! }
            type A @key(fields: "id compositeId { two three }") {
              id: ID! compositeId: CompositeID! name: String! @external nameInB: String! @requires(fields: "name")
            }
            type CompositeID { two: ID! @shareable three: ID! @shareable }`,
          resolvers: {
            Query: { b: () => b },
            B: { __resolveReference: oneOf([b]) },
            A: {
              __resolveReference: (reference: object) => ({
                ...oneOf([a])(reference),
                ...reference,
                nameInB: undefined,
              }),
              nameInB: ({ name }: { name: string }) => `${name} in B`,
            },
          },
        },
      },
      { Query: { a: () => a, b: () => b } },
    );
    await graph.same('{ b { id a { id name nameInB compositeId { one two three } } } }');
    await graph.same('{ b { a { nameInB } } a { nameInB compositeId { one } } }');
  });

  it('that nobody knows leave the rest of the list alone', async () => {
    const shelves = [
      { book: { upc: '1', id: 'i1' } },
      { book: { upc: '2' } },
      { book: null },
      { book: { upc: '3', id: 'i3' } },
    ];
    const ids = [
      { upc: '1', id: 'i1' },
      { upc: '3', id: 'i3' },
    ];
    const authors = [{ id: 'i3', author: 'Rulfo' }];
    const graph = federate(
      {
        shelves: {
          sdl: 'type Query { shelves: [Shelf] } type Shelf { book: Book } type Book @key(fields: "upc") { upc: ID! }',
          resolvers: { Query: { shelves: () => shelves } },
        },
        ids: {
          sdl: 'type Book @key(fields: "upc") @key(fields: "id") { upc: ID! id: ID }',
          resolvers: { Book: { __resolveReference: oneOf(ids) } },
        },
        authors: {
          sdl: 'type Book @key(fields: "id") { id: ID author: String }',
          resolvers: { Book: { __resolveReference: oneOf(authors) } },
        },
      },
      {
        Query: { shelves: () => shelves },
        Book: { author: ({ id }: { id?: string }) => authors.find((each) => each.id === id)?.author },
      },
    );
    await graph.same('{ shelves { book { upc author } } }');
    expect(graph.calls.at(-1)?.variables.representations).toEqual([
      { __typename: 'Book', id: 'i1' },
      { __typename: 'Book', id: 'i3' },
    ]);
  });

  it('that are equal are asked for once, in every place of lists in lists', async () => {
    const cooks = [
      { id: 'ana', name: 'Ana' },
      { id: 'beto', name: 'Beto' },
    ];
    const rota = [[[cooks[0], cooks[1]], [cooks[0]]], [], null, [null, [cooks[1], null]]];
    const query = { Query: { rota: () => rota } };
    const graph = federate(
      {
        rota: { sdl: 'type Query { rota: [[[Cook]]] } type Cook @key(fields: "id") { id: ID! }', resolvers: query },
        people: {
          sdl: 'type Cook @key(fields: "id") { id: ID! name: String! }',
          resolvers: { Cook: { __resolveReference: oneOf(cooks) } },
        },
      },
      query,
    );
    await graph.same('{ rota { name } }');
    expect(graph.calls.at(-1)?.variables.representations).toHaveLength(2);
  });
});
