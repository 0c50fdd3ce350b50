import type { Context } from '@mycelium/kit/context';
import { viewUpdated } from '@mycelium/schema/subgraphs/crm';
import type { Tag } from '../tag/tag.ts';
import { keyOfTag } from '../tag/tag-key.ts';
import { SavedView } from './saved-view.ts';
import { withTag } from './view-query.ts';
import { tell } from './write-view.ts';

/** Has the views that filter by a tag filter by the one that stands in its place now, those of others too; of these views alone, where some are given. Answers which they are. */
export async function retagViews(
  ctx: Context,
  { tenantId, side, name }: Tag,
  before: string,
  ids?: readonly string[],
): Promise<string[]> {
  const key = keyOfTag(before);
  const only = ids && { id: { $in: [...ids] } };
  const views = await ctx.em.find(SavedView, { tenantId, side, query: { $like: '%tag=%' }, ...only });
  const changed: string[] = [];
  for (const view of views) {
    const query = withTag(view.query, (tag) => keyOfTag(tag) === key, name);
    if (query === undefined || query === view.query) continue;
    view.query = query;
    changed.push(view.id);
    if (!view.removedAt) tell(ctx, viewUpdated, view);
  }
  await ctx.em.flush();
  return changed;
}
