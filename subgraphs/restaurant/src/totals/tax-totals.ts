import { held } from './held.ts';
import type { TaxAmount, TaxTotal } from './order-totals.ts';
import type { Taxed } from './taxed.ts';

/** Each rule of an order with all that it taxes. */
export function taxTotalsOf(all: readonly Taxed[], taxes: readonly TaxAmount[][]): TaxTotal[] {
  const totals = new Map<string, TaxTotal>();
  for (const [at, { amount: taxed, set }] of all.entries()) {
    for (const [nth, { rule, key }] of set.taxes.entries()) {
      const { id: ruleId, inclusive, rate } = rule;
      const known = totals.get(key) ?? { ruleId, inclusive, rate, taxed: 0, amount: 0 };
      known.taxed = held(known.taxed + taxed, ['lines']);
      known.amount = held(known.amount + (taxes[at]?.[nth]?.amount ?? 0), ['lines']);
      totals.set(key, known);
    }
  }
  return [...totals.values()];
}
