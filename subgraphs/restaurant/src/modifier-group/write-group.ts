import type { Context } from '@mycelium/kit/context';
import { change, create, read, unchanged, update } from '@mycelium/kit/crud';
import { Invalid } from '@mycelium/kit/errors';
import { parseInput } from '@mycelium/kit/input';
import { PriceRule } from '@mycelium/schema/choices';
import { modifierGroupAdded, modifierGroupRemoved, modifierGroupUpdated } from '@mycelium/schema/subgraphs/restaurant';
import { holdChoices, refreshItems } from './choices.ts';
import { readGroup } from './find-groups.ts';
import {
  type CreateModifierGroupInput,
  createModifierGroupSchema,
  ModifierGroup,
  type UpdateModifierGroupInput,
  updateModifierGroupSchema,
} from './modifier-group.ts';

/** More than a tenant can keep apart. */
const MOST = 500;

/** A new group, of which nothing can be chosen yet. */
export async function createGroup(ctx: Context, input: CreateModifierGroupInput): Promise<ModifierGroup> {
  const { name, ...rules } = parseInput(createModifierGroupSchema, input);
  checkRules(rules);
  await holdChoices(ctx);
  if ((await ctx.em.count(ModifierGroup, { removedAt: null })) >= MOST)
    throw new Invalid(`There are already ${MOST} groups.`, ['input'], { reason: 'FULL', limit: MOST });
  const group = create(ctx, ModifierGroup, { ...rules, names: name });
  await ctx.em.flush();
  ctx.publish(modifierGroupAdded, { groupId: group.id });
  return group;
}

/** Changes what the input names; what it leaves out stays. */
export async function updateGroup(ctx: Context, id: string, input: UpdateModifierGroupInput): Promise<ModifierGroup> {
  const { version, name, min, max, free, priceRule } = parseInput(updateModifierGroupSchema, input);
  await holdChoices(ctx);
  const group = await readGroup(ctx, id);
  const patch = {
    ...{ names: name ?? undefined, min: min ?? undefined, max, free: free ?? undefined },
    priceRule: priceRule ?? undefined,
  };
  checkRules({
    ...{ min: min ?? group.min, max: max === undefined ? group.max : max },
    ...{ free: free ?? group.free, priceRule: priceRule ?? group.priceRule },
  });
  const before = group.version;
  await update(ctx, ModifierGroup, { id, version }, patch, () => ctx.publish(modifierGroupUpdated, { groupId: id }));
  if (group.version !== before) await refreshItems(ctx, id);
  return group;
}

/** Removes a group from all items that have it, and keeps it as a tombstone. */
export async function removeGroup(ctx: Context, id: string): Promise<string> {
  await holdChoices(ctx);
  const group = await readGroup(ctx, id);
  await change(ctx, group, { removedAt: new Date() });
  await refreshItems(ctx, id);
  ctx.publish(modifierGroupRemoved, { groupId: id });
  return id;
}

/** Puts a removed group back with the items that had it; one that was not removed stays as it is. */
export async function restoreGroup(ctx: Context, id: string): Promise<ModifierGroup> {
  await holdChoices(ctx);
  const group = await read(ctx, ModifierGroup, id);
  if (!group.removedAt) return unchanged(ctx, group);
  await change(ctx, group, { removedAt: null });
  await refreshItems(ctx, id);
  ctx.publish(modifierGroupAdded, { groupId: id });
  return group;
}

/** What would never come out, whoever chooses what. */
function checkRules({ min, max, free, priceRule }: Pick<ModifierGroup, 'min' | 'max' | 'free' | 'priceRule'>): void {
  if (max != null && max < min)
    throw new Invalid('The most is less than the least.', ['input', 'max'], { reason: 'TOO_SMALL', limit: min });
  if (free > 0 && priceRule !== PriceRule.ADD)
    throw new Invalid('Some are free only where prices are added up.', ['input', 'free'], {
      ...{ reason: 'TOO_LARGE', limit: 0 },
    });
}
