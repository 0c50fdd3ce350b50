import { ref } from '@mikro-orm/core';
import { record } from '@mycelium/kit/audit';
import type { Context } from '@mycelium/kit/context';
import { change, create, find, read, unchanged, update } from '@mycelium/kit/crud';
import { Invalid, NotFound } from '@mycelium/kit/errors';
import { parseInput } from '@mycelium/kit/input';
import { modifierGroupUpdated } from '@mycelium/schema/subgraphs/restaurant';
import { holdChoices, refreshItems } from '../modifier-group/choices.ts';
import { readGroup } from '../modifier-group/find-groups.ts';
import type { ModifierGroup } from '../modifier-group/modifier-group.ts';
import {
  type CreateModifierOptionInput,
  createModifierOptionSchema,
  ModifierOption,
  type UpdateModifierOptionInput,
  updateModifierOptionSchema,
} from './modifier-option.ts';
import { checkNesting } from './nesting.ts';

/** More than fit on a till. */
const MOST = 100;

/** A new option, last in its group. */
export async function createOption(ctx: Context, input: CreateModifierOptionInput): Promise<ModifierOption> {
  const { groupId, name, nestedId, ...facts } = parseInput(createModifierOptionSchema, input);
  await holdChoices(ctx);
  const group = await readGroup(ctx, groupId);
  const options = await ctx.em.find(ModifierOption, { group, removedAt: null }, { orderBy: { position: 'desc' } });
  checkRoom(options.length, ['input', 'groupId']);
  const nested = nestedId == null ? null : ref(await checkNesting(ctx, group.id, nestedId, ['input', 'nestedId']));
  const position = (options[0]?.position ?? -1) + 1;
  const option = create(ctx, ModifierOption, { ...facts, names: name, group, nested, position });
  await ctx.em.flush();
  await tell(ctx, option);
  return option;
}

/** Changes what the input names; what it leaves out stays. */
export async function updateOption(
  ctx: Context,
  id: string,
  input: UpdateModifierOptionInput,
): Promise<ModifierOption> {
  const { version, name, price, allergens, maxQuantity, nestedId } = parseInput(updateModifierOptionSchema, input);
  await holdChoices(ctx);
  const option = await readOption(ctx, id);
  const nested =
    nestedId == null ? nestedId : ref(await checkNesting(ctx, option.group.id, nestedId, ['input', 'nestedId']));
  const before = option.version;
  await update(
    ctx,
    ModifierOption,
    { id, version },
    {
      ...{ names: name ?? undefined, price: price ?? undefined, allergens: allergens ?? undefined, maxQuantity },
      ...(nested?.id !== option.nested?.id && { nested }),
    },
  );
  if (option.version !== before) await tell(ctx, option);
  return option;
}

/** Sold out, or back; asks for no version, so that the kitchen's word always counts. */
export async function setOptionAvailability(ctx: Context, id: string, available: boolean): Promise<ModifierOption> {
  await holdChoices(ctx);
  const option = await readOption(ctx, id);
  if (option.available === available) return unchanged(ctx, option);
  await change(ctx, option, { available });
  await tell(ctx, option);
  return option;
}

/** Gives a group's options this order; they must be all of its options, each once. */
export async function reorderOptions(
  ctx: Context,
  groupId: string,
  optionIds: readonly string[],
): Promise<ModifierGroup> {
  await holdChoices(ctx);
  const group = await readGroup(ctx, groupId);
  const order = { position: 'asc', id: 'asc' } as const;
  const options = await ctx.em.find(ModifierOption, { group, removedAt: null }, { orderBy: order });
  const before = options.map(({ id }) => id);
  if (before.toSorted().join() !== optionIds.toSorted().join())
    throw new Invalid('Name every option of the group, each once.', ['optionIds'], { reason: 'LIST_CHANGED' });
  if (before.join() === optionIds.join()) return unchanged(ctx, group);
  for (const option of options) option.position = optionIds.indexOf(option.id);
  await ctx.em.flush();
  record(ctx, {
    ...{ action: 'reorderModifierOptions', kind: 'UPDATED', noun: 'ModifierGroup', nounId: groupId, name: group.names },
    ...{ before: { options: before }, after: { options: optionIds } },
  });
  ctx.publish(modifierGroupUpdated, { groupId });
  return group;
}

/** Takes an option out of its group and keeps it as a tombstone. */
export async function removeOption(ctx: Context, id: string): Promise<string> {
  await holdChoices(ctx);
  const option = await readOption(ctx, id);
  await change(ctx, option, { removedAt: new Date() });
  await tell(ctx, option);
  return id;
}

/** Puts a removed option back where it was; one that was not removed stays as it is. */
export async function restoreOption(ctx: Context, id: string): Promise<ModifierOption> {
  await holdChoices(ctx);
  const option = await read(ctx, ModifierOption, id);
  if (!option.removedAt) return unchanged(ctx, option);
  const group = await readGroup(ctx, option.group.id);
  checkRoom(await ctx.em.count(ModifierOption, { group, removedAt: null }), ['id']);
  if (option.nested) await checkNesting(ctx, group.id, option.nested.id, ['id']);
  await change(ctx, option, { removedAt: null });
  await tell(ctx, option);
  return option;
}

async function readOption(ctx: Context, id: string): Promise<ModifierOption> {
  const option = await find(ctx, ModifierOption, id);
  if (!option || option.removedAt) throw new NotFound('ModifierOption', id);
  await readGroup(ctx, option.group.id);
  return option;
}

function checkRoom(count: number, path: readonly string[]): void {
  if (count >= MOST) throw new Invalid(`A group has at most ${MOST} options.`, path, { reason: 'FULL', limit: MOST });
}

async function tell(ctx: Context, { group }: ModifierOption): Promise<void> {
  await refreshItems(ctx, group.id);
  ctx.publish(modifierGroupUpdated, { groupId: group.id });
}
