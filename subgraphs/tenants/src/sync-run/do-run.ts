import type { Context } from '@mycelium/kit/context';
import { Unavailable } from '@mycelium/kit/errors';
import { enqueue } from '@mycelium/kit/tasks/enqueue';
import { leftovers } from '@mycelium/kit/tasks/rounds';
import { NotYet, type TaskDesk, task } from '@mycelium/kit/tasks/task';
import { syncStatusChanged } from '@mycelium/schema/subgraphs/tenants';
import { z } from 'zod';
import { movedTo } from '../sync/status.ts';
import { SyncStatus, TenantSync } from '../sync/sync.ts';
import { type Claimed, claim, giveBack, keepLease, keepProgress } from './hold-run.ts';
import { keepOutcome, outcomeOf } from './outcome.ts';
import { SyncMode, SyncRun } from './sync-run.ts';
import { LostLease, type Work } from './work.ts';

/** How long a slow page may go on writing after its run was cancelled. */
const CHECKED_EVERY_MS = 500;

/** How often progress is published: who watches need not see each page, and each time takes a place in the feed of the tenant. */
const TOLD_EVERY_MS = 500;

/** Does a run, page by page; another attempt goes on at the page where the last one was left. */
export const doRun = task(
  'sync-run',
  z.object({ runId: z.uuid() }),
  async (desk, { runId }) => {
    const claimed = await desk.transact((ctx) => claim(ctx, runId));
    if (claimed) await perform(desk, claimed);
  },
  { firstWaitMs: 2_000, longestWaitMs: 5 * 60_000, cancelled: (ctx, { runId }) => endRun(ctx, runId) },
);

/** Ends the run whose task somebody cancelled. */
async function endRun(ctx: Context, runId: string): Promise<void> {
  const [run] = await ctx.em.execute<{ sync_id: string; mode: SyncMode }[]>(
    `update tenants.sync_run set status = 'CANCELLED', ended_at = now() where id = ? and status in ('QUEUED', 'RUNNING')
     returning sync_id, mode`,
    [runId],
  );
  if (!run) return;
  const sync = await ctx.em.findOneOrFail(TenantSync, { id: run.sync_id });
  if (run.mode !== SyncMode.PREVIEW && sync.status === SyncStatus.SYNCING)
    await ctx.em.execute('update tenants.tenant_sync set status = ? where id = ?', [
      movedTo(sync.status, SyncStatus.PENDING),
      sync.id,
    ]);
  ctx.publish(syncStatusChanged, { syncId: sync.id, runId });
}

/** Plans the runs that were left by a version that knew no tasks. */
export const planRuns = leftovers('sync-runs-left', async (ctx) => {
  const left = await ctx.em.execute<{ id: string; tenant_id: string; sync_id: string }[]>(
    `select id, tenant_id, sync_id from tenants.sync_run where status in ('QUEUED', 'RUNNING') and not exists (
       select 1 from tenants_worker._private_jobs where key = 'sync-run ' || tenant_id || ' ' || sync_run.id
     ) order by id limit 1000`,
  );
  for (const { id, tenant_id: tenantId, sync_id: syncId } of left) planRun(ctx, { id, tenantId, syncId });
});

/** Plans the task of a run. The runs of one sync are done one after the other. */
export function planRun(
  ctx: Context,
  { id, tenantId, syncId }: { id: string; tenantId: string; syncId: string },
): void {
  enqueue(ctx, doRun, { runId: id }, { key: id, queue: `sync ${syncId}`, tenantId });
}

async function perform(desk: TaskDesk, claimed: Claimed): Promise<void> {
  const { tenant_id: tenantId, correlation_id: correlationId, id: runId } = claimed;
  const inTenant: TaskDesk['transact'] = (act) => desk.inTenant(tenantId, correlationId, act);
  let [spokeAt, toldAt] = [Date.now(), Date.now()];
  const work: Work = {
    ...desk,
    runId,
    syncId: claimed.sync_id,
    tenantId,
    correlationId,
    isPreview: claimed.mode === SyncMode.PREVIEW,
    steps: [],
    progress: undefined,
    attempts: () => 0,
    cursors: {},
    inRun: (act) =>
      inTenant(async (ctx) => {
        await keepLease(ctx, claimed);
        return act(ctx);
      }),
    keep: (progress, act) =>
      inTenant(async (ctx) => {
        await act?.(ctx);
        await keepProgress(ctx, work, claimed, progress);
        if (Date.now() - toldAt < TOLD_EVERY_MS) return;
        toldAt = Date.now();
        ctx.publish(syncStatusChanged, { syncId: work.syncId, runId });
      }),
    async tell() {
      if (Date.now() - toldAt >= TOLD_EVERY_MS) await work.keep({ reached: work.progress?.reached ?? {} });
    },
    async checkLease() {
      if (Date.now() - spokeAt < CHECKED_EVERY_MS) return;
      spokeAt = Date.now();
      await work.inRun(async () => undefined);
    },
  };
  try {
    await begin(work);
    const outcome = await outcomeOf(work);
    await desk.conclude(async (ctx) => {
      await keepLease(ctx, claimed);
      await keepOutcome(ctx, work, outcome);
    });
  } catch (error) {
    if (error instanceof LostLease) return;
    // If another attempt has the run by now, this changes nothing.
    if (desk.signal.aborted || error instanceof Unavailable || error instanceof NotYet)
      await desk.transact((ctx) => giveBack(ctx, claimed));
    throw error;
  }
}

async function begin(work: Work): Promise<void> {
  await work.inRun(async (ctx) => {
    const { steps, progress } = await ctx.em.findOneOrFail(SyncRun, { id: work.runId });
    if (progress) Object.assign(work, { steps, progress });
    else {
      await ctx.em.execute('delete from tenants.sync_failure where run_id = ?', [work.runId]);
      await ctx.em.execute('update tenants.sync_run set failures_left_out = 0 where id = ?', [work.runId]);
    }
    if (!work.isPreview) {
      const sync = await ctx.em.findOneOrFail(TenantSync, { id: work.syncId });
      const status = movedTo(sync.status, SyncStatus.SYNCING);
      await ctx.em.execute('update tenants.tenant_sync set status = ? where id = ?', [status, sync.id]);
    }
    ctx.publish(syncStatusChanged, { syncId: work.syncId, runId: work.runId });
  });
}
