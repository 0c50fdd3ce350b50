import { exponentOf } from '@mycelium/schema/currencies';
import { type Money, printsWhole } from '../money/money.ts';

const PERCENT = /^(?<sign>[+\-−]?)(?<whole>\d{1,3})(?:[.,](?<part>\d{1,2}))?\s*%?$/;

/** Hundredths of a per cent, from what a person types; undefined for what is none, and for more than would leave nothing. */
export function hundredthsOf(typed: string): number | undefined {
  const { sign, whole = '', part = '' } = PERCENT.exec(typed.trim())?.groups ?? {};
  if (whole === '') return undefined;
  const size = Number(whole) * 100 + Number(part.padEnd(2, '0'));
  const hundredths = sign === '-' || sign === '−' ? -size : size;
  return hundredths > -10_000 && hundredths !== 0 ? hundredths : undefined;
}

/** The price changed by so much, rounded half up to what is printed of its currency. */
export function raised({ amount, currency }: Money, hundredths: number): Money {
  const step = BigInt(printsWhole(currency) ? 10 ** exponentOf(currency) : 1);
  const unit = 10_000n * step;
  const exact = BigInt(amount) * BigInt(10_000 + hundredths);
  return { amount: Number(((exact + unit / 2n) / unit) * step), currency };
}
