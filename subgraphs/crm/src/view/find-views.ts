import { type FilterQuery, LockMode } from '@mikro-orm/core';
import type { Context } from '@mycelium/kit/context';
import { find, oneOf } from '@mycelium/kit/crud';
import { NotFound } from '@mycelium/kit/errors';
import { type PageArgs, page } from '@mycelium/kit/page';
import { platformBook } from '@mycelium/schema/platform-book';
import { type CrmList, SavedView, type SavedViewPage } from './saved-view.ts';

/** The view, unless it was removed or is somebody else's own. */
export async function findView(ctx: Context, id: string): Promise<SavedView | undefined> {
  const view = await find(ctx, SavedView, id);
  return view && !view.removedAt && isSeen(ctx, view) ? view : undefined;
}

/** The same, removed or not, held until the transaction is over; throws NotFound when there is none. */
export async function lockRemoved(ctx: Context, id: string): Promise<SavedView> {
  const lockMode = LockMode.PESSIMISTIC_WRITE;
  const view = await ctx.em.findOne(SavedView, { id: oneOf([id]) }, { lockMode, refresh: true });
  if (!view || !isSeen(ctx, view)) throw new NotFound('SavedView', id);
  return view;
}

/** The same, unless it was removed. */
export async function lockView(ctx: Context, id: string): Promise<SavedView> {
  const view = await lockRemoved(ctx, id);
  if (view.removedAt) throw new NotFound('SavedView', id);
  return view;
}

/** A page of the views of a list, or of all: those that are shared, and the viewer's own; for the staff also those of the list of all tenants. */
export function pageOfViews(
  ctx: Context,
  tenantId: string,
  list: CrmList | undefined,
  range: PageArgs,
): Promise<SavedViewPage> {
  const where = {
    ...{ tenantId: { $in: [tenantId, platformBook] }, removedAt: null },
    ...(list && { list }),
    ...seenBy(ctx),
  };
  return page(ctx, SavedView, where as FilterQuery<SavedView>, range, { list: 'asc', position: 'asc', id: 'asc' });
}

/** The condition for the views that the viewer sees. */
export function seenBy({ viewer: { kind, id } }: Context): { $or: object[] } {
  return { $or: [{ isShared: true }, { author: { kind, id } }] };
}

export function isAuthor({ viewer }: Context, { author }: SavedView): boolean {
  return author.kind === viewer.kind && author.id === viewer.id;
}

function isSeen(ctx: Context, view: SavedView): boolean {
  return view.isShared || isAuthor(ctx, view);
}
