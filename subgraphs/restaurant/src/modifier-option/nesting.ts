import type { Context } from '@mycelium/kit/context';
import { Invalid } from '@mycelium/kit/errors';
import { findGroup } from '../modifier-group/find-groups.ts';
import type { ModifierGroup } from '../modifier-group/modifier-group.ts';
import { ModifierOption } from './modifier-option.ts';

/**
 * The group that an option of another one is to lead to. A group that is led to leads no further, so that guests choose two deep at
 * most and never in a circle; what was removed counts until its option is gone, since it may come back.
 */
export async function checkNesting(
  ctx: Context,
  groupId: string,
  nestedId: string,
  path: readonly string[],
): Promise<ModifierGroup> {
  const nested = await findGroup(ctx, nestedId);
  if (!nested) throw new Invalid('There is no such group.', path, { reason: 'UNKNOWN' });
  const isCircle = nested.id === groupId;
  const links = await ctx.em.count(ModifierOption, {
    removedAt: null,
    $or: [{ group: nested, nested: { $ne: null } }, { nested: groupId }],
  });
  if (isCircle || links > 0)
    throw new Invalid('Options can be nested two deep at most.', path, { reason: 'TOO_DEEP', limit: 2 });
  return nested;
}
