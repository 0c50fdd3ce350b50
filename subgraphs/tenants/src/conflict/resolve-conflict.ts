import type { Context } from '@mycelium/kit/context';
import { change, read, unchanged } from '@mycelium/kit/crud';
import { Conflict } from '@mycelium/kit/errors';
import { ExternalId } from '../sync-run/external-id.ts';
import { SyncMode } from '../sync-run/sync-run.ts';
import { queue } from '../sync-run/write-run.ts';
import { Side, SyncConflict } from './conflict.ts';

/**
 * Takes one side's word for a field. The other side's value becomes what was agreed, so that the next run, which is
 * queued for this item, sees a change on one side only.
 */
export async function resolveConflict(ctx: Context, id: string, take: Side): Promise<SyncConflict> {
  const conflict = await read(ctx, SyncConflict, id);
  if (conflict.taken === take) return unchanged(ctx, conflict);
  if (conflict.taken)
    throw new Conflict(`This conflict was already resolved for ${conflict.taken}.`, { reason: 'DECIDED' });
  const sync = await conflict.sync.loadOrFail();
  const { localId, field } = conflict;
  const link = await ctx.em.findOneOrFail(ExternalId, { system: sync.product, kind: 'ITEM', localId });
  const other = take === Side.LOCAL ? conflict.remote : conflict.local;
  link.agreed = { ...link.agreed, [field]: other.value };
  await change(ctx, conflict, { taken: take });
  queue(ctx, sync, SyncMode.RETRY, { local: [localId], external: [link.externalId] });
  return conflict;
}
