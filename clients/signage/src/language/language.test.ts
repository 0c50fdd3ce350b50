import { describe, expect, it } from 'vitest';
import { firstText, textIn, twoVoices } from './language.ts';

const taco = [
  { locale: 'es', text: 'Lengua' },
  { locale: 'en', text: 'Beef tongue' },
];

describe('the language of a text', () => {
  it.each([
    ['es', 'Lengua'],
    ['EN', 'Beef tongue'],
    ['en-US', 'Beef tongue'],
    ['tr', undefined],
  ])('is found for %s', (language, text) => {
    expect(textIn(taco, language)).toBe(text);
  });

  it('falls back along the languages of the board, then to any there is', () => {
    expect(firstText(taco, ['tr', 'en'])).toBe('Beef tongue');
    expect(firstText(taco, ['tr'])).toBe('Lengua');
    expect(firstText([], ['es'])).toBe('');
  });
});

describe('two voices', () => {
  it('speak both languages of the board', () => {
    expect(twoVoices(taco, ['es', 'en'])).toEqual({ first: 'Lengua', second: 'Beef tongue' });
  });

  it('do not say the same word twice', () => {
    const texts = [
      { locale: 'es', text: 'Burritos' },
      { locale: 'en', text: 'burritos' },
    ];
    expect(twoVoices(texts, ['es', 'en']).second).toBeUndefined();
  });

  it('are one when the board has one language, or the text has one', () => {
    expect(twoVoices(taco, ['en'])).toEqual({ first: 'Beef tongue', second: undefined });
    expect(twoVoices(taco.slice(0, 1), ['es', 'en']).second).toBeUndefined();
  });
});
