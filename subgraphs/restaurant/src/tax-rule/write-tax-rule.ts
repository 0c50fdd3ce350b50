import type { Context } from '@mycelium/kit/context';
import { change, create, find, read, unchanged, update } from '@mycelium/kit/crud';
import { Invalid, NotFound } from '@mycelium/kit/errors';
import { parseInput } from '@mycelium/kit/input';
import { taxRuleChanged } from '@mycelium/schema/subgraphs/restaurant/places';
import { Location } from '../location/location.ts';
import { TaxRule } from './tax-rule.ts';
import {
  type CreateTaxRuleInput,
  createTaxRuleSchema,
  type UpdateTaxRuleInput,
  updateTaxRuleSchema,
} from './tax-rule-input.ts';

/** A new tax. */
export async function createTaxRule(ctx: Context, input: CreateTaxRuleInput): Promise<TaxRule> {
  const facts = parseInput(createTaxRuleSchema, input);
  if (facts.locationId && !(await find(ctx, Location, facts.locationId)))
    throw new NotFound('Location', facts.locationId);
  await checkBase(ctx, undefined, facts.baseIncludes);
  const rule = create(ctx, TaxRule, facts);
  await ctx.em.flush();
  ctx.publish(taxRuleChanged, { taxRuleId: rule.id });
  return rule;
}

/** Changes what the input names; orders keep the rules that their lines were added with. */
export async function updateTaxRule(ctx: Context, id: string, input: UpdateTaxRuleInput): Promise<TaxRule> {
  const { version, ...patch } = parseInput(updateTaxRuleSchema, input);
  await readTaxRule(ctx, id);
  if (patch.baseIncludes) await checkBase(ctx, id, patch.baseIncludes);
  return update(ctx, TaxRule, { id, version }, patch, () => ctx.publish(taxRuleChanged, { taxRuleId: id }));
}

/** Takes a tax off what will be sold; one that is gone already stays so. */
export async function removeTaxRule(ctx: Context, id: string): Promise<string> {
  const rule = await read(ctx, TaxRule, id);
  if (rule.removedAt) unchanged(ctx, rule);
  else await change(ctx, rule, { removedAt: ctx.now() }, () => ctx.publish(taxRuleChanged, { taxRuleId: id }));
  return id;
}

/** The rule; throws NotFound when there is none or it was removed. */
async function readTaxRule(ctx: Context, id: string): Promise<TaxRule> {
  const rule = await find(ctx, TaxRule, id);
  if (!rule || rule.removedAt) throw new NotFound('TaxRule', id);
  return rule;
}

/** Refuses rules that are not there, and those that would tax each other in a circle. */
async function checkBase(ctx: Context, id: string | undefined, base: readonly string[]): Promise<void> {
  if (base.length === 0) return;
  const rules = await ctx.em.find(TaxRule, { removedAt: null });
  const bases = new Map(rules.map((rule) => [rule.id, rule.id === id ? base : rule.baseIncludes]));
  const missing = base.findIndex((each) => !bases.has(each));
  if (missing >= 0)
    throw new Invalid('There is no such rule.', ['input', 'baseIncludes', missing], { reason: 'UNKNOWN' });
  const seen = new Set<string>();
  const next = [...base];
  for (let each = next.pop(); each !== undefined; each = next.pop()) {
    if (each === id) throw new Invalid('A rule cannot tax itself.', ['input', 'baseIncludes'], { reason: 'CIRCLE' });
    if (!seen.has(each)) next.push(...(bases.get(each) ?? []));
    seen.add(each);
  }
}
