import { expect, test } from 'vitest';
import { moved } from './order.ts';

test.each([
  ['a', 1, ['b', 'a', 'c']],
  ['a', 2, ['b', 'c', 'a']],
  ['c', -1, ['a', 'c', 'b']],
  ['c', -2, ['c', 'a', 'b']],
])('moving %s by %i makes %j', (id, by, order) => {
  expect(moved(['a', 'b', 'c'], id, by)).toEqual(order);
});

test.each([
  ['a', -1],
  ['c', 1],
  ['b', 0],
  ['nobody', 1],
])('moving %s by %i is not possible', (id, by) => {
  expect(moved(['a', 'b', 'c'], id, by)).toBeUndefined();
});
