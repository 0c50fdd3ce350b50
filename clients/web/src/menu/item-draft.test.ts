import { expect, test } from 'vitest';
import { differ } from '../graph/typed.ts';
import { changesOf, draftOf, emptyDraft, type ItemDraft, inOrder, mistakesOf, valuesOf } from './item-draft.ts';
import type { Item } from './menu.ts';

const item: Item = {
  __typename: 'MenuItem',
  id: '1',
  names: [{ __typename: 'LocalizedText', locale: 'es', text: 'Taco al pastor' }],
  descriptions: [],
  price: { __typename: 'Money', amount: 4500, currency: 'MXN' },
  available: true,
  allergens: ['GLUTEN', 'MILK'],
  taxClass: 'STANDARD',
  calories: 210,
  imageUrl: null,
  version: 3,
  updatedAt: '2026-11-20T18:30:00.000Z',
  section: { __typename: 'MenuSection', id: 's' },
};
const base = draftOf(item, 'es-MX');
const edited = (changes: Partial<ItemDraft>): ItemDraft => ({ ...base, ...changes });

test('an untouched form changes nothing', () => {
  expect(changesOf(base, base, 'MXN')).toEqual({});
  const emptied = edited({ names: { es: 'Taco al pastor', en: '' }, allergens: inOrder(['MILK', 'GLUTEN']) });
  expect(differ(emptied, base)).toBe(false);
});

test('only what was touched is sent', () => {
  expect(changesOf(edited({ price: '50', calories: '' }), base, 'MXN')).toEqual({
    price: { amount: 5000, currency: 'MXN' },
    calories: null,
  });
  expect(changesOf(edited({ names: { es: 'Taco al pastor', en: ' Pork taco ' } }), base, 'MXN')).toEqual({
    name: [
      { locale: 'es', text: 'Taco al pastor' },
      { locale: 'en', text: 'Pork taco' },
    ],
  });
});

test('a new item needs a name and a price', () => {
  expect(mistakesOf(emptyDraft, 'MXN')).toEqual({ names: 'nameMissing', price: 'empty' });
  expect(mistakesOf(edited({ calories: '2,5' }), 'MXN')).toEqual({ calories: 'notWhole' });
  expect(mistakesOf(base, 'MXN')).toEqual({});
  expect(valuesOf(base, 'MXN').imageUrl).toBeNull();
});
