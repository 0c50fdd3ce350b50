import { expect, test } from 'vitest';
import { type Group, isBeside, placeAt } from './place.ts';

/** Rows of ten, one below the other. */
function group(id: string, top: number, ...ids: string[]): Group {
  const rows = ids.map((row, at) => ({ id: row, top: top + 10 * at, bottom: top + 10 * at + 10 }));
  return { id, top, bottom: top + Math.max(10, 10 * ids.length), rows };
}

const groups = [group('tacos', 0, 'a', 'b', 'c'), group('drinks', 40, 'd', 'e'), group('empty', 70)];

test.each([
  ['a', 'above all', -50, undefined],
  ['a', 'on itself', 5, undefined],
  ['a', 'on the upper half of its neighbour', 12, undefined],
  ['a', 'on the lower half of its neighbour', 18, { groupId: 'tacos', nextId: 'c', lineAt: 20 }],
  ['a', 'between two groups, nearer to its own', 33, { groupId: 'tacos', nextId: undefined, lineAt: 30 }],
  ['c', 'above all', -50, { groupId: 'tacos', nextId: 'a', lineAt: 0 }],
  ['c', 'where it is the last', 29, undefined],
  ['c', 'on the upper half of a row of another group', 42, { groupId: 'drinks', nextId: 'd', lineAt: 40 }],
  ['c', 'below the last row of another group', 59, { groupId: 'drinks', nextId: undefined, lineAt: 60 }],
  ['c', 'on a group without rows', 75, { groupId: 'empty', nextId: undefined, lineAt: 70 }],
  ['c', 'below all', 900, { groupId: 'empty', nextId: undefined, lineAt: 70 }],
])('%s %s', (dragged, _, height, place) => {
  expect(placeAt(groups, dragged, height)).toEqual(place);
});

test('where there is no group there is no place', () => {
  expect(placeAt([], 'a', 10)).toBeUndefined();
});

test.each([
  ['on the list', 300, false],
  ['a little beside it', 60, false],
  ['over the navigation', 20, true],
  ['over the panel', 700, true],
])('what is held %s at %i is beside it: %j', (_, x, beside) => {
  expect(isBeside({ left: 100, right: 600 }, x)).toBe(beside);
});
