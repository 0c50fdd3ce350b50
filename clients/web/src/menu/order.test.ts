import { expect, test } from 'vitest';
import { isArranged, rearranged } from './order.ts';

const orders = [
  { sectionId: 'tacos', itemIds: ['a', 'b', 'c'] },
  { sectionId: 'drinks', itemIds: ['d', 'e'] },
];

test.each<[string, string[], string, string | undefined, ReturnType<typeof rearranged>]>([
  [
    'last in another section',
    ['b'],
    'drinks',
    undefined,
    [
      { sectionId: 'tacos', itemIds: ['a', 'c'] },
      { sectionId: 'drinks', itemIds: ['d', 'e', 'b'] },
    ],
  ],
  [
    'before an item of another section',
    ['a', 'c'],
    'drinks',
    'e',
    [
      { sectionId: 'tacos', itemIds: ['b'] },
      { sectionId: 'drinks', itemIds: ['d', 'a', 'c', 'e'] },
    ],
  ],
  ['within its section', ['c'], 'tacos', 'a', [{ sectionId: 'tacos', itemIds: ['c', 'a', 'b'] }]],
  ['where it is already', ['b'], 'tacos', 'c', []],
  ['before what is gone', ['a'], 'tacos', 'x', [{ sectionId: 'tacos', itemIds: ['b', 'c', 'a'] }]],
])('what is put %s changes these sections', (_name, these, sectionId, next, changed) => {
  expect(rearranged(orders, these, sectionId, next)).toEqual(changed);
});

test('an order counts as kept only when each section has exactly these items', () => {
  expect(isArranged(orders, orders.slice(1))).toBe(true);
  expect(isArranged(orders, [{ sectionId: 'tacos', itemIds: ['a', 'b'] }])).toBe(false);
  expect(isArranged(orders, [{ sectionId: 'gone', itemIds: ['a'] }])).toBe(false);
});
