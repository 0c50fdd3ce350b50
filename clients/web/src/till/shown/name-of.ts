import { languageOf } from '../../words/words.ts';

/** A name in the language of the till, else in the first one that it has. */
export function nameOf(names: readonly { locale: string; text: string }[], language: string): string {
  const wanted = languageOf(language);
  return (
    (names.find(({ locale }) => languageOf(locale) === wanted && locale.startsWith(wanted)) ?? names[0])?.text ?? '–'
  );
}
