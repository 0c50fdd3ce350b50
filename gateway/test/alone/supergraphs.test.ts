import { pino } from 'pino';
import { afterEach, describe, expect, it } from 'vitest';
import { type Gateway, startGateway } from '../../src/gateway.ts';
import { compose } from '../bistro/bistro.ts';
import { testSubgraph } from '../bistro/subgraph.ts';

type Resolvers = Parameters<typeof testSubgraph>[2];
interface Part {
  name: string;
  sdl: string;
  /** What is composed, when that is written otherwise. */
  composed?: string;
  resolvers: Resolvers;
}

let gateway: Gateway | undefined;
afterEach(async () => {
  await gateway?.close();
  gateway = undefined;
});

/** The answer of a gateway in front of these subgraphs, with their supergraph as composition makes it, or as it is given. */
async function answer(parts: Part[], query: string, supergraph = supergraphOf(parts)): Promise<unknown> {
  const subgraphs = parts.map(({ name, sdl, resolvers }) => testSubgraph(name, sdl, resolvers, undefined));
  gateway = await startGateway({
    open: true,
    supergraphSdl: supergraph,
    subgraphs: Object.fromEntries(subgraphs.map(({ name, local }) => [name, local])),
    host: '127.0.0.1',
    port: 0,
    log: pino({ enabled: false }),
  });
  const response = await fetch(`${gateway.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  return response.json();
}

function supergraphOf(parts: readonly Part[]): string {
  return compose(parts.map(({ name, sdl, composed }) => ({ name, sdl: composed ?? sdl, url: 'http://127.0.0.1:1' })));
}

const QUERY = '{ dish { id name price(in: "MXN") } }';
const ANSWER = { data: { dish: { id: '1', name: 'pastor', price: 'MXN 30' } } };
const linkTo = (version: string, imports: string) =>
  `extend schema @link(url: "https://specs.apollo.dev/federation/${version}", import: [${imports}])`;
const PLAIN = linkTo('v2.0', '"@key", "@shareable", "@inaccessible"');

/** A dish that two subgraphs know, and what becomes of their schemas before they are composed. */
function dish(compositionOf: (sdl: string) => string = (sdl) => sdl): Part[] {
  const menu = `${PLAIN}
    type Dish @key(fields: "id") { id: ID! name: String! @shareable cost: Int @inaccessible }
    type Query { dish: Dish }`;
  const prices = `${PLAIN}
    type Dish @key(fields: "id") { id: ID! name: String! @shareable price(in: String!): String! }`;
  const __resolveReference = (reference: object) => reference;
  return [
    {
      name: 'menu',
      sdl: menu,
      composed: compositionOf(menu),
      resolvers: { Dish: { __resolveReference }, Query: { dish: () => ({ id: '1', name: 'pastor' }) } },
    },
    {
      name: 'prices',
      sdl: prices,
      composed: compositionOf(prices),
      resolvers: {
        Dish: { __resolveReference, price: (_dish: unknown, { in: currency }: { in: string }) => `${currency} 30` },
      },
    },
  ];
}

/** As an early composition wrote it. */
const EARLY = `
schema @link(url: "https://specs.apollo.dev/link/v1.0") @link(url: "https://specs.apollo.dev/join/v0.2", for: EXECUTION) { query: Query }
directive @join__field(graph: join__Graph!, requires: join__FieldSet, provides: join__FieldSet, type: String, external: Boolean, override: String, usedOverridden: Boolean) repeatable on FIELD_DEFINITION | INPUT_FIELD_DEFINITION
directive @join__graph(name: String!, url: String!) on ENUM_VALUE
directive @join__implements(graph: join__Graph!, interface: String!) repeatable on OBJECT | INTERFACE
directive @join__type(graph: join__Graph!, key: join__FieldSet, extension: Boolean! = false, resolvable: Boolean! = true) repeatable on OBJECT | INTERFACE | UNION | ENUM | INPUT_OBJECT | SCALAR
directive @link(url: String, as: String, for: link__Purpose, import: [link__Import]) repeatable on SCHEMA
scalar join__FieldSet
scalar link__Import
enum link__Purpose { SECURITY EXECUTION }
enum join__Graph { MENU @join__graph(name: "menu", url: "http://127.0.0.1:1") PRICES @join__graph(name: "prices", url: "http://127.0.0.1:1") }
type Dish @join__type(graph: MENU, key: "id") @join__type(graph: PRICES, key: "id") {
  id: ID!
  name: String!
  price(in: String!): String! @join__field(graph: PRICES)
}
type Query @join__type(graph: MENU) @join__type(graph: PRICES) { dish: Dish @join__field(graph: MENU) }
`;

describe('a supergraph of others', () => {
  it.each(['v2.0', 'v2.3', 'v2.5', 'v2.7', 'v2.9', 'v2.10', 'v2.12'])(
    'composed with Federation %s is served',
    async (version) => {
      expect(
        await answer(
          dish((sdl) => sdl.replace('v2.0', version)),
          QUERY,
        ),
      ).toEqual(ANSWER);
    },
  );

  it('of an early composition is served', async () => {
    expect(await answer(dish(), QUERY, EARLY)).toEqual(ANSWER);
  });

  it('whose directives have other names is served, and hides what is inaccessible under them', async () => {
    const link = linkTo('v2.9', '{ name: "@key", as: "@by" }, { name: "@inaccessible", as: "@hidden" }');
    const renamed = (sdl: string) =>
      link +
      sdl
        .slice(PLAIN.length)
        .replaceAll('@key', '@by')
        .replaceAll('@shareable', '@federation__shareable')
        .replaceAll('@inaccessible', '@hidden');
    const parts = dish(renamed);
    expect(supergraphOf(parts)).toContain('@hidden');
    expect(await answer(parts, QUERY)).toEqual(ANSWER);
    await gateway?.close();
    expect(await answer(parts, '{ dish { cost } }')).toMatchObject({
      errors: [{ message: 'Cannot query field "cost" on type "Dish".' }],
    });
  });

  it('with directives of specifications that we do not know is served', async () => {
    const known = supergraphOf(dish((sdl) => sdl.replace('v2.0', 'v2.9')));
    const more = known
      .replace(
        '{\n  query: Query',
        '@join__directive(graphs: [MENU], name: "note", args: { text: "ours" })\n{\n  query: Query',
      )
      .replace('schema\n', 'schema\n  @link(url: "https://acme.example/notes/v1.0", import: ["@note"])\n');
    const notes = 'directive @note(text: String) on FIELD_DEFINITION';
    expect(await answer(dish(), QUERY, `${more}\n${notes}`)).toEqual(ANSWER);
  });

  it('in which a field moves to another subgraph by a label is served from where it was', async () => {
    const link = linkTo('v2.7', '"@key", "@override"');
    const parts: Part[] = [
      {
        name: 'old',
        sdl: `${link} type Dish @key(fields: "id") { id: ID! name: String! } type Query { dish: Dish }`,
        resolvers: { Query: { dish: () => ({ id: '1', name: 'old' }) } },
      },
      {
        name: 'new',
        sdl: `${link} type Dish @key(fields: "id") { id: ID! name: String! @override(from: "old", label: "percent(5)") }`,
        resolvers: { Dish: { __resolveReference: ({ id }: { id: string }) => ({ id, name: 'new' }) } },
      },
    ];
    expect(await answer(parts, '{ dish { name } }')).toEqual({ data: { dish: { name: 'old' } } });
  });

  it('with connectors is refused by their name', async () => {
    const link = '@link(url: "https://specs.apollo.dev/connect/v0.1", import: ["@connect", "@source"])';
    const connected = supergraphOf([
      {
        name: 'rest',
        sdl: `${linkTo('v2.10', '"@key"')} ${link} @source(name: "v1", http: { baseURL: "http://rest.test" })
          type Query { dish: String @connect(source: "v1", http: { GET: "/dish" }, selection: "$") }`,
        resolvers: {},
      },
    ]);
    await expect(answer([], QUERY, connected)).rejects.toThrow('connectors (@connect)');
  });
});
