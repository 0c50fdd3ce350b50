import { plus, weightsOf } from './fraction.ts';
import { held } from './held.ts';
import type { TaxRounding } from './order-to-total.ts';
import type { TaxAmount } from './order-totals.ts';
import { type Rounding, rounded } from './rounding.ts';
import { sharesAmong } from './shares.ts';
import type { Step } from './step.ts';
import { taxShareSteps, taxSteps } from './tax-steps.ts';
import { exactTax, type RuleTaxed, roundedAlone, roundedTogether, type Taxed, weightsIn } from './taxed.ts';

/** The taxes of each that is taxed, in the order of its rules. */
export function taxesOf(
  all: readonly Taxed[],
  { taxRounding, rounding }: { taxRounding: TaxRounding; rounding: Rounding },
  steps?: Step[],
): TaxAmount[][] {
  if (taxRounding === 'ORDER') return roundedOnce(all, roundedTogether(all), rounding, steps);
  const groupsOf = roundedAlone();
  return all.flatMap((each) => roundedOnce([each], groupsOf(each), rounding, steps));
}

/** A tax is rounded once, and shared by what it taxes. */
function roundedOnce(
  all: readonly Taxed[],
  groups: readonly RuleTaxed[][],
  rounding: Rounding,
  steps?: Step[],
): TaxAmount[][] {
  const shared = all.map(() => new Map<string, number>());
  for (const together of groups) {
    const exact = together.map(exactTax);
    const sum = exact.reduce(plus);
    const total = held(rounded(sum, rounding), ['lines']);
    const amounts = exact.length === 1 ? [total] : sharesAmong(total, weightsOf(exact));
    steps?.push(...taxSteps(all, together, exact, sum, total, amounts));
    for (const [nth, rule] of together.entries()) {
      const amount = amounts[nth] ?? 0;
      const weights = rule.taxed.length === 1 ? [1] : weightsIn(rule);
      const shares = sharesAmong(amount, weights);
      steps?.push(...taxShareSteps(all, rule, amount, weights, shares));
      for (const [part, { at }] of rule.taxed.entries()) shared[at]?.set(rule.key, shares[part] ?? 0);
    }
  }
  return all.map(({ set }, at) =>
    set.taxes.map(({ rule, key }) => ({
      ruleId: rule.id,
      rate: rule.rate,
      inclusive: rule.inclusive,
      amount: shared[at]?.get(key) ?? 0,
    })),
  );
}
