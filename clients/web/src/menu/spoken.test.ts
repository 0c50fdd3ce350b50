import { expect, test } from 'vitest';
import { spokenIn } from './spoken.ts';

test.each([
  { text: '86 lengua', spoken: { act: 'sold-out', name: 'lengua' } },
  { text: 'Agotado al pastor', spoken: { act: 'sold-out', name: 'al pastor' } },
  { text: 'TÜKENDİ lengua'.toLocaleLowerCase('tr'), spoken: { act: 'sold-out', name: 'lengua' } },
  { text: 'price al pastor 4.50', spoken: { act: 'price', name: 'al pastor', amount: '4.50' } },
  { text: 'fiyat lengua 4,50', spoken: { act: 'price', name: 'lengua', amount: '4,50' } },
  { text: 'price al pastor', spoken: undefined },
  { text: '86', spoken: undefined },
  { text: '860 lengua', spoken: undefined },
  { text: 'lengua', spoken: undefined },
])('“$text” says $spoken', ({ text, spoken }) => {
  expect(spokenIn(text)).toEqual(spoken);
});
