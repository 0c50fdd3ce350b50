import { parse } from 'graphql';
import { expect, test } from 'vitest';
import { createPlace, isFeed } from './resume.ts';

test('a feed is a subscription that takes $after', () => {
  expect(isFeed(parse('subscription Menu($after: Cursor) { menuChanged(after: $after) { cursor } }'))).toBe(true);
  expect(isFeed(parse('subscription Pairing($id: ID!) { pairingChanged(id: $id) { paired } }'))).toBe(false);
});

test('a place moves on with each cursor that arrives', () => {
  const place = createPlace();
  expect(place.cursor()).toBeUndefined();
  place.remember({ data: { menuChanged: { cursor: '1' } } });
  place.remember({ data: { menuChanged: { cursor: '2' } } });
  expect(place.cursor()).toBe('2');
});

test('a result without a cursor, or with errors only, does not lose the place', () => {
  const place = createPlace('7');
  place.remember({ data: null });
  place.remember({ data: { menuChanged: null } });
  place.remember({});
  expect(place.cursor()).toBe('7');
});

test('a forgotten place starts without a cursor', () => {
  const place = createPlace('7');
  place.forget();
  expect(place.cursor()).toBeUndefined();
});
