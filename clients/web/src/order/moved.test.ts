import { expect, test } from 'vitest';
import { moved, putBefore } from './moved.ts';

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

test.each([
  [['c'], 'a', ['c', 'a', 'b']],
  [['a'], undefined, ['b', 'c', 'a']],
  [['a', 'c'], 'b', ['a', 'c', 'b']],
  [['a'], 'nobody', ['b', 'c', 'a']],
  [['a', 'b'], 'b', ['a', 'b', 'c']],
  [['b', 'c'], 'c', ['a', 'b', 'c']],
])('%j put before %s makes %j', (these, next, order) => {
  expect(putBefore(['a', 'b', 'c'], these, next)).toEqual(order);
});
