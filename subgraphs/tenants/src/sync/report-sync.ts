import type { Context } from '@mycelium/kit/context';
import { read, unchanged, update } from '@mycelium/kit/crud';
import { Conflict } from '@mycelium/kit/errors';
import { parseInput } from '@mycelium/kit/input';
import { syncStatusChanged } from '@mycelium/schema/subgraphs/tenants';
import { ServiceStatus } from '../service/service.ts';
import { told } from '../sync-run/sync-reason.ts';
import { SyncRun, SyncRunStatus } from '../sync-run/sync-run.ts';
import { movedTo } from './status.ts';
import { type ReportSyncInput, reportSyncSchema, SyncStatus, TenantSync } from './sync.ts';
import { tellFailing, tellNotFailing } from './tell-failing.ts';

/** Takes a product's word for how its own reading of the menu stands; a run of ours speaks for itself. */
export async function reportSync(ctx: Context, id: string, { version, ...said }: ReportSyncInput): Promise<TenantSync> {
  const { status, error } = parseInput(reportSyncSchema, said);
  const sync = await read(ctx, TenantSync, id);
  const service = await sync.service.loadOrFail();
  if (service.status !== ServiceStatus.ACTIVE) throw new Conflict(`${sync.product} is not switched on.`);
  if (await ctx.em.count(SyncRun, { sync, status: SyncRunStatus.RUNNING }))
    throw new Conflict('A run of this sync is under way; its own outcome counts.');
  if (sync.status === status && (sync.lastError ?? null) === (error ?? null)) return unchanged(ctx, sync);
  const reason = error == null ? null : told(error, 'REPORTED', { words: error }).reason;
  ctx.em.assign(sync, { lastError: error ?? null, reason });
  const lastSyncAt = status === SyncStatus.SUCCESS ? new Date() : undefined;
  ctx.publish(syncStatusChanged, { syncId: id });
  const reported = await update(ctx, TenantSync, { id, version }, { status: movedTo(sync.status, status), lastSyncAt });
  if (status === SyncStatus.ERROR) await tellFailing(ctx, reported);
  if (status === SyncStatus.SUCCESS) await tellNotFailing(ctx, reported);
  return reported;
}
