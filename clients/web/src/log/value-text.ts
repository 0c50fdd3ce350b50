import { formatMoney, localeOf } from '../money/money.ts';
import { dateFormat, listFormat, numberFormat } from '../words/formats.ts';
import { textIn } from '../words/text-in.ts';
import { words } from '../words/words.ts';
import type { Change } from './change.ts';
import { isData, isLocalized, isMoment, isMoney, type Json } from './json.ts';
import { toldWord } from './told.ts';

/** Where the log is read: the language of the reader, and what the place writes prices and times by. */
export interface Reader {
  language: string;
  tenant: { languages: readonly string[]; currency: string; timeZone: string };
}

const MOST_CHARACTERS = 80;
const MOST_VALUES = 4;
const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** A field before and after, as one says it; of texts in several languages one in which they differ. */
export function sidesOf(noun: string, change: Change, reader: Reader): { before: string; after: string } {
  const { field, before, after } = change;
  const language = differingLanguage(before, after, reader.language);
  const say = (value: Json) =>
    valueText(noun, field, language && isData(value) ? (value[language] ?? null) : value, reader);
  return { before: say(before), after: say(after) };
}

function valueText(noun: string, field: string, value: Json, reader: Reader): string {
  const { language, tenant } = reader;
  if (value === null || value === '') return words.t('log.none');
  if (typeof value === 'boolean') return words.t(value ? 'log.yes' : 'log.no');
  if (typeof value === 'number') return numberFormat(language).format(value);
  if (typeof value === 'string') return toldWord(['value', noun, field, value]) ?? plainText(value, reader);
  if (Array.isArray(value)) return listText(noun, field, value, reader);
  if (isMoney(value)) return formatMoney(value, localeOf(tenant));
  if (isLocalized(value)) return shortened(inLanguage(value, language));
  return shortened(JSON.stringify(value));
}

/** What something is called, in the language of the reader where it has a name in it. */
function inLanguage(texts: { readonly [language: string]: string }, language: string): string {
  return textIn(
    Object.entries(texts).map(([locale, text]) => ({ locale, text })),
    [language],
  );
}

function plainText(text: string, { language, tenant: { timeZone } }: Reader): string {
  if (!isMoment(text)) return shortened(text);
  return dateFormat(language, { dateStyle: 'medium', timeStyle: 'short', timeZone }).format(new Date(text));
}

/** Things that are named by their ids alone are counted. */
function listText(noun: string, field: string, values: readonly Json[], reader: Reader): string {
  if (values.length === 0) return words.t('log.none');
  if (values.every((value) => typeof value === 'string' && ID.test(value)))
    return words.t('log.things', { count: values.length });
  const said = values.slice(0, MOST_VALUES).map((value) => valueText(noun, field, value, reader));
  const others = values.length - said.length;
  const all = others > 0 ? [...said, words.t('others', { count: others })] : said;
  return listFormat(reader.language, { type: 'unit', style: 'short' }).format(all);
}

function differingLanguage(before: Json, after: Json, wanted: string): string | undefined {
  if (!isData(before) || !isData(after) || !isLocalized(before) || !isLocalized(after)) return undefined;
  const names = [...new Set([...Object.keys(after), ...Object.keys(before)])];
  const differing = names.filter((name) => before[name] !== after[name]);
  return differing.find((name) => name.split('-')[0] === wanted.split('-')[0]) ?? differing[0];
}

/** Not amid a character. */
function shortened(text: string): string {
  const characters = [...text];
  return characters.length > MOST_CHARACTERS ? `${characters.slice(0, MOST_CHARACTERS).join('')}…` : text;
}
