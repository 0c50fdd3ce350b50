import { ownTenant } from '@mycelium/kit/allow';
import type { Context } from '@mycelium/kit/context';
import { change, unchanged } from '@mycelium/kit/crud';
import { Conflict, Invalid, NotFound } from '@mycelium/kit/errors';
import { parseInput } from '@mycelium/kit/input';
import { platformBook } from '@mycelium/schema/platform-book';
import { viewCreated, viewRemoved, viewUpdated } from '@mycelium/schema/subgraphs/crm';
import { actorOf } from '../actor/actor.ts';
import { feedOf, Side, sideFor } from '../side/side.ts';
import { findView, isAuthor, lockRemoved, lockView, seenBy } from './find-views.ts';
import { CrmList, SavedView } from './saved-view.ts';
import { type CreateViewInput, createViewSchema, type UpdateViewInput, updateViewSchema } from './view-input.ts';

/** More than anybody looks through. */
const MOST = 100;

/** A new view, the last of its list. Throws Conflict when there are too many. */
export async function createView(ctx: Context, input: CreateViewInput): Promise<SavedView> {
  const { side: wanted, list, ...facts } = parseInput(createViewSchema, input);
  const isOfAll = list === CrmList.ACCOUNTS;
  const side = sideFor(ctx, isOfAll ? Side.PLATFORM : wanted);
  const known = await ctx.em.find(
    SavedView,
    { list, side, removedAt: null, ...seenBy(ctx) },
    { orderBy: { position: 'desc' }, limit: MOST },
  );
  if (known.length === MOST) throw new Conflict(`A list has at most ${MOST} views.`, { reason: 'FULL', limit: MOST });
  const position = (known[0]?.position ?? 0) + 1;
  const tenantId = isOfAll ? platformBook : ownTenant(ctx);
  const view = ctx.em.create(SavedView, { ...facts, tenantId, side, list, position, author: actorOf(ctx) } as never);
  await ctx.em.flush();
  tell(ctx, viewCreated, view);
  return view;
}

/** Changes what the input names; throws Conflict when it was changed meanwhile. */
export async function updateView(ctx: Context, id: string, input: UpdateViewInput): Promise<SavedView> {
  const { version, name, query, isShared } = parseInput(updateViewSchema, input);
  const view = await lockView(ctx, id);
  if (view.version !== version)
    throw new Conflict(`Somebody has changed this SavedView since; it is now at version ${view.version}.`, {
      version: view.version,
    });
  const isTakenBack = isShared === false && view.isShared;
  if (isTakenBack && !isAuthor(ctx, view))
    throw new Invalid('Only its author makes a shared view their own.', ['input', 'isShared'], {
      reason: 'NOT_AUTHOR',
    });
  const position = input.before ? await placeBefore(ctx, view, input.before) : undefined;
  const patch = { name: name ?? undefined, query: query ?? undefined, isShared: isShared ?? undefined, position };
  return change(ctx, view, patch as Partial<SavedView>, () => {
    // Whoever saw it as a shared one sees it no longer; its author does.
    if (isTakenBack) ctx.publish(viewRemoved, { viewId: id }, feedOf(view));
    tell(ctx, viewUpdated, view);
  });
}

/** Removes a view, and answers its id; it can be restored. */
export async function removeView(ctx: Context, id: string): Promise<string> {
  const view = await lockView(ctx, id);
  await change(ctx, view, { removedAt: new Date() });
  tell(ctx, viewRemoved, view);
  return id;
}

/** Takes a removal back; one that was not removed stays as it is. */
export async function restoreView(ctx: Context, id: string): Promise<SavedView> {
  const view = await lockRemoved(ctx, id);
  if (!view.removedAt) return unchanged(ctx, view);
  return change(ctx, view, { removedAt: null }, () => tell(ctx, viewCreated, view));
}

/** Says to those who see a view what became of it. */
export function tell(ctx: Context, type: typeof viewUpdated, view: SavedView): void {
  const personId = view.isShared ? undefined : view.author.id;
  ctx.publish(type, { viewId: view.id, personId }, feedOf(view));
}

/** Makes place before another view of the same list, and answers where. */
async function placeBefore(ctx: Context, view: SavedView, beforeId: string): Promise<number> {
  const { tenantId, side, list } = view;
  const next = await findView(ctx, beforeId);
  if (!next) throw new NotFound('SavedView', beforeId);
  if (next.list !== list || next.side !== side)
    throw new Invalid('This view is of another list.', ['input', 'before'], { reason: 'OTHER_LIST' });
  await ctx.em.execute(
    'update crm.saved_view set position = position + 1 where tenant_id = ? and side = ? and list = ? and position >= ?',
    [tenantId, side, list, next.position],
  );
  return next.position;
}
