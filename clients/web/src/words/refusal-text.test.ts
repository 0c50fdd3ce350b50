import type { Problem } from '@mycelium/client-kit/problem';
import { beforeAll, expect, test } from 'vitest';
import { troubleText, troubleTitle } from '../look/trouble-text.ts';
import { words as en } from './en.ts';
import { words as es } from './es.ts';
import { mistakeText, refusalText } from './refusal-text.ts';
import { words as tr } from './tr.ts';
import { words } from './words.ts';

beforeAll(async () => {
  const resources = { en: { translation: en }, es: { translation: es }, tr: { translation: tr } };
  await words.init({ resources, lng: 'en' });
});

const refused = (reason: string | undefined, facts: Problem['facts'] = {}, code: Problem['code'] = 'BAD_USER_INPUT') =>
  ({ code, message: 'As the server says it.', path: [], reason, facts }) satisfies Problem;

test.each([
  ['en', 'At most 2,000 characters.', 'There is no application oven.'],
  ['es', 'Máximo 2000 caracteres.', 'No hay ninguna aplicación oven.'],
  ['tr', 'En çok 2.000 karakter.', 'oven adlı bir uygulama yok.'],
])('in %s a reason is said with its facts, as numbers are written there', async (language, tooLong, unknown) => {
  await words.changeLanguage(language);
  expect(mistakeText(refused('TOO_LONG', { limit: 2_000 }))).toBe(tooLong);
  expect(mistakeText(refused('UNKNOWN_APPLICATION', { name: 'oven' }))).toBe(unknown);
});

test('what has no words is said as the server says it', () => {
  expect(refusalText(refused('NEVER_HEARD_OF'))).toBeUndefined();
  expect([mistakeText(refused('NEVER_HEARD_OF')), mistakeText(refused(undefined))]).toEqual([
    'As the server says it.',
    'As the server says it.',
  ]);
});

test('trouble says its reason instead of the usual advice, which would be wrong', async () => {
  await words.changeLanguage('en');
  const full = refused('FULL', { limit: 20 }, 'CONFLICT');
  expect([troubleTitle(full), troubleText(full)]).toEqual([
    'There are already 20, which is the maximum. Remove one first.',
    undefined,
  ]);
  const meanwhile = refused(undefined, { version: 3 }, 'CONFLICT');
  expect(troubleTitle(meanwhile)).toBe('Somebody just changed it');
  expect(troubleText(meanwhile)).toContain('the latest version');
});

test.each([
  ['en', ['There are no credits.', 'There is only 1 credit.', 'There are only 1,200 credits.', 'At most 1 character.']],
  ['es', ['No hay créditos.', 'Solo hay 1 crédito.', 'Solo hay 1200 créditos.', 'Máximo 1 carácter.']],
  ['tr', ['Hiç kredi yok.', 'Yalnızca 1 kredi var.', 'Yalnızca 1.200 kredi var.', 'En çok 1 karakter.']],
])('in %s the facts of a reason are counted as one says them', async (language, texts) => {
  await words.changeLanguage(language);
  const credits = [0, 1, 1_200].map((balance) => refusalText(refused('TOO_FEW_CREDITS', { balance })));
  expect([...credits, refusalText(refused('TOO_LONG', { limit: 1 }))]).toEqual(texts);
});

test('the seconds after which one may ask again have their plural', async () => {
  await words.changeLanguage('es');
  const limited = (retryAfter: number) => troubleText({ ...refused(undefined, {}, 'RATE_LIMITED'), retryAfter });
  expect([limited(1), limited(7)]).toEqual(['Inténtalo de nuevo en 1 segundo.', 'Inténtalo de nuevo en 7 segundos.']);
});
