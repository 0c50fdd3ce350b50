import type { Batch } from '@mycelium/kit/batched';
import type { Context } from '@mycelium/kit/context';
import { find } from '@mycelium/kit/crud';
import { NotFound } from '@mycelium/kit/errors';
import { MenuItem } from '../menu-item/menu-item.ts';
import { ModifierGroup } from './modifier-group.ts';

/** The group, unless it was removed. */
export async function findGroup(ctx: Context, id: string): Promise<ModifierGroup | undefined> {
  const group = await find(ctx, ModifierGroup, id);
  return group?.removedAt ? undefined : group;
}

/** A tenant's groups as they were made. */
export function groupsOf({ em }: Context, tenantId: string): Promise<ModifierGroup[]> {
  return em.find(ModifierGroup, { tenantId, removedAt: null }, { orderBy: { id: 'asc' } });
}

/** The group; throws NotFound when there is none or it was removed. */
export async function readGroup(ctx: Context, id: string): Promise<ModifierGroup> {
  const group = await findGroup(ctx, id);
  if (!group) throw new NotFound('ModifierGroup', id);
  return group;
}

/** The items that have each of these groups. */
export const itemsOfGroups: Batch<string, MenuItem[]> = async ({ em }, ids) => {
  const items = await em.find(
    MenuItem,
    { modifierGroups: { $overlap: [...ids] }, removedAt: null },
    { orderBy: { id: 'asc' } },
  );
  return ids.map((id) => items.filter(({ modifierGroups }) => modifierGroups.includes(id)));
};
