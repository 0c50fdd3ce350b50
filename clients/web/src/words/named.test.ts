import { expect, test } from 'vitest';
import { closeness } from './named.ts';

test('a name is closer to what was typed than a sentence that mentions it, and what is not named is not close', () => {
  const labels = ['Guadalupe Reyes wants a table', 'Lupe', 'Guadalupe Reyes', 'Guadalupe'];
  const closest = labels.toSorted((a, b) => closeness(b, 'guadalupe') - closeness(a, 'guadalupe'));
  expect(closest).toEqual(['Guadalupe', 'Guadalupe Reyes', 'Guadalupe Reyes wants a table', 'Lupe']);
  expect([closeness('', '—'), closeness('Muñoz', 'munoz')]).toEqual([0, 1]);
});
