import { buildSchema } from 'graphql';
import { expect, test } from 'vitest';
import { misfits } from '../src/operations-fit.ts';

const documents = {
  'sha256:0123456789abcdef': 'query Menu { dishes { name price } }',
  'sha256:fedcba9876543210': 'subscription Prices { priceChanged { price } }',
};

test('a registered operation that the schema would refuse is named, with its client and the reason', () => {
  const before = buildSchema(
    'type Query { dishes: [Dish!]! } type Subscription { priceChanged: Dish! } type Dish { name: String! price: Int! }',
  );
  expect(misfits(before, 'signage', documents)).toEqual([]);
  const after = buildSchema(
    'type Query { dishes(menu: ID!): [Dish!]! } type Subscription { priceChanged: Dish! } type Dish { name: String! cost: Int! }',
  );
  expect(misfits(after, 'signage', documents)).toEqual([
    expect.stringMatching(/^signage Menu \(sha256:01234567…\): Cannot query field "price" on type "Dish"/),
    expect.stringMatching(/^signage Menu .*"menu" of type "ID!" is required/),
    expect.stringMatching(/^signage Prices .*Cannot query field "price"/),
  ]);
});
