import { expect, test } from 'vitest';
import { matches, showOf } from './search.ts';

const item = {
  names: [
    { locale: 'es', text: 'Agua de jamaica (1 litro)' },
    { locale: 'en', text: 'Hibiscus água fresca' },
    { locale: 'tr', text: 'Ilık ıhlamur' },
  ],
  available: false,
};

test.each([
  ['', true],
  ['jam', true],
  ['HIBIS', true],
  ['agua fres', true],
  ['fresca hib', true],
  ['1 litro', true],
  ['ilik', true],
  ['(', true],
  ['amaica', false],
  ['jamaica hibiscus', false],
])('%j finds it: %s', (search, isFound) => {
  expect(matches(item, { search, show: 'all' })).toBe(isFound);
});

test('what is sold out is not among the available', () => {
  expect(matches(item, { search: '', show: 'sold-out' })).toBe(true);
  expect(matches(item, { search: '', show: 'available' })).toBe(false);
});

test('an unknown filter in the address shows all', () => {
  expect(showOf('nonsense')).toBe('all');
  expect(showOf('sold-out')).toBe('sold-out');
});
