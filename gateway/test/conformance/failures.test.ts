import { afterEach, describe, expect, it } from 'vitest';
import { federate } from './federate.ts';
import { oneOf } from './resolvers.ts';

const dishes = ['1', '2', '3', '4'].map((id) => ({
  id,
  name: `dish ${id}`,
  cook: { id: id === '4' ? '2' : id },
  price: 7,
}));
const cooks = ['1', '2', '3'].map((id) => ({ id, nick: `cook ${id}`, best: dishes[0] }));
const fail = (message: string) => {
  throw new Error(message);
};

let total = 0;
const Query = {
  dishes: () => dishes,
  dish: (_root: unknown, { id }: { id: string }) => oneOf(dishes)({ id }),
  broken: () => fail('broken'),
  refused: () => fail('refused'),
};
const Mutation = {
  add: (_root: unknown, { n }: { n: number }) => {
    total += n;
    return { total, last: dishes[0] };
  },
  double: async () => {
    const before = total;
    await new Promise((resolve) => setImmediate(resolve));
    total = before * 2;
    return { total, last: dishes[1] };
  },
  refuse: () => fail('no'),
};
const Dish = {
  grams: ({ id }: { id: string }) => (id === '2' ? null : 100),
  taste: ({ id }: { id: string }) => (id === '3' ? fail('bland') : 'good'),
};
const Cook = {
  name: ({ id }: { id: string }) => (id === '2' ? fail('nameless') : `cook ${id}`),
  age: ({ id }: { id: string }) => (id === '2' ? fail('ageless') : 30),
  pans: () => [{ size: 1 }, null, { size: null }],
  strict: () => [{ size: 1 }, { size: null }],
};
const graph = federate(
  {
    menu: {
      sdl: `type Query { dishes: [Dish]! dish(id: ID!): Dish broken: Int refused: Int! }
        type Mutation { add(n: Int!): Sum refuse: Int! }
        type Sum @shareable { total: Int! last: Dish }
        type Dish @key(fields: "id") { id: ID! name: String! cook: Cook grams: Int taste: String! }
        type Cook @key(fields: "id") { id: ID! }`,
      resolvers: {
        Query,
        Mutation: { add: Mutation.add, refuse: Mutation.refuse },
        Dish: { ...Dish, __resolveReference: oneOf(dishes) },
      },
    },
    staff: {
      sdl: `type Mutation { double: Sum } type Sum @shareable { total: Int! last: Dish }
        type Dish @key(fields: "id") { id: ID! price: Int! }
        type Cook @key(fields: "id") { id: ID! name: String age: Int! nick: String! best: Dish pans: [Pan] strict: [Pan!] }
        type Pan { size: Int! }`,
      resolvers: {
        Mutation: { double: Mutation.double },
        Dish: { __resolveReference: oneOf(dishes) },
        Cook: { ...Cook, __resolveReference: oneOf(cooks) },
      },
    },
  },
  {
    Query,
    Mutation,
    Dish,
    Cook: { ...Cook, nick: ({ id }) => `cook ${id}`, best: () => dishes[0] },
  },
);
afterEach(() => graph.down.clear());

describe('errors and nulls are those of one schema', () => {
  it.each([
    '{ dishes { id grams taste } }',
    '{ dishes { cook { name } } }',
    '{ dishes { cook { age } again: cook { nick } grams weight: grams } }',
    '{ dishes { cook { age nick } } }',
    '{ dishes { cook { nick age } } }',
    '{ x: broken refused dishes { id } }',
    '{ dishes { who: cook { called: name again: name } } broken }',
    '{ dish(id: "1") { cook { pans { size } strict { size } } } }',
    '{ dish(id: "2") { cook { best { price cook { name } } age } } x: dish(id: "9") { cook { age } } }',
    '{ dishes { name cook { ...N best { cook { ...N } } } } } fragment N on Cook { name }',
  ])('%s', async (query) => {
    await graph.same(query);
  });

  it('for an entity in several places, at each of them', async () => {
    const { errors } = await graph.ask('{ dishes { cook { name } } }');
    expect(errors.map(({ path, message }) => [path?.join('.'), message])).toEqual([
      ['dishes.1.cook.name', 'nameless'],
      ['dishes.3.cook.name', 'nameless'],
    ]);
  });
});

describe('a subgraph that is away', () => {
  it('takes nothing of the others along', async () => {
    graph.down.add('staff');
    const { data, errors } = await graph.ask('{ dish(id: "1") { name cook { id name } } }');
    expect(data).toEqual({ dish: { name: 'dish 1', cook: { id: '1', name: null } } });
    expect(errors).toMatchObject([{ message: 'staff is down', path: ['dish', 'cook'] }]);
  });

  it('is one error for a whole list, and its required fields are null with what holds them', async () => {
    graph.down.add('staff');
    const { data, errors } = await graph.ask('{ all: dishes { name cook { age } } }');
    expect(data.all).toEqual(dishes.map(({ name }) => ({ name, cook: null })));
    expect(errors).toMatchObject([{ message: 'staff is down', path: ['all'], extensions: { serviceName: 'staff' } }]);
  });

  it('is one error for each root field that it would have answered', async () => {
    graph.down.add('menu');
    const { data, errors } = await graph.ask('{ b: broken dish(id: "1") { id } }');
    expect(data).toEqual({ b: null, dish: null });
    expect(errors.map(({ path }) => path)).toEqual([['b'], ['dish']]);
  });
});

describe('mutations', () => {
  it('run one after the other, whoever answers them', async () => {
    const query = `mutation { a: add(n: 3) { total last { price } } b: double { total last { name } }
      c: add(n: 1) { total } d: double { total } e: double { total } }`;
    total = 0;
    const { data } = await graph.ask(query);
    total = 0;
    expect(data).toEqual((await graph.expected(query)).data);
    expect(data.e.total).toBe(28);
  });

  it('that were done stay done when a later one fails', async () => {
    const query = 'mutation { add(n: 1) { total } refuse }';
    total = 0;
    const { data, errors } = await graph.ask(query);
    expect([data, errors.map(({ path }) => path), total]).toEqual([null, [['refuse']], 1]);
  });
});
