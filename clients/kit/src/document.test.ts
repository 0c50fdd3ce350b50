import { print } from 'graphql';
import { expect, test } from 'vitest';
import { graphql } from './document.ts';
import { documentIdOf } from './persisted.ts';

const DISH = 'query Dish($id: ID!) { __typename dish(id: $id) { __typename id name } }';

test('a document has its text, and the id under which it is registered', () => {
  const document = graphql(DISH, 'sha256:aa');
  expect(print(document).replaceAll(/\s+/g, ' ')).toBe(DISH);
  expect(documentIdOf(document)).toBe('sha256:aa');
});

test('a fragment alone has no id', () => {
  expect(documentIdOf(graphql('fragment DishRow on Dish { __typename id }'))).toBeUndefined();
});
