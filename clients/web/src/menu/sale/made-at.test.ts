import { expect, test } from 'vitest';
import { makersOf } from './made-at.ts';

const route = { channels: [], sectionId: null, itemId: null };
const grill = { id: 'grill', name: 'Grill', routes: [] };
const item = { id: 'flan', sectionId: 'desserts' };
const cold = (...routes: object[]) => ({
  ...{ id: 'cold', name: 'Cold', routes: routes.map((each) => ({ ...route, ...each })) },
});

test('what no route names is made at the first station', () => {
  expect(makersOf([grill, cold({ itemId: 'ceviche' })], item)).toEqual([{ id: 'grill', name: 'Grill', ways: [] }]);
  expect(makersOf([], item)).toEqual([]);
});

test('the routes of an item count before those of its section', () => {
  const bar = { id: 'bar', name: 'Bar', routes: [{ ...route, itemId: 'flan' }] };
  expect(makersOf([grill, cold({ sectionId: 'desserts' })], item)).toMatchObject([{ id: 'cold' }]);
  expect(makersOf([grill, cold({ sectionId: 'desserts' }), bar], item)).toMatchObject([{ id: 'bar' }]);
});

test('a route for some ways to order leaves the others where they were', () => {
  expect(makersOf([grill, cold({ itemId: 'flan', channels: ['TAKEAWAY', 'ONLINE'] })], item)).toEqual([
    { id: 'grill', name: 'Grill', ways: ['DINE_IN', 'DELIVERY'] },
    { id: 'cold', name: 'Cold', ways: ['TAKEAWAY', 'ONLINE'] },
  ]);
});
