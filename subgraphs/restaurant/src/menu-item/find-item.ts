import { type FilterQuery, LockMode, raw } from '@mikro-orm/core';
import type { Context } from '@mycelium/kit/context';
import { find, oneOf } from '@mycelium/kit/crud';
import { NotFound } from '@mycelium/kit/errors';
import { parseInput } from '@mycelium/kit/input';
import { type PageArgs, page } from '@mycelium/kit/page';
import { z } from 'zod';
import { MenuItem, type MenuItemPage } from './menu-item.ts';

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

/** The item, also one that was removed, held until the transaction is over. */
export async function lockKnownItem({ em }: Context, id: string): Promise<MenuItem | undefined> {
  const lockMode = LockMode.PESSIMISTIC_WRITE;
  return (await em.findOne(MenuItem, { id: oneOf([id]) }, { lockMode, refresh: true })) ?? undefined;
}

/** The item, held until the transaction is over; throws NotFound when there is none or it was removed. */
export async function lockItem(ctx: Context, id: string): Promise<MenuItem> {
  const item = await lockKnownItem(ctx, id);
  if (!item || item.removedAt) throw new NotFound('MenuItem', id);
  return item;
}

/** What is asked of a tenant's items; what is left out does not matter. */
interface Wanted {
  search?: string;
  available?: boolean;
  updatedSince?: Date;
}

/** A page of a tenant's items as they were made; with `updatedSince` by their changes, with tombstones. */
export function pageOfItems(ctx: Context, tenantId: string, wanted: Wanted, range: PageArgs): Promise<MenuItemPage> {
  const byChange = { updatedAt: 'asc', id: 'asc' } as const;
  return page(ctx, MenuItem, searchItems(tenantId, wanted), range, wanted.updatedSince ? byChange : { id: 'asc' });
}

function searchItems(tenantId: string, { search, available, updatedSince }: Wanted): FilterQuery<MenuItem> {
  const text = search == null ? '' : parseInput(searchSchema, search, ['search']).trim();
  const pattern = `%${text.replace(/[\\%_]/g, '\\$&')}%`;
  return {
    tenantId,
    ...(updatedSince ? { updatedAt: { $gte: updatedSince } } : { removedAt: null }),
    ...(available == null ? {} : { available }),
    ...(text ? { [raw('names::text')]: { $ilike: pattern } } : {}),
  } as FilterQuery<MenuItem>;
}
