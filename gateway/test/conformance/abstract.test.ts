import { describe, expect, it } from 'vitest';
import { federate } from './federate.ts';
import { oneOf } from './resolvers.ts';

const media = [
  {
    __typename: 'Book',
    id: '1',
    title: 'Pedro Páramo',
    pages: 124,
    author: { name: 'Rulfo' },
    score: 5,
    reviews: [{ text: 'ah' }],
  },
  { __typename: 'Film', id: '2', title: 'Roma', minutes: 135, score: 4, reviews: [] },
  {
    __typename: 'Book',
    id: '3',
    title: 'Aura',
    pages: 62,
    author: null,
    score: 0,
    reviews: [{ text: 'oh' }, { text: 'uh' }],
  },
];

describe('interfaces and unions', () => {
  const query = {
    Query: {
      shelf: () => media,
      found: () => [...media, null],
      node: (_root: unknown, { id }: { id: string }) => oneOf(media)({ id }),
    },
  };
  const graph = federate(
    {
      library: {
        sdl: `type Query { shelf: [Media!]! found: [Found]! node(id: ID!): Media }
          interface Media { id: ID! title: String! }
          union Found = Book | Film
          type Book implements Media @key(fields: "id") { id: ID! title: String! pages: Int }
          type Film implements Media @key(fields: "id") { id: ID! title: String! minutes: Int }`,
        resolvers: query,
      },
      critics: {
        sdl: `type Book @key(fields: "id") { id: ID! score: Int author: Author } type Author { name: String! }
          type Film @key(fields: "id") { id: ID! score: Int }`,
        resolvers: { Book: { __resolveReference: oneOf(media) }, Film: { __resolveReference: oneOf(media) } },
      },
    },
    query,
  );

  it.each([
    '{ shelf { __typename id title } }',
    '{ shelf { title ... on Book { pages author { name } } ... on Film { minutes score } } }',
    '{ shelf { ... on Media { ... on Book { score } } kind: __typename ... on Film { id } } }',
    '{ found { __typename ... on Media { title } ... on Book { score author { __typename name } } } }',
    '{ found { ... on Film { value: minutes score } ... on Book { value: pages score } } }',
    '{ node(id: "2") { ...Both } found { ...Both } } fragment Both on Media { title ... on Film { score } ... on Book { kind: __typename score } }',
    '{ a: node(id: "1") { ... on Film { minutes } } b: node(id: "9") { id } }',
  ])('%s', async (query) => {
    await graph.same(query);
  });
});

describe('an interface that a subgraph knows as an object', () => {
  const byId = oneOf(media);
  const query = { Query: { shelf: () => media, rated: () => media, best: () => media[0] } };
  const graph = federate(
    {
      library: {
        sdl: `type Query { shelf: [Media!]! }
          interface Media @key(fields: "id") { id: ID! title: String! }
          type Book implements Media @key(fields: "id") { id: ID! title: String! pages: Int }
          type Film implements Media @key(fields: "id") { id: ID! title: String! minutes: Int }`,
        resolvers: {
          ...{ Query: { shelf: query.Query.shelf } },
          Media: { __resolveReference: byId },
          Book: { __resolveReference: byId },
          Film: { __resolveReference: byId },
        },
      },
      reviews: {
        sdl: `type Query { rated: [Media!]! best: Media }
          type Media @key(fields: "id") @interfaceObject { id: ID! score: Int! reviews: [Review!]! }
          type Review { text: String! }`,
        resolvers: {
          Query: {
            rated: () => media.map(({ __typename, ...rest }) => rest),
            best: () => ({ ...media[0], __typename: 'Media' }),
          },
          Media: { __resolveReference: ({ id }) => ({ ...byId({ id }), __typename: 'Media' }) },
        },
      },
    },
    query,
  );

  it.each([
    '{ shelf { title score } }',
    '{ shelf { __typename reviews { text } ... on Book { pages score } } }',
    '{ rated { score id } }',
    '{ rated { __typename score } }',
    '{ rated { title score ... on Film { minutes } } }',
    '{ best { ... on Book { pages reviews { __typename text } } kind: __typename } }',
  ])('%s', async (query) => {
    await graph.same(query);
  });
});

describe('an interface object that its subgraph cannot resolve', () => {
  const nodes = [{ __typename: 'Page', id: '1', text: 'x', extra: 7 }];
  const b = () => nodes[0];
  const graph = federate(
    {
      a: {
        sdl: `type Query { pages: [Node] }
          interface Node @key(fields: "id") { id: ID! text: String }
          type Page implements Node @key(fields: "id") { id: ID! text: String }`,
        resolvers: {
          Query: { pages: () => nodes },
          Node: { __resolveReference: oneOf(nodes) },
          Page: { __resolveReference: oneOf(nodes) },
        },
      },
      b: {
        sdl: `type Query { b: Node! }
          type Node @key(fields: "id", resolvable: false) @interfaceObject { id: ID! }`,
        resolvers: { Query: { b: () => ({ id: '1' }) } },
      },
    },
    { Query: { pages: () => nodes, b } },
  );

  it.each([
    '{ b { id } }',
    '{ b { text } pages { id } }',
    '{ b { __typename id } }',
    '{ b { ... on Page { text } ... on Node { kind: __typename } } }',
  ])('%s', async (query) => {
    await graph.same(query);
  });
});

describe('a union whose members only one subgraph knows', () => {
  const book = { __typename: 'Book', id: '1', title: 'Aura', isbn: 'x' };
  const song = { __typename: 'Song', id: '2', title: 'Cielito' };
  const film = { __typename: 'Film', id: '3', title: 'Roma' };
  const query = { Query: { a: () => book, b: () => [song, book], both: () => film } };
  const graph = federate(
    {
      a: {
        sdl: `type Query { a: Item both: Item @shareable } union Item = Book | Film
          type Book @key(fields: "id") { id: ID! title: String! @shareable }
          type Film @key(fields: "id") { id: ID! title: String! @shareable }`,
        resolvers: { Query: { a: query.Query.a, both: query.Query.both }, Book: { __resolveReference: oneOf([book]) } },
      },
      b: {
        sdl: `type Query { b: [Item] both: Item @shareable } union Item = Book | Song | Film
          type Book @key(fields: "id") { id: ID! title: String! @shareable isbn: String! }
          type Film @key(fields: "id") { id: ID! title: String! @shareable }
          type Song { id: ID! title: String! }`,
        resolvers: { Query: { b: query.Query.b, both: query.Query.both }, Book: { __resolveReference: oneOf([book]) } },
      },
    },
    query,
  );

  it.each([
    '{ a { __typename ... on Song { title } ... on Book { isbn } } }',
    '{ b { __typename ... on Song { title } ... on Book { title isbn } ... on Film { id } } }',
    '{ both { ... on Film { title } ... on Song { id } ... on Book { isbn } } a { ... on Film { id } } }',
  ])('%s', async (query) => {
    await graph.same(query);
  });
});

describe('what the API does not have', () => {
  const graph = federate(
    {
      a: {
        sdl: `type Query { things: [Thing] thing: Thing! moods: [Mood] mood: Mood! ask(mood: Mood): Mood }
          interface Thing { id: ID! }
          type Open implements Thing { id: ID! }
          type Hidden implements Thing @inaccessible { id: ID! }
          enum Mood { GOOD BAD @inaccessible }`,
        resolvers: {
          Query: {
            things: () => [
              { __typename: 'Open', id: '1' },
              { __typename: 'Hidden', id: '2' },
            ],
            thing: () => ({ __typename: 'Hidden', id: '2' }),
            moods: () => ['GOOD', 'BAD'],
            mood: () => 'BAD',
            ask: (_root, { mood }) => mood,
          },
        },
      },
      b: {
        sdl: 'type Query { other: Int }',
        resolvers: {},
      },
    },
    {},
  );

  it('is null with an error that does not name it', async () => {
    const { data, errors } = await graph.ask('{ things { id __typename } moods }');
    expect(data).toEqual({ things: [{ id: '1', __typename: 'Open' }, null], moods: ['GOOD', null] });
    expect(errors.map(({ path }) => path)).toEqual([
      ['things', 1],
      ['moods', 1],
    ]);
    expect(JSON.stringify(errors)).not.toMatch(/Hidden|BAD/);
  });

  it('takes what holds it along where it may not be null', async () => {
    expect(await graph.ask('{ moods mood }')).toMatchObject({
      data: null,
      errors: [{ path: ['moods', 1] }, { path: ['mood'] }],
    });
    expect(await graph.ask('{ thing { id } }')).toMatchObject({ data: null, errors: [{ path: ['thing'] }] });
  });

  it('is refused as an input', async () => {
    await expect(graph.ask('{ ask(mood: BAD) }')).rejects.toThrow('BAD');
    expect((await graph.ask('query ($m: Mood = GOOD) { ask(mood: $m) }')).data).toEqual({ ask: 'GOOD' });
  });
});
