import type { Context } from '@mycelium/kit/context';
import { raiseNotice } from '@mycelium/kit/notice';
import type { TenantSync } from '../sync/sync.ts';
import { membersWith } from '../user/find-members.ts';
import { SyncRunStatus } from './sync-run.ts';

type Before = Pick<TenantSync, 'id' | 'tenantId' | 'product' | 'lastError'>;

/** Those who may steer a sync are notified that it waits for them, and that it failed: the first time, and not of each run after that. */
export async function raiseRunNotices(
  ctx: Context,
  { id, tenantId, product, lastError }: Before,
  { runId, status }: { runId: string; status: SyncRunStatus },
): Promise<void> {
  const waits = status === SyncRunStatus.AWAITING_CONFIRMATION;
  const failed = status === SyncRunStatus.ERROR && lastError == null;
  if (!waits && !failed) return;
  const kind = waits ? 'sync.waiting' : 'sync.failed';
  for (const userId of await membersWith(ctx, tenantId, 'sync:write'))
    raiseNotice(ctx, { userId, kind, path: `/sync/${id}`, values: { product }, onceKey: `${kind} ${runId}` }, tenantId);
}
