import { describe, expect, it } from 'vitest';
import { federate } from './federate.ts';
import { oneOf } from './resolvers.ts';

const cooks = [
  { __typename: 'Chef', id: 'ana', name: 'Ana', stars: 2 },
  { __typename: 'Helper', id: 'beto', name: 'Beto', hours: 20 },
];
const dishes = ['1', '2'].map((id, index) => ({ id, name: `dish ${id}`, cook: cooks[index], price: 30 + index }));
const Query = { dishes: () => dishes };
const Subscription = {
  changed: (_root: unknown, { id }: { id: string }) => oneOf(dishes)({ id }),
  all: (_root: unknown, { first }: { first: number }) => dishes.slice(0, first),
};
const priceIn = ({ price }: { price: number }, { currency }: { currency: string }) =>
  price * (currency === 'MXN' ? 18 : 1);
const tip = ({ price }: { price: number }) => price / 10;
const Cook = { Chef: { __resolveReference: oneOf(cooks) }, Helper: { __resolveReference: oneOf(cooks) } };

describe('the event of a subscription', () => {
  const graph = federate(
    {
      menu: {
        sdl: `type Query { dishes: [Dish!]! } type Subscription { changed(id: ID!): Dish all(first: Int = 1): [Dish!]! }
          type Dish @key(fields: "id") { id: ID! name: String! cook: Cook price(currency: String! = "MXN"): Int! }
          interface Cook { id: ID! }
          type Chef implements Cook @key(fields: "id") { id: ID! } type Helper implements Cook @key(fields: "id") { id: ID! }`,
        resolvers: { Query, Subscription, Dish: { price: priceIn, __resolveReference: oneOf(dishes) } },
      },
      staff: {
        sdl: `type Chef @key(fields: "id") { id: ID! name: String! stars: Int }
          type Helper @key(fields: "id") { id: ID! name: String! hours(factor: Int = 1): Int }`,
        resolvers: {
          ...Cook,
          Helper: { ...Cook.Helper, hours: ({ hours }, { factor }) => hours * factor },
        },
      },
      till: {
        sdl: `type Dish @key(fields: "id") { id: ID! price(currency: String! = "MXN"): Int! @external
            tip: Float @requires(fields: "price(currency: \\"USD\\")") bill: String @requires(fields: "price") }`,
        resolvers: {
          Dish: { __resolveReference: (given: object) => given, tip, bill: ({ price }) => `${price} MXN` },
        },
      },
    },
    {
      Query,
      Subscription,
      Dish: { price: priceIn, tip, bill: (each) => `${priceIn(each, { currency: 'MXN' })} MXN` },
      Helper: { hours: ({ hours }, { factor }) => hours * factor },
    },
  );

  it.each<[string, Record<string, unknown>?]>([
    ['subscription { changed(id: "1") { name cook { ... on Chef { name stars } } } }'],
    ['subscription { all(first: 2) { id cook { __typename id ... on Helper { name } ... on Chef { stars } } } }'],
    ['subscription { a: changed(id: "2") { n: name name: id price(currency: "USD") p: price tip bill } }'],
    ['subscription { changed(id: "9") { name } }'],
    [
      'subscription { changed(id: "1") { ...D } } fragment D on Dish { cook { ... on Chef { kind: __typename name } } tip }',
    ],
    ['subscription ($x: Boolean!) { changed(id: "1") { name @skip(if: $x) tip @include(if: $x) } }', { x: true }],
    ['subscription ($x: Boolean!) { changed(id: "1") { name @skip(if: $x) tip @include(if: $x) } }', { x: false }],
    [
      'subscription ($x: Boolean!) { changed(id: "1") { cook { ... on Chef { name @include(if: $x) } } } }',
      { x: false },
    ],
    ['subscription ($x: Boolean!) { changed(id: "1") { cook @skip(if: $x) { id } name } }', { x: true }],
    [
      'subscription ($x: Boolean!, $y: Boolean = true) { all { __typename ... @include(if: $y) { tip ... on Dish @skip(if: $x) { bill } } cook { __typename ... on Chef @include(if: $x) { name } } } }',
      { x: true },
    ],
    ['subscription ($x: Boolean!) { all { id @include(if: $x) } }', { x: false }],
    ['subscription ($representations: ID!) { changed(id: $representations) { name tip } }', { representations: '2' }],
    [
      'subscription ($representations: Int!, $representations__0: Int!) { all(first: $representations__0) { cook { ... on Helper { name hours(factor: $representations) } } } }',
      { representations: 3, representations__0: 2 },
    ],
    ['subscription { changed(id: "1") { name ... @defer { tip cook { ... @defer { id } } } } }'],
  ])('%s %j', async (query, variables) => {
    await graph.sameEvent(query, { variables });
  });

  it('is planned without what its conditions exclude', async () => {
    const query =
      'subscription ($x: Boolean!) { changed(id: "1") { name ... @include(if: $x) { tip cook { ... on Chef { name } } } } }';
    await graph.sameEvent(query, { variables: { x: false } });
    expect(graph.calls).toEqual([]);
    await graph.sameEvent(query, { variables: { x: true } });
    expect(graph.calls.map(({ subgraph }) => subgraph).sort()).toEqual(['staff', 'till']);
  });
});
