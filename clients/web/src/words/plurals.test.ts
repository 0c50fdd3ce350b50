import { createInstance } from 'i18next';
import { expect, test } from 'vitest';
import { words as en } from '../events/credits/words/en.ts';
import { words as es } from '../events/credits/words/es.ts';
import { words as tr } from '../events/credits/words/tr.ts';
import { inEveryPlural } from './plurals.ts';

const texts = { en, es, tr };

test.each([
  ['en-US', 1, '1 credit;'],
  ['en-US', 1_000_000, '1000000 credits;'],
  ['es-MX', 1, '1 crédito;'],
  ['es-MX', 7, '7 créditos;'],
  ['es-MX', 1_000_000, '1000000 créditos;'],
  ['tr-TR', 1, '1 kredi '],
  ['tr-TR', 1_000_000, '1000000 kredi '],
])('in %s %i of something are said in its plural form, never by the name of the text', async (locale, count, part) => {
  const words = createInstance();
  await words.init({ lng: locale, fallbackLng: false, resources: {} });
  for (const [language, own] of Object.entries(texts)) {
    words.addResourceBundle(language, 'translation', inEveryPlural(language, own));
  }
  expect(words.t('credits.notEnough', { count, balance: count, amount: 3 })).toContain(part);
});
