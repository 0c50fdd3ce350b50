import { describe, expect, it } from 'vitest';
import { federate } from './federate.ts';
import { oneOf } from './resolvers.ts';

const orders = [
  { id: '1', state: 'COOKING', courier: 'LATE' },
  { id: '2', state: 'READY', courier: 'ON_THE_WAY' },
];
const order = oneOf(orders);
const Query = {
  orders: () => orders,
  late: () => orders.filter(({ courier }) => courier === 'LATE').length,
  worst: () => 'LATE',
};
const Mutation = { serve: (_root: unknown, { id }: { id: string }) => ({ order: order({ id }), query: {} }) };
const graph = federate(
  {
    kitchen: {
      sdl: `type Query { orders: [Order!]! }
        type Mutation { serve(id: ID!): Served! }
        type Served { order: Order query: Query! }
        enum State { COOKING READY } enum Delay { NONE }
        type Order @key(fields: "id") { id: ID! state: State! delay: Delay @shareable }`,
      resolvers: {
        Query: { orders: Query.orders },
        Mutation,
        Order: { __resolveReference: order, delay: () => 'NONE' },
      },
    },
    couriers: {
      sdl: `type Query { late: Int! worst: State! }
        enum State { ON_THE_WAY LATE } enum Delay { NONE LONG }
        type Order @key(fields: "id") { id: ID! courier: State! delay: Delay @shareable }`,
      resolvers: {
        Query: { late: Query.late, worst: Query.worst },
        Order: { __resolveReference: order, delay: () => 'NONE' },
      },
    },
  },
  { Query, Mutation, Order: { delay: () => 'NONE' } },
);

describe('the whole graph inside a payload', () => {
  it('is asked after the mutation, in whichever subgraph knows', async () => {
    await graph.same('mutation { serve(id: "2") { order { courier } query { late orders { id courier } } } }');
    expect(graph.calls[0]).toMatchObject({ subgraph: 'kitchen', kind: 'mutation' });
  });

  it('is there once for each payload', async () => {
    await graph.same(`mutation {
      a: serve(id: "1") { query { late } order { state } }
      b: serve(id: "2") { query { worst now: orders { state } } }
      none: serve(id: "9") { order { id } query { __typename late } }
    }`);
  });
});

describe('an enum that is only given and never taken', () => {
  it('has the values of all subgraphs', async () => {
    await graph.same('{ worst orders { state courier delay } }');
    await graph.same('{ __type(name: "State") { enumValues { name } } }');
    await graph.same('{ __type(name: "Delay") { enumValues { name } } }');
  });
});
