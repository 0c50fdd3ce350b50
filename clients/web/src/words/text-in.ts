export interface Localized {
  locale: string;
  text: string;
}

/** The text in the first of these languages that it exists in (es matches es-MX), else in the first one it was written in. */
export function textIn(texts: readonly Localized[], languages: readonly string[]): string {
  for (const language of languages) {
    const found =
      texts.find(({ locale }) => locale === language) ?? texts.find(({ locale }) => base(locale) === base(language));
    if (found?.text) return found.text;
  }
  return texts.find(({ text }) => text !== '')?.text ?? '';
}

export function byLocale(texts: readonly Localized[]): Record<string, string> {
  return Object.fromEntries(texts.map(({ locale, text }) => [locale, text]));
}

/** Without the languages in which there is nothing. */
export function localized(texts: Record<string, string>): Localized[] {
  return Object.entries(texts)
    .map(([locale, text]) => ({ locale, text: text.trim() }))
    .filter(({ text }) => text !== '');
}

const base = (language: string) => language.split('-')[0];

/** A name as an input takes it, of what the log has kept of it; nothing where it says nothing of a name. */
export function nameOf(names: unknown): { name?: Localized[] } {
  return names ? { name: localized(names as Record<string, string>) } : {};
}
