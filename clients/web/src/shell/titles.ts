import { addWords, type Language, languages } from '../words/words.ts';
import { areas } from './areas.ts';

/** What each area is called is at hand before the words of its pages are: the navigation says it. */
export function addTitles(): void {
  for (const language of Object.keys(languages) as Language[]) {
    addWords(language, 'titles', { area: Object.fromEntries(areas.map(({ name, title }) => [name, title[language]])) });
  }
}
