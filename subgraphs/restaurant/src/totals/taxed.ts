import { type Fraction, plus, weightsOf } from './fraction.ts';
import { sumOf } from './held.ts';
import type { TaxRule } from './order-to-total.ts';
import type { Weight } from './shares.ts';
import type { TaxSet } from './tax-set.ts';

/** What is taxed: a line after its discounts, or a service charge. */
export interface Taxed {
  id: string;
  amount: number;
  set: TaxSet;
}

/** A rule with all that it taxes, each with the part of it that is this tax. */
export interface RuleTaxed {
  key: string;
  rule: TaxRule;
  taxed: { at: number; amount: number; factor: Fraction }[];
}

/** The rules that are rounded together: each added one by itself, and the included ones in groups that have no line in common. */
export function roundedTogether(all: readonly Taxed[]): RuleTaxed[][] {
  const rules = [...rulesOf(all).values()];
  const groups = includedGroups(new Set(all.map(({ set }) => set)));
  const added = rules.filter(({ rule }) => !rule.inclusive).map((rule) => [rule]);
  return [...groups.map((group) => rules.filter(({ key }) => group.has(key))), ...added];
}

/** The same of something alone, for which what is like another one's is not sought again. */
export function roundedAlone(): (taxed: Taxed) => RuleTaxed[][] {
  const known = new Map<TaxSet, RuleTaxed[][]>();
  return (alone) => {
    const groups = known.get(alone.set) ?? roundedTogether([alone]);
    known.set(alone.set, groups);
    const { amount } = alone;
    return groups.map((group) =>
      group.map(({ key, rule, taxed }) => ({
        key,
        rule,
        taxed: taxed.map(({ at, factor }) => ({ at, amount, factor })),
      })),
    );
  };
}

function rulesOf(all: readonly Taxed[]): Map<string, RuleTaxed> {
  const rules = new Map<string, RuleTaxed>();
  for (const [at, { amount, set }] of all.entries()) {
    for (const { key, rule, factor } of set.taxes) {
      const known = rules.get(key) ?? { key, rule, taxed: [] };
      known.taxed.push({ at, amount, factor });
      rules.set(key, known);
    }
  }
  return rules;
}

function includedGroups(sets: Iterable<TaxSet>): Set<string>[] {
  let groups: Set<string>[] = [];
  for (const { taxes } of sets) {
    const keys = taxes.filter(({ rule }) => rule.inclusive).map(({ key }) => key);
    const met = groups.filter((group) => keys.some((key) => group.has(key)));
    const others = groups.filter((group) => !met.includes(group));
    groups = keys.length > 0 ? [...others, new Set([...met.flatMap((group) => [...group]), ...keys])] : groups;
  }
  return groups;
}

/** Lines of the same rules have one factor, so that there are few to multiply by. */
export function exactTax({ taxed }: RuleTaxed): Fraction {
  const amounts = new Map<Fraction, bigint>();
  for (const { factor, amount } of taxed) amounts.set(factor, (amounts.get(factor) ?? 0n) + BigInt(amount));
  return [...amounts].map(([{ over, under }, amount]) => ({ over: over * amount, under })).reduce(plus);
}

export function taxedAmount({ taxed }: RuleTaxed): number {
  return sumOf(
    taxed.map(({ amount }) => amount),
    ['lines'],
  );
}

/** The one factor of a rule that takes the same part of all that it taxes. */
export function factorOf({ taxed }: RuleTaxed): Fraction | undefined {
  const factors = new Set(taxed.map(({ factor }) => factor));
  return factors.size === 1 ? taxed[0]?.factor : undefined;
}

/** What the parts of a tax stand to each other as. */
export function weightsIn(rule: RuleTaxed): Weight[] {
  const amounts = rule.taxed.map(({ amount }) => amount);
  if (factorOf(rule)) return amounts;
  const factors = [...new Set(rule.taxed.map(({ factor }) => factor))];
  const weights = new Map(weightsOf(factors).map((weight, at) => [factors[at], weight]));
  return rule.taxed.map(({ amount, factor }) => BigInt(amount) * (weights.get(factor) ?? 0n));
}
