import { LockMode } from '@mikro-orm/core';
import { ownTenant } from '@mycelium/kit/allow';
import type { Context } from '@mycelium/kit/context';
import { type ChoiceGroup, canChoose } from '@mycelium/schema/choices';
import { MenuItem } from '../menu-item/menu-item.ts';
import { SoldOutReason, tellReasons, withReason } from '../menu-item/sold-out.ts';
import { ModifierOption } from '../modifier-option/modifier-option.ts';
import { ModifierGroup } from './modifier-group.ts';

/**
 * Nobody else changes what a tenant's guests can choose from, or gives groups to items, until the transaction is over. What one
 * of two at once leaves of a group is then known to the other, and no option leads back to its own group.
 */
export async function holdChoices(ctx: Context): Promise<void> {
  await ctx.em.execute('select pg_advisory_xact_lock(hashtextextended(?, 0))', [`choices ${ownTenant(ctx)}`]);
}

/** The groups with these ids that were not removed, with what is nested in them, in the order of the ids. */
export async function readChoices({ em }: Context, ids: readonly string[]): Promise<ChoiceGroup[]> {
  const outer = await readGroups([...new Set(ids)]);
  const nestedIds = outer.flatMap(({ options }) => options.flatMap(({ nested }) => nested?.id ?? []));
  const inner = new Map(
    (await readGroups(nestedIds)).map(({ group, options }) => [group.id, asChoice(group, options)]),
  );
  const groups = new Map(outer.map(({ group, options }) => [group.id, asChoice(group, options, inner)]));
  return ids.flatMap((id) => groups.get(id) ?? []);

  async function readGroups(wanted: readonly string[]) {
    if (wanted.length === 0) return [];
    const groups = await em.find(ModifierGroup, { id: { $in: wanted }, removedAt: null });
    const options = await em.find(
      ModifierOption,
      { group: { $in: groups }, removedAt: null },
      { orderBy: { position: 'asc', id: 'asc' } },
    );
    return groups.map((group) => ({ group, options: options.filter((option) => option.group.id === group.id) }));
  }
}

function asChoice(
  { id, min, max, free, priceRule }: ModifierGroup,
  options: readonly ModifierOption[],
  inner?: ReadonlyMap<string, ChoiceGroup>,
): ChoiceGroup {
  return {
    ...{ id, min, max, free, priceRule },
    options: options.map((option) => ({
      ...{ id: option.id, price: option.price.amount, available: option.available, maxQuantity: option.maxQuantity },
      nested: option.nested ? inner?.get(option.nested.id) : undefined,
    })),
  };
}

/** What of an item is changed as too little is left in its groups, or enough again. */
export async function withChoices(ctx: Context, item: Pick<MenuItem, 'modifierGroups' | 'soldOutFor'>) {
  const groups = await readChoices(ctx, item.modifierGroups);
  return withReason(item, SoldOutReason.NO_CHOICE, !groups.every(canChoose));
}

/** Marks the items of a group as sold out where too little is left to choose, or as back; `holdChoices` comes before. */
export async function refreshItems(ctx: Context, groupId: string): Promise<void> {
  const { em } = ctx;
  const leading = await em.find(ModifierOption, { nested: groupId, removedAt: null });
  const groupIds = [groupId, ...leading.map(({ group }) => group.id)];
  const items = await em.find(
    MenuItem,
    { modifierGroups: { $overlap: groupIds } },
    { orderBy: { id: 'asc' }, lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true },
  );
  if (items.length === 0) return;
  const groups = await readChoices(ctx, [...new Set(items.flatMap(({ modifierGroups }) => modifierGroups))]);
  const lacking = new Set(groups.filter((group) => !canChoose(group)).map(({ id }) => id));
  const isOther = (item: MenuItem) =>
    item.modifierGroups.some((id) => lacking.has(id)) !== item.soldOutFor.includes(SoldOutReason.NO_CHOICE);
  const changed = items.filter(isOther).map((item) => ({ item, wasAvailable: item.available }));
  for (const { item } of changed)
    Object.assign(item, withReason(item, SoldOutReason.NO_CHOICE, !item.soldOutFor.includes(SoldOutReason.NO_CHOICE)));
  await em.flush();
  for (const { item, wasAvailable } of changed) tellReasons(ctx, item, wasAvailable);
}
