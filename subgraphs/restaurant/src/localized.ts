import type { LocalizedText } from '@mycelium/kit/localized-text';
import { Field, InputType } from 'type-graphql';
import { z } from 'zod';

/** The same text in several languages, by BCP 47 tag, the main one first; kept as json, since jsonb would lose the order. */
export type Localized = Record<string, string>;

@InputType({ description: 'A text in one language.' })
export class LocalizedTextInput {
  @Field(() => String, { description: 'BCP 47, for example es or en-US.' })
  locale!: string;

  @Field(() => String)
  text!: string;
}

const locale = z.string().refine(isLocale, 'This is not a language; use a BCP 47 tag, for example es');

/** A text in at least one language, each of at most `maxLength` characters, as it is kept. */
export function localizedSchema(maxLength: number) {
  const text = z
    .string()
    .trim()
    .min(1, 'A text is not empty')
    .max(maxLength, `A text has at most ${maxLength} characters`);
  return z
    .array(z.object({ locale, text }))
    .min(1, 'Give the text in at least one language')
    .max(20, 'A text has at most 20 languages')
    .transform((texts): Localized => Object.fromEntries(texts.map((entry) => [entry.locale, entry.text])));
}

/** The text in this language, else in its base language, else in the first one there is. */
export function textIn(texts: Localized, wanted: string | undefined): string | undefined {
  const exact = wanted === undefined ? undefined : (texts[wanted] ?? texts[wanted.split('-')[0] ?? '']);
  return exact ?? Object.values(texts)[0];
}

/** All languages, as the graph gives them. */
export function allTexts(texts: Localized): LocalizedText[] {
  return Object.entries(texts).map(([language, text]) => ({ locale: language, text }));
}

function isLocale(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}
