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
import { tellFailing, tellNotFailing, tellRecovered } from './tell-failing.ts';

/** Takes a product's word for how its own reading of the menu stands; a run of ours speaks for itself. */
export async function reportSync(ctx: Context, id: string, { version, ...said }: ReportSyncInput): Promise<TenantSync> {
  const { status, error } = parseInput(reportSyncSchema, said);
  const sync = await read(ctx, TenantSync, id);
  const service = await sync.service.loadOrFail();
  if (service.status !== ServiceStatus.ACTIVE) throw new Conflict(`${sync.product} is not switched on.`);
  if (await ctx.em.count(SyncRun, { sync, status: SyncRunStatus.RUNNING }))
    throw new Conflict('A run of this sync is under way; its own outcome counts.');
  const wasWell = sync.lastError == null;
  // While it reads again, why it failed last is still why.
  const lastError = status === SyncStatus.SYNCING ? sync.lastError : error;
  if (sync.status === status && (sync.lastError ?? null) === (lastError ?? null)) return unchanged(ctx, sync);
  if (lastError !== sync.lastError) {
    const reason = lastError == null ? null : told(lastError, 'REPORTED', { words: lastError }).reason;
    ctx.em.assign(sync, { lastError: lastError ?? null, reason });
  }
  const lastSyncAt = status === SyncStatus.SUCCESS ? new Date() : undefined;
  ctx.publish(syncStatusChanged, { syncId: id });
  const reported = await update(ctx, TenantSync, { id, version }, { status: movedTo(sync.status, status), lastSyncAt });
  if (status === SyncStatus.ERROR) await tellFailing(ctx, reported, wasWell);
  if (status === SyncStatus.SUCCESS) await (wasWell ? tellNotFailing : tellRecovered)(ctx, reported);
  return reported;
}
