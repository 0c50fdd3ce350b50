import type { Place } from './held.ts';
import type { OrderToTotal, TaxRule } from './order-to-total.ts';
import { keyOf, type TaxSet, taxSetOf } from './tax-set.ts';
import type { Taxed } from './taxed.ts';

/** The lines of an order after their discounts, and then its service charges, each with the rules that tax it. */
export function whatIsTaxed(
  { lines, serviceCharges = [] }: OrderToTotal,
  amounts: readonly number[],
  charged: readonly number[],
): Taxed[] {
  const setOf = setsByRules();
  return [
    ...lines.map(({ id, taxes }, at) => ({ id, amount: amounts[at] ?? 0, set: setOf(taxes, ['lines', at, 'taxes']) })),
    ...serviceCharges.map(({ id, taxes }, at) => ({
      id,
      amount: charged[at] ?? 0,
      set: setOf(taxes, ['serviceCharges', at, 'taxes']),
    })),
  ];
}

/** Lines of the same rules share one set. */
function setsByRules(): (rules: readonly TaxRule[], place: Place) => TaxSet {
  const sets = new Map<string, TaxSet>();
  return (rules, place) => {
    const key = rules.map(keyOf).join('\0\0');
    const set = sets.get(key) ?? taxSetOf(rules, place);
    sets.set(key, set);
    return set;
  };
}
