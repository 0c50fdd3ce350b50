import { createInstance } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { inEveryPlural } from './plurals.ts';

export const languages = { en: 'English', es: 'Español', tr: 'Türkçe' } as const;
export type Language = keyof typeof languages;
/** Where each is spoken, for how numbers and moments are written: our Spanish is that of Mexico and the United States. */
const locales: Readonly<Record<Language, string>> = { en: 'en-US', es: 'es-MX', tr: 'tr-TR' };
/** A few words that are at hand before those of their area are. */
export type InLanguages = Readonly<Record<Language, string>>;
/** The words of an area, what its actions are called in the log, what the log says of its nouns, and what keys may do there. */
export interface Spoken {
  words: object;
  done?: object;
  told?: object;
  scopes?: object;
}
/** Where they are. */
export type WordFiles = Readonly<Record<Language, () => Promise<Spoken>>>;

const KEY = 'mycelium.language';

const core: WordFiles = {
  en: () => import('./en.ts'),
  es: () => import('./es.ts'),
  tr: () => import('./tr.ts'),
};

/** A word is looked for in the words of all pages first, then in those of each area that has been opened. */
const fallbackNS: string[] = [];

export const words = createInstance({
  fallbackLng: false,
  fallbackNS,
  interpolation: { escapeValue: false },
  react: { useSuspense: false },
});

/** The words that have been asked for, by their namespace. */
const asked = new Map<string, WordFiles>([['translation', core]]);
const arriving = new Map<string, Promise<void>>();
let wanted: Language = 'en';

export function isLanguage(value: string | undefined | null): value is Language {
  return typeof value === 'string' && value in languages;
}

/** The language of a locale; English where it is none of ours. */
export function languageOf(locale: string | undefined): Language {
  const language = locale?.split('-')[0];
  return isLanguage(language) ? language : 'en';
}

/** Starts with the language chosen before, else the browser's, else English. */
export async function startWords(): Promise<void> {
  await words.use(initReactI18next).init({ resources: {} });
  const stored = localStorage.getItem(KEY);
  const first = [stored, ...navigator.languages.map((tag) => tag.split('-')[0])].find(isLanguage);
  await use(first ?? 'en');
}

/** Changes the language and remembers it. */
export async function speak(language: Language): Promise<void> {
  localStorage.setItem(KEY, language);
  await use(language);
}

/** Brings the words of an area, in this language and in each that is spoken from now on. */
export async function loadWords(namespace: string, files: WordFiles): Promise<void> {
  if (!asked.has(namespace)) {
    asked.set(namespace, files);
    fallbackNS.push(namespace);
  }
  const spoken = new Set([wanted, languageOf(words.language)]);
  await Promise.all([...spoken].map((language) => bring(language, namespace, files)));
}

/** Adds words that are at hand. */
export function addWords(language: Language, namespace: string, own: object): void {
  if (!fallbackNS.includes(namespace)) fallbackNS.push(namespace);
  words.addResourceBundle(language, namespace, inEveryPlural(language, own));
}

async function use(language: Language): Promise<void> {
  wanted = language;
  await Promise.all([...asked].map(([namespace, files]) => bring(language, namespace, files)));
  if (wanted !== language) return;
  document.documentElement.lang = language;
  await words.changeLanguage(locales[language]);
}

function bring(language: Language, namespace: string, files: WordFiles): Promise<void> {
  const key = `${language} ${namespace}`;
  const known = arriving.get(key);
  if (known) return known;
  const coming = files[language]().then((spoken) => {
    words.addResourceBundle(language, namespace, inEveryPlural(language, inOneTree(spoken)));
  });
  arriving.set(key, coming);
  // What did not arrive is asked for again.
  coming.catch(() => arriving.delete(key));
  return coming;
}

/** As they are asked for: what an area adds to what others say too is found below its name. */
export function inOneTree({ words: own, done, told, scopes }: Spoken): object {
  return { ...own, ...(done && { done }), ...(told && { told }), ...(scopes && { scopes }) };
}
