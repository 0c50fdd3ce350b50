import { expect, test } from 'vitest';
import { textIn } from './text-in.ts';

const taco = [
  { locale: 'es-MX', text: 'Taco al pastor' },
  { locale: 'en', text: 'Marinated pork taco' },
  { locale: 'tr', text: '' },
];

test.each([
  [['en'], 'Marinated pork taco'],
  [['es'], 'Taco al pastor'],
  [['es-ES'], 'Taco al pastor'],
  [['tr', 'en'], 'Marinated pork taco'],
  [['de'], 'Taco al pastor'],
])('in %j the taco is called %s', (languages, name) => {
  expect(textIn(taco, languages)).toBe(name);
});

test('what was never written is empty', () => {
  expect(textIn([], ['en'])).toBe('');
});
