import { describe, expect, it } from 'vitest';
import { federate } from './federate.ts';
import { oneOf } from './resolvers.ts';

interface Parcel {
  __typename: string;
  id: string;
  price: number;
  box: { wide: number };
}

const parcels: Parcel[] = [
  { __typename: 'Letter', id: '1', price: 100, box: { wide: 3 } },
  { __typename: 'Crate', id: '2', price: 0, box: { wide: 0 } },
  { __typename: 'Letter', id: '3', price: 5, box: { wide: 7 } },
];
const rates: Record<string, number> = { USD: 1, MXN: 18, EUR: 2 };
const priceIn = ({ price }: Parcel, { currency }: { currency: string }) => price * (rates[currency] ?? 0);
const boxIn = ({ box }: Parcel, { unit }: { unit: string }) => ({ ...box, unit, tall: box.wide + 1 });
const wideIn = ({ wide }: { wide: number }, { times }: { times: number }) => wide * times;
const reference = (given: object) => given;
const parcel = oneOf(parcels);
const first = () => parcels[0];
const Query = { parcels: () => parcels, first };
const Mutation = { send: (_root: unknown, { id }: { id: string }) => ({ parcel: parcel({ id }) }) };
const Goods = { price: priceIn, box: boxIn };
const Monolith = {
  ...Goods,
  duty: (each: Parcel) => `${priceIn(each, { currency: 'MXN' })} MXN`,
  fee: (each: Parcel) => `${priceIn(each, { currency: 'USD' })} USD`,
  plain: (each: Parcel) => `${priceIn(each, { currency: 'EUR' })}`,
  width: (each: Parcel) => boxIn(each, { unit: 'cm' }).wide,
  height: (each: Parcel) => boxIn(each, { unit: 'in' }).tall + priceIn(each, { currency: 'USD' }),
  twice: (each: Parcel) => each.box.wide * 2,
  thrice: (each: Parcel) => each.box.wide * 3,
  tax: (each: Parcel) => `${priceIn(each, { currency: 'USD' })} ${priceIn(each, { currency: 'MXN' })}`,
  note: ({ id }: Parcel) => `note ${id}`,
  insurance: (each: Parcel, { part }: { part: number }) => ({ sum: priceIn(each, { currency: 'MXN' }) * part }),
};

const post = `price(currency: String! = "EUR"): Int! @external
  box(unit: String! = "cm"): Box! @external
  duty: String! @requires(fields: "price(currency: \\"MXN\\")")
  fee: String! @requires(fields: "price(currency: \\"USD\\")")
  plain: String! @requires(fields: "price")
  width: Int! @requires(fields: "box(unit: \\"cm\\") { wide(times: 1) }")
  height: Int! @requires(fields: "box(unit: \\"in\\") { tall } price(currency: \\"USD\\")")
  twice: Int! @requires(fields: "box { wide(times: 2) }")
  thrice: Int! @requires(fields: "box { wide(times: 3) }")
  insurance(part: Int! = 1): Insurance @requires(fields: "price(currency: \\"MXN\\")")
  note: String!`;
const Post = {
  duty: ({ price }: { price: number }) => `${price} MXN`,
  fee: ({ price }: { price: number }) => `${price} USD`,
  plain: ({ price }: { price: number }) => `${price}`,
  width: ({ box }: Parcel) => box.wide,
  height: ({ box, price }: { box: { tall: number }; price: number }) => box.tall + price,
  twice: ({ box }: Parcel) => box.wide,
  thrice: ({ box }: Parcel) => box.wide,
  note: ({ id }: Parcel) => `note ${id}`,
  insurance: ({ price }: { price: number }, { part }: { part: number }) => ({ sum: price * part }),
};
const fields = 'id: ID! price(currency: String! = "EUR"): Int! box(unit: String! = "cm"): Box!';

describe('fields that require one field with different arguments', () => {
  const graph = federate(
    {
      goods: {
        sdl: `type Query { parcels: [Parcel!]! first: Letter }
          type Mutation { send(id: ID!): Sent } type Sent { parcel: Parcel }
          interface Parcel { ${fields} }
          type Letter implements Parcel @key(fields: "id") { ${fields} }
          type Crate implements Parcel @key(fields: "id") { ${fields} }
          type Box { wide(times: Int!): Int! tall: Int! unit: String! }`,
        resolvers: {
          Query,
          Mutation,
          Letter: { ...Goods, __resolveReference: parcel },
          Crate: { ...Goods, __resolveReference: parcel },
          Box: { wide: wideIn },
        },
      },
      post: {
        sdl: `type Letter @key(fields: "id") { id: ID! ${post} }
          type Crate @key(fields: "id") { id: ID! ${post} }
          type Box { wide(times: Int!): Int! @external tall: Int! @external } type Insurance { sum: Int! }`,
        resolvers: {
          Letter: { ...Post, __resolveReference: reference },
          Crate: { ...Post, __resolveReference: reference },
        },
      },
      taxes: {
        sdl: `type Letter @key(fields: "id") {
            id: ID! duty: String! @external price(currency: String! = "EUR"): Int! @external fee: String! @external
            tax: String! @requires(fields: "fee price(currency: \\"MXN\\") duty")
          }`,
        resolvers: {
          Letter: {
            __resolveReference: reference,
            tax: ({ fee, duty }: { fee: string; duty: string }) => `${fee.split(' ')[0]} ${duty.split(' ')[0]}`,
          },
        },
      },
    },
    {
      Query,
      Mutation,
      Letter: Monolith,
      Crate: (({ tax: _tax, ...rest }) => rest)(Monolith),
      Box: { wide: wideIn },
    },
  );

  it.each([
    '{ first { duty fee } }',
    '{ first { fee duty plain note price } }',
    '{ first { a: fee b: duty fee: duty duty: fee } }',
    '{ first { width height } }',
    '{ first { width duty height fee plain twice thrice } }',
    '{ first { tax } }',
    '{ first { tax fee price(currency: "MXN") p: price(currency: "USD") duty } }',
    '{ parcels { ... on Letter { duty fee } ... on Crate { fee plain } } }',
    '{ parcels { ... on Letter { duty ...More } ... on Crate { plain ...Rest } } } fragment More on Letter { fee height } fragment Rest on Crate { width fee }',
    '{ parcels { __typename ... on Crate { duty } ... on Letter { fee } } again: parcels { ... on Letter { duty } } }',
    'mutation { a: send(id: "1") { parcel { ... on Letter { duty fee } } } b: send(id: "2") { parcel { ... on Crate { plain fee } } } }',
  ])('%s', async (query) => {
    await graph.same(query);
  });

  it('keep their own arguments and variables, each in the call that it belongs to', async () => {
    const query = `query ($p: Int!, $c: String!) {
      first { insurance(part: $p) { sum } half: insurance { sum } fee price(currency: $c) }
    }`;
    await graph.same(query, { variables: { p: 3, c: 'USD' } });
    const sent = graph.calls.filter(({ subgraph }) => subgraph === 'post');
    expect(sent.map(({ variables }) => Object.keys(variables).sort())).toEqual([
      ['p', 'representations'],
      ['representations'],
    ]);
  });

  it('are asked for together where they require the same', async () => {
    await graph.same('{ parcels { ... on Letter { duty insurance { sum } } ... on Crate { fee note } } }');
    expect(graph.calls.filter(({ subgraph }) => subgraph === 'post')).toHaveLength(1);
  });
});

describe('on an interface that a subgraph knows as an object', () => {
  const graph = federate(
    {
      goods: {
        sdl: `type Query { parcels: [Parcel!]! }
          interface Parcel @key(fields: "id") { id: ID! price(currency: String!): Int! }
          type Letter implements Parcel @key(fields: "id") { id: ID! price(currency: String!): Int! }
          type Crate implements Parcel @key(fields: "id") { id: ID! price(currency: String!): Int! }`,
        resolvers: {
          Query: { parcels: () => parcels },
          Parcel: { __resolveReference: parcel },
          Letter: { price: priceIn, __resolveReference: parcel },
          Crate: { price: priceIn, __resolveReference: parcel },
        },
      },
      post: {
        sdl: `type Parcel @key(fields: "id") @interfaceObject {
            id: ID! price(currency: String!): Int! @external
            duty: String! @requires(fields: "price(currency: \\"MXN\\")")
            fee: String! @requires(fields: "price(currency: \\"USD\\")")
          }`,
        resolvers: { Parcel: { duty: Post.duty, fee: Post.fee, __resolveReference: reference } },
      },
    },
    {
      Query: { parcels: () => parcels },
      Letter: { price: priceIn, duty: Monolith.duty, fee: Monolith.fee },
      Crate: { price: priceIn, duty: Monolith.duty, fee: Monolith.fee },
    },
  );

  it.each([
    '{ parcels { duty fee } }',
    '{ parcels { __typename fee ... on Letter { duty price(currency: "MXN") } ... on Crate { fee } } }',
  ])('%s', async (query) => {
    await graph.same(query);
  });
});
