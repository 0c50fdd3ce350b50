import { expect, test } from 'vitest';
import type { Allergen } from '../../generated/graphql.ts';
import { allergensOf } from './allergens-of.ts';

const option = (id: string, ...allergens: Allergen[]) => ({ id, allergens });
const menu = {
  groups: [
    { options: [option('verde'), option('macha', 'PEANUTS', 'SESAME')] },
    { options: [option('queso', 'MILK')] },
  ],
};
const taco = { allergens: ['GLUTEN', 'MILK'] as const };

test.each([
  ['nothing', [], ['GLUTEN', 'MILK']],
  ['what adds none', ['verde'], ['GLUTEN', 'MILK']],
  ['what adds some', ['macha'], ['GLUTEN', 'MILK', 'PEANUTS', 'SESAME']],
  ['what it has anyway', ['queso'], ['GLUTEN', 'MILK']],
])('with %s an item has its own and those of what was chosen, each once', (_, chosen, allergens) => {
  expect(allergensOf(menu, taco, new Map(chosen.map((id) => [id, 1])))).toEqual(allergens);
});
