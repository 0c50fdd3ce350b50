import { type Fraction, textOf, weightsOf } from './fraction.ts';
import { sumOf } from './held.ts';
import { partsAmong, type Weight } from './shares.ts';
import type { Step } from './step.ts';
import { factorOf, type RuleTaxed, type Taxed, taxedAmount } from './taxed.ts';

/** How the rules that are rounded together came to their amounts. */
export function taxSteps(
  all: readonly Taxed[],
  together: readonly RuleTaxed[],
  exact: readonly Fraction[],
  sum: Fraction,
  total: number,
  amounts: readonly number[],
): Step[] {
  const of = all.length === 1 ? all[0]?.id : undefined;
  const [first, second] = together;
  if (!first) return [];
  if (!second) {
    const factor = factorOf(first);
    const input = taxedAmount(first);
    return [
      {
        step: 'TAX',
        of,
        rule: first.rule.id,
        input,
        factor: factor && textOf(factor),
        exact: textOf(sum),
        rounded: total,
      },
    ];
  }
  const parts = partsAmong(total, weightsOf(exact));
  return [
    { step: 'INCLUDED_TAXES', of, input: priceOf(all, together), exact: textOf(sum), rounded: total },
    ...together.map((taxed, nth): Step => {
      const rounded = amounts[nth] ?? 0;
      return { step: 'INCLUDED_TAX_SHARE', of, rule: taxed.rule.id, input: total, exact: parts[nth] ?? '0', rounded };
    }),
  ];
}

/** How a tax was shared by what it taxes. */
export function taxShareSteps(
  all: readonly Taxed[],
  { rule, taxed }: RuleTaxed,
  amount: number,
  weights: readonly Weight[],
  shares: readonly number[],
): Step[] {
  const parts = partsAmong(amount, weights);
  return taxed.map(({ at, amount: input }, part) => ({
    step: 'TAX_SHARE',
    of: all[at]?.id,
    rule: rule.id,
    input,
    exact: parts[part] ?? '0',
    rounded: shares[part] ?? 0,
  }));
}

/** What all these rules are included in, each line once. */
function priceOf(all: readonly Taxed[], together: readonly RuleTaxed[]): number {
  const places = new Set(together.flatMap(({ taxed }) => taxed.map(({ at }) => at)));
  const amounts = [...places].map((at) => all[at]?.amount ?? 0);
  return sumOf(amounts, ['lines']);
}
