import { describe, expect, it } from 'vitest';
import { federate } from './federate.ts';
import { oneOf } from './resolvers.ts';

interface Parcel {
  id: string;
  weight: number;
  size: { wide: number; unit: string };
  price: number;
}

const parcels: Parcel[] = [
  { id: '1', weight: 2, size: { wide: 3, unit: 'cm' }, price: 100 },
  { id: '2', weight: 0, size: { wide: 0, unit: '' }, price: 0 },
];
const parcel = oneOf(parcels);
const reference = (given: object) => given;

describe('@requires', () => {
  const shipping = ({ weight, size }: Parcel) => `${weight} kg, ${size.wide}${size.unit}`;
  const graph = federate(
    {
      goods: {
        sdl: `type Query { parcels: [Parcel!]! parcel(id: ID!): Parcel }
          type Parcel @key(fields: "id") { id: ID! weight: Int! size: Size! }
          type Size { wide: Int! unit: String! }`,
        resolvers: {
          Query: { parcels: () => parcels, parcel: (_root, { id }) => parcel({ id }) },
          Parcel: { __resolveReference: parcel },
        },
      },
      prices: {
        sdl: 'type Parcel @key(fields: "id") { id: ID! price: Int }',
        resolvers: { Parcel: { __resolveReference: parcel } },
      },
      post: {
        sdl: `type Parcel @key(fields: "id") {
            id: ID! weight: Int! @external size: Size! @external price: Int @external
            shipping: String! @requires(fields: "weight size { wide unit }")
            insured: Boolean! @requires(fields: "price")
          }
          type Size { wide: Int! @external unit: String! @external }`,
        resolvers: { Parcel: { __resolveReference: reference, shipping, insured: ({ price }) => price > 50 } },
      },
      desk: {
        sdl: `type Parcel @key(fields: "id") {
            id: ID! shipping: String! @external insured: Boolean! @external
            label: String! @requires(fields: "shipping insured")
          }`,
        resolvers: {
          Parcel: { __resolveReference: reference, label: ({ shipping, insured }) => `${shipping}, ${insured}` },
        },
      },
    },
    {
      Query: { parcels: () => parcels, parcel: (_root, { id }) => parcel({ id }) },
      Parcel: {
        shipping,
        insured: ({ price }) => price > 50,
        label: (each) => `${shipping(each)}, ${each.price > 50}`,
      },
    },
  );

  it('gives a subgraph what it needs, nested, and however falsy', async () => {
    await graph.same('{ parcels { shipping } }');
    await graph.same('{ parcels { insured shipping price } }');
  });

  it('may need what needs something itself', async () => {
    await graph.same('{ parcels { label } }');
    await graph.same('query ($id: ID!) { parcel(id: $id) { label id weight } }', { variables: { id: '2' } });
  });

  it('shows nothing of what was only needed', async () => {
    expect(Object.keys((await graph.same('{ parcel(id: "1") { label } }')).parcel)).toEqual(['label']);
  });

  it('does not take an alias of the client for what it needs', async () => {
    await graph.same('{ parcels { weight: id size { wide: unit unit: wide } label } }');
    await graph.same('{ parcels { price: label label: id shipping: insured } }');
  });
});

describe('@requires with arguments', () => {
  const rates: Record<string, number> = { USD: 1, MXN: 18 };
  const priceIn = ({ price }: Parcel, { currency }: { currency: string }) => price * (rates[currency] ?? 0);
  const graph = federate(
    {
      goods: {
        sdl: `type Query { parcels: [Parcel!]! }
          type Parcel @key(fields: "id") { id: ID! price(currency: String!): Int! }`,
        resolvers: { Query: { parcels: () => parcels }, Parcel: { __resolveReference: parcel, price: priceIn } },
      },
      post: {
        sdl: `type Parcel @key(fields: "id") {
            id: ID! price(currency: String!): Int! @external
            duty: String! @requires(fields: "price(currency: \\"MXN\\")")
          }`,
        resolvers: { Parcel: { __resolveReference: reference, duty: ({ price }) => `${price} MXN` } },
      },
    },
    {
      Query: { parcels: () => parcels },
      Parcel: { price: priceIn, duty: (each) => `${priceIn(each, { currency: 'MXN' })} MXN` },
    },
  );

  it('asks for the field with them', async () => {
    await graph.same('{ parcels { duty } }');
  });

  it('keeps apart what the client asks for with others', async () => {
    await graph.same('{ parcels { price(currency: "USD") duty } }');
    await graph.same('query ($c: String!) { parcels { duty a: price(currency: $c) price(currency: "MXN") } }', {
      variables: { c: 'USD' },
    });
  });
});

describe('who may answer for a field', () => {
  const graph = federate(
    {
      old: {
        sdl: `type Query { parcels: [Parcel!]! first: Parcel @shareable box: Box @shareable hidden: Int @inaccessible }
          type Parcel @key(fields: "id") { id: ID! weight: Int! secret: String @inaccessible }
          type Box @shareable { id: ID! parcel: Parcel @provides(fields: "price") }
          extend type Parcel { price: Int @external }`,
        resolvers: {
          Query: { parcels: () => parcels, first: () => parcels[0], box: () => ({ id: 'b', parcel: parcels[0] }) },
          Parcel: { __resolveReference: parcel, weight: () => -1 },
        },
      },
      fresh: {
        sdl: `type Query { first: Parcel @shareable box: Box @shareable }
          type Parcel @key(fields: "id") { id: ID! weight: Int! @override(from: "old") price: Int @shareable }
          type Box @shareable { id: ID! parcel: Parcel }`,
        resolvers: {
          Query: { first: () => parcels[0], box: () => ({ id: 'b', parcel: parcels[0] }) },
          Parcel: { __resolveReference: parcel },
        },
      },
    },
    { Query: { parcels: () => parcels, first: () => parcels[0], box: () => ({ id: 'b', parcel: parcels[0] }) } },
  );

  it('is the one that took it over', async () => {
    await graph.same('{ parcels { id weight price } }');
  });

  it('is any that shares it', async () => {
    await graph.same('{ first { weight price } box { id parcel { id price } } }');
  });

  it('is one that provides it on this way, without asking the owner', async () => {
    await graph.same('{ parcels { id } box { parcel { price } } }');
    expect(graph.calls.every(({ query }) => !query.includes('_entities'))).toBe(true);
  });

  it('is nobody when it is inaccessible', async () => {
    await expect(graph.ask('{ hidden }')).rejects.toThrow('Cannot query field "hidden"');
    await expect(graph.ask('{ parcels { secret } }')).rejects.toThrow('Cannot query field "secret"');
  });
});

describe('@provides', () => {
  const media = [
    { __typename: 'Book', id: '1', title: 'Masa', pages: 90 },
    { __typename: 'Film', id: '2', title: 'Como agua', minutes: 105 },
  ];
  const medium = oneOf(media);
  const Query = { pick: () => media[1], picks: () => media, mixed: () => media };
  const graph = federate(
    {
      shelf: {
        sdl: `type Query {
            pick: Medium @provides(fields: "... on Book { title } ... on Film { title }")
            picks: [Medium!]!
            mixed: [Either!]! @provides(fields: "... on Book { title }")
          }
          interface Medium { id: ID! title: String }
          union Either = Book | Film
          type Book implements Medium @key(fields: "id") { id: ID! title: String @external }
          type Film implements Medium @key(fields: "id") { id: ID! title: String @external }`,
        resolvers: { Query, Book: { __resolveReference: medium }, Film: { __resolveReference: medium } },
      },
      catalogue: {
        sdl: `type Book @key(fields: "id") { id: ID! title: String @shareable pages: Int! }
          type Film @key(fields: "id") { id: ID! title: String @shareable minutes: Int! }`,
        resolvers: { Book: { __resolveReference: medium }, Film: { __resolveReference: medium } },
      },
    },
    { Query },
  );
  const subgraphs = () => graph.calls.map(({ subgraph }) => subgraph);

  it('of an interface saves the call to the owner on this way, and on no other', async () => {
    await graph.same('{ pick { __typename title ... on Film { id title } } }');
    expect(subgraphs()).toEqual(['shelf']);
    await graph.same('{ picks { title ... on Book { pages } ... on Film { minutes } } }');
    expect(subgraphs()).toContain('catalogue');
  });

  it('of one member of a union holds for that member', async () => {
    await graph.same('{ mixed { ... on Book { title } } }');
    expect(subgraphs()).toEqual(['shelf']);
    await graph.same('{ mixed { __typename ... on Book { title pages } ... on Film { title } } }');
    expect(subgraphs()).toContain('catalogue');
  });
});
