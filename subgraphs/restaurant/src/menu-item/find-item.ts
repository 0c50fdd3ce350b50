import { type FilterQuery, raw } from '@mikro-orm/core';
import type { Context } from '@mycelium/kit/context';
import { find } from '@mycelium/kit/crud';
import { NotFound } from '@mycelium/kit/errors';
import { parseInput } from '@mycelium/kit/input';
import { z } from 'zod';
import { MenuItem } from './menu-item.ts';

const searchSchema = z.string().max(200, 'A search has at most 200 characters');

/** The item, unless it was removed. */
export async function findItem(ctx: Context, id: string): Promise<MenuItem | undefined> {
  const item = await find(ctx, MenuItem, id);
  return item?.removedAt ? undefined : item;
}

/** The item; throws NotFound when there is none or it was removed. */
export async function readItem(ctx: Context, id: string): Promise<MenuItem> {
  const item = await findItem(ctx, id);
  if (!item) throw new NotFound('MenuItem', id);
  return item;
}

/** The tenant's items whose name holds the text in any language, and that are or are not sold out. */
export function searchItems(
  tenantId: string,
  search: string | undefined,
  available: boolean | undefined,
): FilterQuery<MenuItem> {
  const text = search == null ? '' : parseInput(searchSchema, search, ['search']).trim();
  const pattern = `%${text.replace(/[\\%_]/g, '\\$&')}%`;
  return {
    tenantId,
    removedAt: null,
    ...(available == null ? {} : { available }),
    ...(text ? { [raw('names::text')]: { $ilike: pattern } } : {}),
  } as FilterQuery<MenuItem>;
}
