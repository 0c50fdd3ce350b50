import { describe, expect, it } from 'vitest';
import { federate } from './federate.ts';
import { oneOf } from './resolvers.ts';

interface Shop {
  __typename: string;
  id: string;
  currency: string;
  region: { lang: string | null };
}

const shops: Shop[] = [
  { __typename: 'Store', id: '1', currency: 'MXN', region: { lang: 'es' } },
  { __typename: 'Stand', id: '2', currency: 'USD', region: { lang: null } },
  { __typename: 'Store', id: '3', currency: 'MXN', region: { lang: 'es' } },
];
const items = ['a', 'b'].map((id, index) => ({ id, base: index + 1, maker: { id: 'm' } }));
const rates: Record<string, number> = { MXN: 18, USD: 1 };
const price = (base: number, currency: string, times = 1) => `${base * (rates[currency] ?? 0) * times} ${currency}`;

describe('arguments from the context', () => {
  const Query = { shops: () => shops, store: () => shops[0], none: () => null };
  const inShop = (shop: Shop) => items.map((item) => ({ ...item, shop, maker: { ...item.maker, shop } }));
  const graph = federate(
    {
      goods: {
        sdl: `type Query { shops: [Shop!]! store: Store none: Store }
          interface Shop @context(name: "shop") { id: ID! currency: String! region: Region! items: [Item!]! }
          type Store implements Shop @key(fields: "id") @context(name: "shop") { id: ID! currency: String! region: Region! items: [Item!]! }
          type Stand implements Shop @key(fields: "id") @context(name: "shop") { id: ID! currency: String! region: Region! items: [Item!]! }
          type Region @shareable { lang: String }
          type Item @key(fields: "id") {
            id: ID! maker: Maker!
            price(currency: String @fromContext(field: "$shop { currency }"), times: Int = 1): String!
            tag(lang: String @fromContext(field: "$shop { region { lang } }")): String
          }
          type Maker @key(fields: "id") { id: ID! }`,
        resolvers: {
          Query,
          Store: { items: () => items, __resolveReference: oneOf(shops) },
          Stand: { items: () => items, __resolveReference: oneOf(shops) },
          Item: {
            price: ({ base }, { currency, times }) => price(base, currency, times),
            tag: ({ id }, { lang }) => (lang === null ? null : `${id} ${lang}`),
            __resolveReference: oneOf(items),
          },
        },
      },
      reviews: {
        sdl: 'type Item @key(fields: "id") { id: ID! score: Int! } type Maker @key(fields: "id") { id: ID! items: [Item!]! }',
        resolvers: {
          Item: { score: () => 5, __resolveReference: (given: object) => given },
          Maker: { items: () => items.map(({ id }) => ({ id })), __resolveReference: (given: object) => given },
        },
      },
    },
    {
      Query,
      Store: { items: inShop },
      Stand: { items: inShop },
      Item: {
        price: ({ base, shop }, { times }) => price(base, shop.currency, times),
        tag: ({ id, shop }) => (shop.region.lang === null ? null : `${id} ${shop.region.lang}`),
        score: () => 5,
      },
      Maker: { items: ({ shop }) => inShop(shop) },
    },
  );

  it.each<[string, Record<string, unknown>?]>([
    ['{ store { items { price } } }'],
    ['{ store { currency items { p: price(times: 2) price score } } }'],
    ['{ shops { items { id price tag } } }'],
    ['{ shops { ... on Store { items { price } } ... on Stand { c: id items { price tag } } } }'],
    ['{ none { items { price } } store { items { tag } } }'],
    ['query ($t: Int!) { shops { items { price(times: $t) score } } }', { t: 3 }],
    [
      'query ($contextualArgument_1_0: Int!) { store { items { price(times: $contextualArgument_1_0) } } }',
      { contextualArgument_1_0: 3 },
    ],
    ['{ shops { items { id maker { items { id score } } } } }'],
  ])('%s %j', async (query, variables) => {
    await graph.same(query, { variables });
  });

  it('come later with what is deferred', async () => {
    await graph.sameInParts('{ shops { id items { id ... @defer { price tag } } } }');
  });

  it('take one call for each context, whatever its number of places', async () => {
    await graph.same('{ shops { items { price } } }');
    const sent = graph.calls.filter(({ query }) => query.includes('_entities')).map(({ variables }) => variables);
    expect(sent.map(({ representations, ...others }) => [Object.values(others), representations])).toEqual(
      ['MXN', 'USD'].map((currency) => [[currency], ['a', 'b'].map((id) => ({ __typename: 'Item', id }))]),
    );
  });

  it('are not for clients to give', async () => {
    await expect(graph.ask('{ store { items { price(currency: "USD") } } }')).rejects.toThrow('currency');
  });
});
