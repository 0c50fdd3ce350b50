import { expect, test } from 'vitest';
import type { Allergen } from '../../generated/graphql.ts';
import { addedAllergens } from './added-allergens.ts';

const option = (id: string, allergens: Allergen[], nested?: string) => ({
  ...{ id, allergens, nested: nested ? { id: nested } : null },
});
const group = (id: string, ...options: ReturnType<typeof option>[]) => ({ id, options });
const all = [
  group('cheese', option('oaxaca', ['MILK']), option('vegan', ['NUTS', 'SOYBEANS'])),
  group('salsa', option('macha', ['PEANUTS'], 'seeds'), option('verde', [])),
  group('seeds', option('sesame', ['SESAME']), option('nuts', ['NUTS'])),
];

const told = (own: Allergen[], ids: string[]) =>
  addedAllergens(own, ids, all).map(({ allergen, by }) => [allergen, by.map(({ id }) => id)]);

test('what options add is told of each, also of those that another one leads to', () => {
  expect(told([], ['salsa'])).toEqual([
    ['PEANUTS', ['macha']],
    ['NUTS', ['nuts']],
    ['SESAME', ['sesame']],
  ]);
});

test('what the item has anyway is not told again, and what two add is told once', () => {
  expect(told(['MILK'], ['cheese', 'seeds'])).toEqual([
    ['SOYBEANS', ['vegan']],
    ['NUTS', ['vegan', 'nuts']],
    ['SESAME', ['sesame']],
  ]);
});

test('an item without choices is as it is', () => {
  expect(told([], [])).toEqual([]);
});
