/** A text in several languages, as the graph gives it. */
export type Texts = readonly { locale: string; text: string }[];

/** The text in a language: the exact one, else a regional sibling (`es` for `es-MX`). */
export function textIn(texts: Texts, language: string): string | undefined {
  const exact = texts.find(({ locale }) => locale.toLowerCase() === language.toLowerCase());
  return (exact ?? texts.find(({ locale }) => base(locale) === base(language)))?.text;
}

/** The text in the first of these languages that it has, else in whatever language there is. */
export function firstText(texts: Texts, languages: readonly string[]): string {
  const found = languages.map((language) => textIn(texts, language)).find((text) => text !== undefined);
  return found ?? texts[0]?.text ?? '';
}

/** What to print large, and below it the second language unless it says the same. */
export function twoVoices(texts: Texts, languages: readonly string[]): { first: string; second: string | undefined } {
  const first = firstText(texts, languages);
  const second = languages
    .slice(1)
    .map((language) => textIn(texts, language))
    .find((text) => text !== undefined && text.toLowerCase() !== first.toLowerCase());
  return { first, second };
}

export function base(locale: string): string {
  return locale.toLowerCase().split('-')[0] ?? '';
}
