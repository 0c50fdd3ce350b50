import { expect, test } from 'vitest';
import { movedBy } from './moved.ts';

const plan = { width: 1_600, height: 1_000 };
const table = { x: 100, y: 200, width: 160, height: 160 };

test.each([
  ['by a step', { x: 20, y: 0 }, { x: 120, y: 200 }],
  ['to the nearest of the grid', { x: 27, y: -11 }, { x: 120, y: 180 }],
  ['no further than the first edges', { x: -500, y: -500 }, { x: 0, y: 0 }],
  ['no further than the last edges', { x: 9_000, y: 9_000 }, { x: 1_440, y: 840 }],
])('a table moves %s', (_, by, place) => {
  expect(movedBy(table, by, plan)).toEqual(place);
});
