import type { Context } from '@mycelium/kit/context';
import { viewUpdated } from '@mycelium/schema/subgraphs/crm';
import type { Tag } from '../tag/tag.ts';
import { keyOfTag } from '../tag/tag-key.ts';
import { SavedView } from './saved-view.ts';
import { withTag } from './view-query.ts';
import { tell } from './write-view.ts';

/** Has the views that filter by one of these tags filter by the one in whose place it stands now, those of others too. */
export async function retagViews(ctx: Context, { tenantId, side, name }: Tag, names: readonly string[]): Promise<void> {
  const keys = new Set(names.map(keyOfTag));
  const views = await ctx.em.find(SavedView, { tenantId, side, query: { $like: '%tag=%' } });
  for (const view of views) {
    const query = withTag(view.query, (tag) => keys.has(keyOfTag(tag)), name);
    if (query === undefined || query === view.query) continue;
    view.query = query;
    if (!view.removedAt) tell(ctx, viewUpdated, view);
  }
  await ctx.em.flush();
}
