import type { KeyObject } from 'node:crypto';
import type { CallContext } from '@mycelium/kit/viewer';
import { GraphQLError } from 'graphql';
import { createChannel } from '../../src/channel.ts';
import { type TestSubgraph, testSubgraph, unguarded } from './subgraph.ts';

const sdl = /* GraphQL */ `
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@authenticated", "@requiresScopes", "@policy", "@composeDirective"])
    @link(url: "https://mycelium.example/live/v1.0", import: ["@currentState"]) @composeDirective(name: "@currentState")
  directive @currentState on FIELD_DEFINITION
  scalar Cursor
  interface Change { cursor: Cursor! }
  type Dish @key(fields: "id") { id: ID! name: String! price: Int! chef: Person cost: Int @requiresScopes(scopes: [["menu:write"]]) }
  type Person @key(fields: "id", resolvable: false) { id: ID! }
  type DishChange implements Change { cursor: Cursor! dish: Dish! }
  input PriceInput { amount: Int! }
  type Query { dish(id: ID!): Dish dishes: [Dish!]! recipe: String @authenticated special: String @policy(policies: [["regulars"], ["staff", "awake"]]) crash: String whoAsks: String! deep: Deep slow: String }
  type Deep { deeper: Deep end: String }
  type Mutation { setPrice(id: ID!, input: PriceInput!): Dish! @requiresScopes(scopes: [["menu:write"]]) }
  type Subscription {
    dishChanged(tenantId: ID!, after: Cursor): DishChange! @requiresScopes(scopes: [["menu:read"]])
    tick(from: Int! = 0): Int!
    seated: Int! @currentState
    terrace(after: Cursor): Terrace! @currentState
  }
  type Terrace { cursor: Cursor! free: Int! }
`;

export interface Menu extends TestSubgraph {
  /** Changes a price, which is told to subscriptions. */
  change(id: string, price: number): void;
  tick(value: number): void;
  /** Tells how many guests are seated. */
  seat(guests: number): void;
  /** Tells how many tables are free outside, which is told with its position. */
  free(tables: number): void;
  /** From now on the feed tells its position, as those of the kit do. */
  tellPositions(): void;
  /** Lets `Query.slow` answer. */
  release(): void;
  /** How many subscriptions are open here now. */
  watchers(): number;
}

interface Change {
  cursor: string;
  dishChanged: { cursor: string; dish: Dish };
}
interface Dish {
  id: string;
  name: string;
  price: number;
  cost: number;
  chef: { id: string };
}

/** A subgraph with a feed of changes, from which its subscription can resume. */
export function createMenu(key: KeyObject | undefined): Menu {
  const dishes = new Map<string, Dish>(
    ['pastor', 'suadero'].map((name, index) => [
      String(index + 1),
      { id: String(index + 1), name, price: 30, cost: 12, chef: { id: index === 0 ? 'ana' : 'beto' } },
    ]),
  );
  const feed: Change[] = [];
  const readers = new Set<(change: Change) => void>();
  const tickers = new Set<(value: number) => void>();
  const hosts = new Set<(guests: number) => void>();
  const waiters = new Set<(terrace: { cursor: string; free: number }) => void>();
  let seated = 0;
  let terrace = { cursor: '0', free: 0 };

  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });

  const follow = <Value>(listeners: Set<(value: Value) => void>, first: Value[]) => {
    const channel = createChannel<Value>(() => listeners.delete(channel.push));
    listeners.add(channel.push);
    first.forEach(channel.push);
    return channel.iterator;
  };

  const resolvers = {
    Dish: { __resolveReference: ({ id }: { id: string }) => dishes.get(id) },
    DishChange: {},
    Query: {
      dish: (_root: unknown, { id }: { id: string }) => dishes.get(id),
      dishes: () => [...dishes.values()],
      recipe: () => 'secret',
      special: () => 'barbacoa',
      crash: () => {
        throw new Error('the password of the database is hunter2');
      },
      whoAsks: (_root: unknown, _args: unknown, context?: CallContext) => JSON.stringify(context ?? null),
      deep: () => ({ end: 'here' }),
      slow: () => released.then(() => 'done'),
    },
    Mutation: {
      setPrice(_root: unknown, { id, input }: { id: string; input: { amount: number } }) {
        if (input.amount < 0) {
          throw new GraphQLError('A price is not negative.', {
            extensions: { code: 'BAD_USER_INPUT', path: ['input', 'amount'] },
          });
        }
        menu.change(id, input.amount);
        return dishes.get(id);
      },
    },
    Subscription: {
      dishChanged: {
        subscribe: (
          _root: unknown,
          { tenantId, after }: { tenantId: string; after?: string },
          context?: CallContext,
        ) => {
          if (context && context.viewer.tenantId !== tenantId) {
            throw new GraphQLError(`No Tenant with id ${tenantId}.`, { extensions: { code: 'NOT_FOUND' } });
          }
          if (after === 'expired') {
            throw new GraphQLError('This cursor is kept no more.', {
              extensions: { code: 'BAD_USER_INPUT', reason: 'CURSOR_EXPIRED' },
            });
          }
          const missed = after ? feed.filter(({ cursor }) => Number(cursor) > Number(after)) : [];
          return follow(readers, missed);
        },
      },
      tick: { subscribe: () => follow(tickers, []), resolve: (value: number) => value },
      seated: { subscribe: () => follow(hosts, [seated]), resolve: (guests: number) => guests },
      terrace: {
        // As the kit does it: after where it stands, nothing before it changes.
        subscribe: (_root: unknown, { after }: { after?: string }) =>
          follow(waiters, after === terrace.cursor ? [] : [terrace]),
        resolve: (state: typeof terrace) => state,
      },
    },
  };

  const menu: Menu = Object.assign(testSubgraph('menu', key ? sdl : unguarded(sdl), resolvers, key), {
    change(id: string, price: number) {
      const dish = dishes.get(id);
      if (!dish) throw new Error(`No dish ${id}.`);
      dish.price = price;
      const cursor = String(feed.length + 1);
      const change = { cursor, dishChanged: { cursor, dish: { ...dish } } };
      feed.push(change);
      for (const read of readers) read(change);
    },
    tick(value: number) {
      for (const read of tickers) read(value);
    },
    seat(guests: number) {
      seated = guests;
      for (const read of hosts) read(guests);
    },
    free(tables: number) {
      terrace = { cursor: String(Number(terrace.cursor) + 1), free: tables };
      for (const read of waiters) read(terrace);
    },
    tellPositions() {
      menu.position = () => String(feed.length);
    },
    release,
    watchers: () => readers.size + tickers.size + hosts.size + waiters.size,
  });
  return menu;
}
