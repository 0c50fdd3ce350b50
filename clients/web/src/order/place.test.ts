import { expect, test } from 'vitest';
import { type Group, isBeside, placeAt } from './place.ts';

/** Rows of ten, one below the other. */
function group(id: string, top: number, ...ids: string[]): Group {
  return groupBeside(id, 0, top, ...ids);
}

function groupBeside(id: string, left: number, top: number, ...ids: string[]): Group {
  const rows = ids.map((row, at) => ({ id: row, top: top + 10 * at, bottom: top + 10 * at + 10 }));
  return { id, top, bottom: top + Math.max(10, 10 * ids.length), left, right: left + 100, rows };
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
  expect(placeAt(groups, dragged, { x: 50, y: height })).toEqual(place && { ...place, left: 0, width: 100 });
});

test('where there is no group there is no place', () => {
  expect(placeAt([], 'a', { x: 50, y: 10 })).toBeUndefined();
});

test.each([
  ['on the list', 300, false],
  ['a little beside it', 60, false],
  ['over the navigation', 20, true],
  ['over the panel', 700, true],
])('what is held %s at %i is beside it: %j', (_, x, beside) => {
  expect(isBeside({ left: 100, right: 600 }, x)).toBe(beside);
});

const columns = [groupBeside('new', 0, 0, 'a', 'b'), groupBeside('won', 120, 0), groupBeside('lost', 240, 0, 'c')];

test.each([
  ['on another column, however low', { x: 300, y: 900 }, { groupId: 'lost', nextId: undefined, lineAt: 10 }],
  ['on an empty column', { x: 150, y: 40 }, { groupId: 'won', nextId: undefined, lineAt: 0 }],
  ['between two columns, nearer to the second', { x: 115, y: 4 }, { groupId: 'won', nextId: undefined, lineAt: 0 }],
  ['on the upper half of a row of another column', { x: 250, y: 2 }, { groupId: 'lost', nextId: 'c', lineAt: 0 }],
  ['on itself', { x: 20, y: 3 }, undefined],
])('what is held %s comes to stand there', (_, at, place) => {
  const found = placeAt(columns, 'a', at);
  expect(found && { groupId: found.groupId, nextId: found.nextId, lineAt: found.lineAt }).toEqual(place);
});
