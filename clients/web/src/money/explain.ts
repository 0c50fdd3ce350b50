import { exponentOf } from '@mycelium/schema/currencies';
import { decimalOf } from '@mycelium/schema/decimal';
import { numberFormat } from '../words/formats.ts';

/** One step to the totals of an order, as the graph tells it. */
export interface TotalStep {
  step: string;
  of?: string | null | undefined;
  rule?: string | null | undefined;
  input: number;
  factor?: string | null | undefined;
  exact: string;
  rounded: number;
}

/** The steps that lead to a total; of a tax, those of its name. */
export function stepsTo(total: 'discount' | 'subtotal' | 'serviceCharge' | 'total', steps: readonly TotalStep[]) {
  return steps.filter(({ step }) => kinds[total].includes(step));
}

const discounts = ['LINE_DISCOUNT', 'ORDER_DISCOUNT', 'ORDER_DISCOUNT_SHARE'];
const kinds = {
  discount: discounts,
  subtotal: ['LINE_GROSS', ...discounts, 'SPLIT', 'SUBTOTAL'],
  serviceCharge: ['SERVICE_CHARGE'],
  total: ['TOTAL', 'DUE', 'CASH_DUE'],
};

/** What several taxes have in their prices together belongs to each of them that has a share in it. */
export function stepsToTax(name: string, steps: readonly TotalStep[]): TotalStep[] {
  const own = steps.filter(({ step, rule }) => rule === name && step.includes('TAX'));
  const together = own.some(({ step }) => step === 'INCLUDED_TAX_SHARE')
    ? steps.filter(({ step }) => step === 'INCLUDED_TAXES')
    : [];
  return [...together, ...own];
}

const MORE_DIGITS = 4;

/** An exact amount in minor units, a fraction, with four digits more than its currency has; … where it goes on. */
export function exactText(exact: string, currency: string, locale: string): string {
  const [over = 0n, under = 1n] = exact.split('/').map(BigInt);
  const digits = exponentOf(currency) + MORE_DIGITS;
  const shifted = over * 10n ** BigInt(MORE_DIGITS);
  const decimal = decimalOf(Number(shifted / under), digits);
  const style = { minimumFractionDigits: exponentOf(currency), maximumFractionDigits: digits };
  const text = numberFormat(locale, { style: 'currency', currency, ...style }).format(decimal);
  return shifted % under === 0n ? text : `${text}…`;
}

/** Whether nothing had to be rounded. */
export function isWhole({ exact, rounded }: TotalStep): boolean {
  return exact === String(rounded);
}

/** What something is multiplied by: a quantity, or a part in percent; a fraction where a few digits would not say it. */
export function factorText(factor: string, locale: string, how: 'quantity' | 'part'): string {
  const [over = 0n, under = 1n] = factor.split('/').map(BigInt);
  const scaled = over * 1_000_000n;
  if (scaled % under !== 0n) return factor;
  const decimal = decimalOf(Number(scaled / under), 6);
  const percent =
    how === 'part' ? ({ style: 'percent', maximumFractionDigits: 4 } as const) : { maximumFractionDigits: 6 };
  return numberFormat(locale, percent).format(decimal);
}
