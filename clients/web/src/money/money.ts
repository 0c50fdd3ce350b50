export interface Money {
  amount: number;
  currency: string;
}

export type MoneyMistake = 'empty' | 'notANumber' | 'negative' | 'tooManyDigits' | 'tooLarge';

const LARGEST_AMOUNT = 2_147_483_647;

/**
 * The locale in which a place writes its prices. A language alone says too little (es is written 4,25 in Spain and 4.25 in
 * Mexico), so that the currency, which begins with its country, adds the region.
 */
export function localeOf({ languages, currency }: { languages: readonly string[]; currency: string }): string {
  const language = languages[0] ?? 'en';
  return language.includes('-') ? language : `${language}-${currency.slice(0, 2)}`;
}

/** How many digits a currency has after the point: 2 for MXN, 0 for JPY, 3 for KWD. */
export function digitsOf(currency: string): number {
  return new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
}

/** With the sign of its currency, as it is written in a place: $45.00. */
export function formatMoney({ amount, currency }: Money, locale: string): string {
  return new Intl.NumberFormat(locale, { style: 'currency', currency }).format(amount / 10 ** digitsOf(currency));
}

/** The bare number, as it is written into a field: 1234,50. */
export function formatAmount({ amount, currency }: Money, locale: string): string {
  const digits = digitsOf(currency);
  return new Intl.NumberFormat(locale, {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
    useGrouping: false,
    numberingSystem: 'latn',
  }).format(amount / 10 ** digits);
}

/**
 * Major units, as a person types them, to minor units, without ever rounding. A point and a comma both separate the fraction;
 * groups of thousands are refused, because `1,234` means two things.
 */
export function parseMoney(text: string, currency: string): Money | MoneyMistake {
  const typed = text.trim();
  if (typed === '') return 'empty';
  if (/^[-−]\s*\d/.test(typed)) return 'negative';
  const match = /^(\d+)(?:[.,](\d*))?$/.exec(typed);
  if (!match) return 'notANumber';
  const [, whole = '', fraction = ''] = match;
  const digits = digitsOf(currency);
  if (fraction.length > digits) return 'tooManyDigits';
  const amount = Number(whole + fraction.padEnd(digits, '0'));
  return amount > LARGEST_AMOUNT ? 'tooLarge' : { amount, currency };
}
