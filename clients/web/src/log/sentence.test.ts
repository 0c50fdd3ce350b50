import { beforeAll, beforeEach, expect, test } from 'vitest';
import { done, told as menu } from '../menu/words/en.ts';
import { done as doneEs, told as menuEs } from '../menu/words/es.ts';
import { done as doneTr, told as menuTr } from '../menu/words/tr.ts';
import { told as services } from '../services/words/en.ts';
import { words as en } from '../words/en.ts';
import { words as es } from '../words/es.ts';
import { words as tr } from '../words/tr.ts';
import { words } from '../words/words.ts';
import { sentenceOf, type Told, whoOf } from './sentence.ts';
import { words as logEn } from './words/en.ts';
import { words as logEs } from './words/es.ts';
import { words as logTr } from './words/tr.ts';

beforeAll(async () => {
  const told = {
    field: { ...menu.field, ...services.field },
    value: { ...menu.value, ...services.value },
    sentence: { ...menu.sentence, ...services.sentence },
  };
  await words.init({
    resources: {
      en: { translation: { ...en, ...logEn, told, done: { ...en.done, ...done } } },
      es: { translation: { ...es, ...logEs, told: menuEs, done: { ...es.done, ...doneEs } } },
      tr: { translation: { ...tr, ...logTr, told: menuTr, done: { ...tr.done, ...doneTr } } },
    },
    lng: 'en',
  });
});
beforeEach(() => words.changeLanguage('en'));

const tenant = { languages: ['en'], currency: 'USD', timeZone: 'America/Chicago' };

function said(told: Partial<Told> & { set?: Record<string, [before: unknown, after: unknown]> }): string {
  const { set = {}, ...entry } = told;
  const json = (value: unknown) => (value === null ? null : JSON.stringify(value));
  const changes = Object.entries(set).map(([field, [before, after]]) => ({
    field,
    before: json(before),
    after: json(after),
  }));
  const whole: Told = {
    ...{ action: 'updateMenuItem', kind: 'UPDATED', noun: 'MenuItem', changes },
    nounNames: [
      { locale: 'es-MX', text: 'Al pastor' },
      { locale: 'en', text: 'Marinated pork' },
    ],
    actor: { kind: 'user', name: 'Ana' },
    ...entry,
  };
  return sentenceOf(whole, { language: words.language, tenant });
}

test('of what was done at a station it is said who was signed in there', () => {
  expect(whoOf({ kind: 'station', name: 'Till 1', personName: 'Ana' })).toBe('Ana (Till 1)');
  expect(whoOf({ kind: 'station', name: 'Till 1', personName: null })).toBe('Till 1');
});

const named = (text: string) => [{ locale: 'und', text }];

test.each([
  ['en', 'Ana set Marinated pork from $4.25 to $4.50'],
  ['es', 'Ana cambió el precio de Al pastor de $4.25 a $4.50'],
  ['tr', 'Ana, Al pastor fiyatını değiştirdi: $4.25 → $4.50'],
])('in %s a price is said with its currency, as the place writes it', async (language, sentence) => {
  await words.changeLanguage(language);
  expect(said({ set: { 'price.amount': [425, 450] } }).replaceAll(/\s/g, ' ')).toBe(sentence);
});

test('a price in another currency says so', () => {
  expect(said({ set: { 'price.amount': [425, 900], 'price.currency': ['USD', 'EUR'] } })).toBe(
    'Ana set Marinated pork from $4.25 to €9.00',
  );
});

test.each([
  ['what is sold out', { available: [true, false] }, 'Ana marked Marinated pork as sold out'],
  ['what is back', { available: [false, true] }, 'Ana put Marinated pork back on sale'],
  ['what was taken away', { removedAt: [null, '2026-11-30T01:02:03.000Z'] }, 'Ana took Marinated pork off the menu'],
  [
    'what came back, whatever else changed',
    { removedAt: ['2026-11-30T01:02:03.000Z', null], imageUrl: ['/a.png', null] },
    'Ana put Marinated pork back on the menu',
  ],
  [
    'a name, in the language in which it changed',
    {
      names: [
        { 'es-MX': 'Pastor', en: 'Pork' },
        { 'es-MX': 'Al pastor', en: 'Pork' },
      ],
    },
    'Ana renamed Pastor to Al pastor',
  ],
] satisfies [string, Record<string, [unknown, unknown]>, string][])(
  '%s is said as people say it',
  (_, set, sentence) => {
    expect(said({ set })).toBe(sentence);
  },
);

test('several changes are said field by field, and no more than three', () => {
  const set: Record<string, [unknown, unknown]> = {
    calories: [null, 1_200],
    'price.amount': [425, 450],
    allergens: [[], ['GLUTEN', 'MILK']],
    imageUrl: [null, '/a.png'],
  };
  expect(said({ set })).toBe(
    'Ana changed Marinated pork: calories from nothing to 1,200; price from $4.25 to $4.50; ' +
      'allergens from nothing to Gluten, Milk; and 1 more',
  );
});

test('a state is said without since when it is so, and of settings only what differs', () => {
  const noun = { noun: 'ProductService', action: 'updateService', nounNames: named('SMP') };
  const since: [string, string] = ['2026-11-30T01:00:00.000Z', '2026-11-30T02:00:00.000Z'];
  expect(said({ ...noun, set: { status: ['ACTIVE', 'PAUSED'], since } })).toBe('Ana paused Signage (SMP)');
  const config: [unknown, unknown] = [
    { baseUrl: 'https://a.test', account: 'x' },
    { baseUrl: 'https://b.test', account: 'x' },
  ];
  expect(said({ ...noun, set: { config } })).toBe(
    'Ana changed Signage (SMP): address from https://a.test to https://b.test',
  );
});

test('a moment is said in the zone of the place, a truth as yes or no, and things by how many they are', () => {
  const board = { noun: 'Unheard', nounNames: named('Left') };
  const ids = ['0192f3a0-0000-7000-8000-000000000000', '0192f3a0-0000-7000-8000-000000000001'];
  expect(said({ ...board, set: { at: [null, '2026-11-30T06:30:00.000Z'] } })).toContain('Nov 30, 2026, 12:30');
  expect(said({ ...board, set: { shows: [false, true] } })).toBe('Ana changed Left: shows from no to yes');
  expect(said({ ...board, set: { ids: [[ids[0]], ids] } })).toBe('Ana changed Left: ids from 1 entry to 2 entries');
});

test('an entry of before there were names, and an action without words, are sentences too', () => {
  expect(said({ nounNames: [], set: { available: [true, false] } })).toBe('Ana changed an item');
  expect(said({ action: 'login', kind: 'SUCCEEDED', noun: 'User', nounNames: named('Ana') })).toBe(
    'Ana logged in: Ana',
  );
  expect(said({ action: 'neverHeardOf', kind: 'CALLED', noun: null, nounNames: [] })).toBe(
    'Ana requested neverHeardOf',
  );
  expect(said({ actor: { kind: 'gateway', name: null }, kind: 'REMOVED', action: 'x' })).toBe(
    'The system removed Marinated pork',
  );
});

test.each(['__proto__', 'a.b:c', 'a'.repeat(500), '\ud83d', '\0', '{{who}}', '$t(log.none)'])(
  'a name like %j is only a name',
  (name) => {
    expect(said({ noun: 'ProductService', nounNames: named(name), set: { status: ['ACTIVE', 'OFF'] } })).toBe(
      `Ana switched ${name} off`,
    );
  },
);

test('a long value is cut between characters', () => {
  const long = '🌮'.repeat(200);
  expect(said({ noun: 'Unheard', nounNames: named('x'), set: { text: [null, long] } })).toBe(
    `Ana changed x: text from nothing to ${'🌮'.repeat(80)}…`,
  );
});
