import { formatMoney } from '../money/money.ts';

interface Ways {
  locale: string;
  available: string;
  soldOut: string;
  nothing: string;
}

/** A value of an item as a person reads it: a price with its currency, a text in each of its languages. */
export function factText(fact: Record<string, unknown> | null | undefined, ways: Ways): string {
  const value = fact?.value;
  if (typeof value === 'boolean') return value ? ways.available : ways.soldOut;
  if (typeof value !== 'object' || value === null)
    return value === undefined || value === null ? ways.nothing : `${value}`;
  if ('amount' in value && 'currency' in value && value.currency)
    return formatMoney({ amount: Number(value.amount), currency: String(value.currency) }, ways.locale);
  const texts = Object.entries(value).map(([language, text]) => `${language}: ${text}`);
  return texts.length > 0 ? texts.join('\n') : ways.nothing;
}
