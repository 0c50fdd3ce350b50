import { buildSubgraphSchema } from '@apollo/subgraph';
import { type GraphQLSchema, parse } from 'graphql';

/** The data that all four subgraphs share: a hundred dishes, five reviews each, fifty people. */
const DISHES = 100;
const REVIEWS_EACH = 5;
const PEOPLE = 50;

interface Ref {
  id: string;
}

const words =
  'pork pineapple onion cilantro lime salsa verde tortilla blue corn charcoal smoke chile cheese oregano'.split(' ');
const sentence = (seed: number, length: number): string =>
  Array.from({ length }, (_, place) => words[(seed * 7 + place * 3) % words.length]).join(' ');
const range = (count: number): string[] => Array.from({ length: count }, (_, index) => String(index + 1));

/** What a price is now; each publication changes it. */
const prices = new Map(range(DISHES).map((id) => [id, 400 + Number(id)]));
const followers = new Set<(id: string) => void>();

/** Changes the price of a dish and tells every follower. */
export function changePrice(id: string): void {
  prices.set(id, (prices.get(id) ?? 0) + 1);
  for (const follow of followers) follow(id);
}

/** How many follow the prices now. */
export function followerCount(): number {
  return followers.size;
}

async function* follow(): AsyncGenerator<{ priceChanged: Ref & { at: string } }> {
  const queue: string[] = [];
  let wake = (): void => undefined;
  const listen = (id: string): void => {
    queue.push(id);
    wake();
  };
  followers.add(listen);
  try {
    for (;;) {
      const id = queue.shift();
      if (id) yield { priceChanged: { id, at: String(Date.now()) } };
      else await new Promise<void>((resolve) => (wake = resolve));
    }
  } finally {
    followers.delete(listen);
  }
}

const LINK = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])';

export const typeDefs = {
  menu: `${LINK}
    type Query { dishes(first: Int = 100): [Dish!]!  dish(id: ID!): Dish }
    type Subscription { priceChanged: PriceChange! }
    type PriceChange { at: String!  dish: Dish! }
    type Dish @key(fields: "id") { id: ID!  name: String!  description: String!  price: Int! }`,
  stock: `${LINK}
    type Query { openUntil: String! }
    type Dish @key(fields: "id") { id: ID!  available: Boolean!  portions: Int!  kitchen: String! }`,
  reviews: `${LINK}
    type Query { latestReviews(first: Int = 10): [Review!]! }
    type Dish @key(fields: "id") { id: ID!  reviews: [Review!]! }
    type Review @key(fields: "id") { id: ID!  stars: Int!  text: String!  author: Person! }
    type Person @key(fields: "id") { id: ID! }`,
  people: `${LINK}
    type Query { me: Person! }
    type Person @key(fields: "id") { id: ID!  name: String!  city: String! }`,
} as const;

export type Name = keyof typeof typeDefs;
export const names = Object.keys(typeDefs) as Name[];

const resolvers = {
  menu: {
    Query: {
      dishes: (_: unknown, { first }: { first: number }) =>
        range(DISHES)
          .slice(0, first)
          .map((id) => ({ id })),
      dish: (_: unknown, { id }: Ref) => ({ id }),
    },
    Subscription: { priceChanged: { subscribe: follow } },
    PriceChange: { dish: ({ id }: Ref) => ({ id }) },
    Dish: {
      __resolveReference: ({ id }: Ref) => ({ id }),
      name: ({ id }: Ref) => `Taco ${id}`,
      description: ({ id }: Ref) => sentence(Number(id), 12),
      price: ({ id }: Ref) => prices.get(id),
    },
  },
  stock: {
    Query: { openUntil: () => '23:00' },
    Dish: {
      __resolveReference: ({ id }: Ref) => ({ id }),
      available: ({ id }: Ref) => Number(id) % 7 !== 0,
      portions: ({ id }: Ref) => (Number(id) * 13) % 40,
      kitchen: ({ id }: Ref) => `Kitchen ${Number(id) % 4}`,
    },
  },
  reviews: {
    Query: { latestReviews: (_: unknown, { first }: { first: number }) => range(first).map((id) => ({ id })) },
    Dish: {
      __resolveReference: ({ id }: Ref) => ({ id }),
      reviews: ({ id }: Ref) =>
        range(REVIEWS_EACH).map((place) => ({ id: String((Number(id) - 1) * REVIEWS_EACH + Number(place)) })),
    },
    Review: {
      __resolveReference: ({ id }: Ref) => ({ id }),
      stars: ({ id }: Ref) => (Number(id) % 5) + 1,
      text: ({ id }: Ref) => sentence(Number(id), 6),
      author: ({ id }: Ref) => ({ id: String((Number(id) % PEOPLE) + 1) }),
    },
  },
  people: {
    Query: { me: () => ({ id: '1' }) },
    Person: {
      __resolveReference: ({ id }: Ref) => ({ id }),
      name: ({ id }: Ref) => `Person number ${id}`,
      city: ({ id }: Ref) => `City ${Number(id) % 9}`,
    },
  },
};

/** The executable schema of one of the four. */
export function schemaOf(name: Name): GraphQLSchema {
  return buildSubgraphSchema([{ typeDefs: parse(typeDefs[name]), resolvers: resolvers[name] as never }]);
}
