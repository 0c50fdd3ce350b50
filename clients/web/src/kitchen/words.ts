import type { WordFiles } from '../words/words.ts';

export const kitchenWords: WordFiles = {
  en: () => import('./words/en.ts'),
  es: () => import('./words/es.ts'),
  tr: () => import('./words/tr.ts'),
};
