import { afterEach, describe, expect, it } from 'vitest';
import { federate } from './federate.ts';
import { oneOf } from './resolvers.ts';
import { richGraph } from './rich.ts';

describe('an answer in parts is, all together, the answer as one whole', () => {
  const graph = richGraph();

  it.each<[string, Record<string, unknown>?]>([
    ['{ items { id ... @defer { stock } } }'],
    ['{ items { ... @defer { id title } } }'],
    ['{ ... @defer { items { id stock } } staff { id } }'],
    ['{ items { id ...Stock @defer(label: "stock") } } fragment Stock on Item { stock shelf { code } }'],
    ['{ items { id ... @defer { stock ... @defer { price shelf { ... @defer { code } items { id } } } } } }'],
    [
      '{ items { title ... on Book @defer { pages blurb reviews { text } } ... on Film @defer { about: blurb minutes } } }',
    ],
    ['{ items { ... on Item @defer { stock ... on Book @defer { author { email } } } } }'],
    [
      '{ items { ...A } cheap { ...A } } fragment A on Item { id ... @defer { stock related { ...B @defer } } } fragment B on Item { title }',
    ],
    [
      '{ a: item(id: "1") { ... @defer { p: price(currency: "USD") } } b: item(id: "2") { id ... @defer { p: price } } }',
    ],
    ['{ staff { id ... @defer { email age } likes { id ... @defer { title } } } }'],
    ['{ staff { id ... @defer { id email } email } }'],
    [
      '{ search { __typename ... on Book @defer { title author { id } } ... on Person @defer { email wrote { text } } } }',
    ],
    [
      '{ latest { text ... @defer { by { ... on Person { email senior ... @defer { boss { id } } } } about { ... on Book { title } } } } }',
    ],
    ['{ cheap { shelf { grid { id ... @defer { title stock } } } } }'],
    [
      'query ($d: Boolean!) { items { id ... @defer(if: $d) { stock } ... @include(if: $d) @defer { title } } }',
      { d: true },
    ],
    [
      'query ($d: Boolean!) { items { id ... @defer(if: $d) { stock } ... @skip(if: $d) @defer { title } } }',
      { d: false },
    ],
    ['{ items { id } ... @defer { kind: __typename __schema { queryType { name } } staff { id } } }'],
    ['{ item(id: "9") { ... @defer { stock } } items { id } }'],
    ['{ latest { by { ... @defer { __typename } ... on Person { age } } } }'],
    ['{ items { price: title ... @defer { title: price id: stock } } }'],
    ['query ($n: Int) { items { related(first: $n) { id ... @defer { related(first: 1) { stock } } } } }', { n: 1 }],
  ])('%s %j', async (query, variables) => {
    await graph.sameInParts(query, { variables });
    await graph.same(query, { variables });
  });
});

const dishes = ['1', '2'].map((id) => ({ id, name: `dish ${id}`, cook: { id: `c${id}` } }));
const cooks = [
  { id: 'c1', age: 30, name: 'Ana' },
  { id: 'c2', age: null, name: 'Beto' },
];
const Query = { dishes: () => dishes, dish: (_root: unknown, given: object) => oneOf(dishes)(given) };
const Cook = {
  age: ({ age }: { age: number | null }) => age ?? fail(),
  knives: () => 3,
};
const cook = oneOf(cooks);
const fail = () => {
  throw new Error('ageless');
};

describe('what is deferred', () => {
  const graph = federate(
    {
      menu: {
        sdl: `type Query { dishes: [Dish!]! dish(id: ID!): Dish } type Mutation { add: Dish done: Int }
          type Dish @key(fields: "id") { id: ID! name: String! cook: Cook! } type Cook @key(fields: "id") { id: ID! }`,
        resolvers: {
          Query,
          Mutation: { add: () => dishes[0], done: () => 1 },
          Dish: { __resolveReference: oneOf(dishes) },
        },
      },
      staff: {
        sdl: 'type Cook @key(fields: "id") { id: ID! name: String! age: Int! knives: Int! @shareable }',
        resolvers: { Cook: { ...Cook, __resolveReference: cook } },
      },
      tools: {
        sdl: `type Cook @key(fields: "id") { id: ID! name: String! @external knives: Int! @shareable
          set: String! @requires(fields: "name") }`,
        resolvers: {
          Cook: {
            knives: Cook.knives,
            set: ({ name }) => `set of ${name}`,
            __resolveReference: (reference: object) => reference,
          },
        },
      },
    },
    {
      Query,
      Mutation: { add: () => dishes[0], done: () => 1 },
      Cook: {
        ...Cook,
        age: ({ id }) => Cook.age(cook({ id }) ?? { age: null }),
        name: ({ id }) => cook({ id })?.name,
        set: ({ id }) => `set of ${cook({ id })?.name}`,
      },
    },
  );
  afterEach(() => {
    graph.down.clear();
    graph.slow.clear();
  });

  it('is not waited for', async () => {
    const staff = Promise.withResolvers<void>();
    graph.slow.set('staff', staff.promise);
    const { data, later } = await graph.askInParts(
      '{ dish(id: "1") { name cook { ... @defer(label: "who") { name } } } }',
    );
    expect(data).toEqual({ dish: { name: 'dish 1', cook: {} } });
    staff.resolve();
    expect(await later.next()).toEqual({
      done: false,
      value: { parts: [{ label: 'who', path: ['dish', 'cook'], data: { name: 'Ana' } }], hasNext: false },
    });
    expect(await later.next()).toEqual({ done: true, value: undefined });
  });

  it('comes as soon as it is there, whatever else is on its way', async () => {
    const staff = Promise.withResolvers<void>();
    graph.slow.set('staff', staff.promise);
    const { data, later } = await graph.askInParts(
      '{ dish(id: "1") { name ... @defer(label: "slow") { cook { name } } } ... @defer(label: "quick") { dishes { id } } }',
    );
    expect(data).toEqual({ dish: { name: 'dish 1' } });
    expect((await later.next()).value).toMatchObject({ parts: [{ label: 'quick' }], hasNext: true });
    staff.resolve();
    expect((await later.next()).value).toMatchObject({ parts: [{ label: 'slow' }], hasNext: false });
  });

  it('comes after what it is nested in', async () => {
    const { first, parts } = await graph.sameInParts(
      '{ dishes { id ... @defer(label: "a") { cook { id ... @defer(label: "b") { name ... @defer(label: "c") { set } } } } } }',
    );
    expect(first).toEqual({ dishes: [{ id: '1' }, { id: '2' }] });
    expect(parts.map(({ label, path }) => [label, path.join('.')])).toEqual([
      ['a', 'dishes.0'],
      ['a', 'dishes.1'],
      ['b', 'dishes.0.cook'],
      ['b', 'dishes.1.cook'],
      ['c', 'dishes.0.cook'],
      ['c', 'dishes.1.cook'],
    ]);
  });

  it('fails alone: its errors come with it, and its nulls go no further', async () => {
    const { first, parts } = await graph.together('{ dishes { id cook { ... @defer { age } ... @defer { name } } } }');
    expect(first).toEqual({ dishes: dishes.map(({ id }) => ({ id, cook: {} })) });
    const [one, other, ...names] = parts;
    expect(one).toEqual({ path: ['dishes', 0, 'cook'], data: { age: 30 } });
    expect(other).toMatchObject({
      path: ['dishes', 1, 'cook'],
      data: null,
      errors: [{ message: 'ageless', path: ['dishes', 1, 'cook', 'age'] }],
    });
    expect(names.map(({ data, errors }) => [data, errors])).toEqual([
      [{ name: 'Ana' }, undefined],
      [{ name: 'Beto' }, undefined],
    ]);
  });

  it('of a subgraph that is away is null where it had to be, with one error', async () => {
    graph.down.add('staff');
    const { first, parts } = await graph.together('{ dishes { id cook { ... @defer { name } } } }');
    expect(first.dishes).toHaveLength(2);
    expect(parts.map(({ data }) => data)).toEqual([null, null]);
    expect(parts.flatMap(({ errors = [] }) => errors.map(({ message }) => message))).toEqual(['staff is down']);
  });

  it('in what became null does not come', async () => {
    const { first, parts, errors } = await graph.together(
      '{ dish(id: "2") { name cook { age ... @defer { knives } } } d: dish(id: "9") { ... @defer { name } } }',
    );
    expect([first, parts, errors.length]).toEqual([{ dish: null, d: null }, [], 1]);
  });

  it('is not asked for any more when the client goes away', async () => {
    const staff = Promise.withResolvers<void>();
    graph.slow.set('staff', staff.promise);
    const { later } = await graph.askInParts('{ dishes { id cook { ... @defer { set } } } }');
    const pending = later.next();
    await later.return?.();
    expect(await pending).toEqual({ done: true, value: undefined });
    staff.resolve();
    await new Promise(setImmediate);
    await new Promise(setImmediate);
    expect(graph.calls.map(({ subgraph }) => subgraph)).toEqual(['menu', 'staff']);
  });

  it('of a mutation is what its fields give, not the fields themselves', async () => {
    const { first, parts } = await graph.sameInParts(
      'mutation { ... @defer { add { id cook { id ... @defer { name } } } } done }',
    );
    expect(first).toEqual({ add: { id: '1', cook: { id: 'c1' } }, done: 1 });
    expect(parts).toEqual([{ path: ['add', 'cook'], data: { name: 'Ana' } }]);
  });

  it('is not more than we can plan: then the answer is whole', async () => {
    const many = Array.from({ length: 51 }, (_each, index) => `... @defer { d${index}: dishes { id } }`).join(' ');
    const { parts } = await graph.sameInParts(`{ ${many} }`);
    expect(parts).toEqual([]);
  });
});
