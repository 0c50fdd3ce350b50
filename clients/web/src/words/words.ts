import { createInstance } from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Words } from './en.ts';

export const languages = { en: 'English', es: 'Español', tr: 'Türkçe' } as const;
export type Language = keyof typeof languages;

const KEY = 'mycelium.language';

const loaders: Record<Language, () => Promise<{ words: Words }>> = {
  en: () => import('./en.ts'),
  es: () => import('./es.ts'),
  tr: () => import('./tr.ts'),
};

export const words = createInstance({
  fallbackLng: false,
  interpolation: { escapeValue: false },
  react: { useSuspense: false },
});

export function isLanguage(value: string | undefined | null): value is Language {
  return typeof value === 'string' && value in languages;
}

/** Starts with the language chosen before, else the browser's, else English. */
export async function startWords(): Promise<void> {
  await words.use(initReactI18next).init({ resources: {} });
  const stored = localStorage.getItem(KEY);
  const wanted = [stored, ...navigator.languages.map((tag) => tag.split('-')[0])].find(isLanguage);
  await use(wanted ?? 'en');
}

/** Changes the language and remembers it. */
export async function speak(language: Language): Promise<void> {
  localStorage.setItem(KEY, language);
  await use(language);
}

async function use(language: Language) {
  const loaded = await loaders[language]();
  words.addResourceBundle(language, 'translation', loaded.words);
  document.documentElement.lang = language;
  await words.changeLanguage(language);
}
