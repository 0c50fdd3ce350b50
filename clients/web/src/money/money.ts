import { exponentOf } from '@mycelium/schema/currencies';
import { type Amount, type DecimalMistake, decimalOf, minorUnitsOf } from '@mycelium/schema/decimal';
import { numberFormat } from '../words/formats.ts';

export type Money = Amount;

export type MoneyMistake = 'empty' | 'notANumber' | 'negative' | 'tooManyDigits' | 'tooLarge';

const mistakes: Record<DecimalMistake, MoneyMistake> = {
  NOT_A_NUMBER: 'notANumber',
  TOO_MANY_DIGITS: 'tooManyDigits',
  TOO_LARGE: 'tooLarge',
};

/**
 * The locale in which a place writes its prices. A language alone says too little (es is written 4,25 in Spain and 4.25 in
 * Mexico), so that the currency, which begins with its country, adds the region.
 */
export function localeOf({ languages, currency }: { languages: readonly string[]; currency: string }): string {
  const language = languages[0] ?? 'en';
  return language.includes('-') ? language : `${language}-${currency.slice(0, 2)}`;
}

/** As an input takes it, of what the cache answers with the name of its type. */
export function plainMoney({ amount, currency }: Money): Money {
  return { amount, currency };
}

/** With the sign of its currency, as it is written in a place: $45.00. */
export function formatMoney({ amount, currency }: Money, locale: string): string {
  return formatOf(currency, locale, { style: 'currency', currency }).format(decimalOf(amount, exponentOf(currency)));
}

/** The bare number, as it is written into a field: 1234,50. */
export function formatAmount({ amount, currency }: Money, locale: string): string {
  const bare = { useGrouping: false, numberingSystem: 'latn' };
  return formatOf(currency, locale, bare).format(decimalOf(amount, exponentOf(currency)));
}

/**
 * Major units, as a person types them, to minor units, without ever rounding. A point and a comma both separate the fraction;
 * where both stand, or one stands more than once, the thousands are grouped by the other or by it. What means two things is
 * refused: `1,234` has too many digits in a currency with cents, and is a thousand in one without.
 */
export function parseMoney(text: string, currency: string): Money | MoneyMistake {
  const typed = text.trim();
  if (typed === '') return 'empty';
  if (/^[-−]\s*\d/.test(typed)) return 'negative';
  const exponent = exponentOf(currency);
  const decimal = withoutGroups(typed, exponent);
  if (decimal === undefined) return 'notANumber';
  // Zeros too: who types 4.500 may mean thousands.
  if (decimal.split('.')[1]?.slice(exponent)) return 'tooManyDigits';
  const amount = minorUnitsOf(decimal, exponent);
  return typeof amount === 'string' ? mistakes[amount] : { amount, currency };
}

const PLAIN = /^\d+(?:[.,]\d*)?$/;
const GROUPED = /^[1-9]\d{0,2}(?:(?<group>[.,])\d{3})(?:\k<group>\d{3})*(?:(?!\k<group>)[.,](?<fraction>\d*))?$/;

/** A number with a point for its fraction, if it has one; undefined for what is none. */
function withoutGroups(typed: string, exponent: number): string | undefined {
  const { group, fraction } = GROUPED.exec(typed)?.groups ?? {};
  const isGrouped = group !== undefined && (exponent === 0 || fraction !== undefined || typed.split(group).length > 2);
  if (isGrouped) {
    const whole = fraction === undefined ? typed : typed.slice(0, -1 - fraction.length);
    return `${whole.replaceAll(group, '')}.${fraction ?? ''}`;
  }
  return PLAIN.test(typed) ? typed.replace(',', '.') : undefined;
}

function formatOf(currency: string, locale: string, style: Intl.NumberFormatOptions): Intl.NumberFormat {
  return numberFormat(locale, { ...digitsOf(currency), ...style });
}

/** Where people print no minor units today, as in Colombia, they appear only with a price that has some. */
function digitsOf(currency: string): Intl.NumberFormatOptions {
  const digits = exponentOf(currency);
  const both = { minimumFractionDigits: digits, maximumFractionDigits: digits };
  return printsWhole(currency) ? { ...both, trailingZeroDisplay: 'stripIfInteger' } : both;
}

/** Whether no minor units are printed of a currency where it is used today. */
export function printsWhole(currency: string): boolean {
  return numberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits === 0;
}
