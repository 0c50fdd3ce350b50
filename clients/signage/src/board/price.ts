import { exponentOf } from '@mycelium/schema/currencies';
import { type Amount, decimalOf } from '@mycelium/schema/decimal';

/** How many digits after the point all prices of a board have: the currency's own, or none when every price is whole. */
export function digitsOf(prices: readonly Amount[]): number {
  const [first] = prices;
  if (!first) return 0;
  const digits = exponentOf(first.currency);
  return prices.every(({ amount }) => amount % 10 ** digits === 0) ? 0 : digits;
}

/** A price as a board prints it: no currency sign, the same digits as its neighbours. */
export function formatPrice({ amount, currency }: Amount, digits: number, language: string): string {
  const format = { minimumFractionDigits: digits, maximumFractionDigits: digits, useGrouping: false };
  return new Intl.NumberFormat(pointed(language), format).format(decimalOf(amount, exponentOf(currency)));
}

/** Where Spanish is spoken in America, and on the boards of its restaurants, the decimal mark is the point. */
function pointed(language: string): string {
  return language.toLowerCase() === 'es' ? 'es-MX' : language;
}
