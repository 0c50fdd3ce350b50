import { OutsideError } from '@mycelium/kit/connector/outside-error';
import type { Context } from '@mycelium/kit/context';
import { Unavailable } from '@mycelium/kit/errors';
import { Refused } from '@mycelium/kit/neighbours';
import { enqueue } from '@mycelium/kit/tasks/enqueue';
import { leftovers } from '@mycelium/kit/tasks/rounds';
import { NotYet, type TaskDesk, task } from '@mycelium/kit/tasks/task';
import { syncStatusChanged } from '@mycelium/schema/subgraphs/tenants';
import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import { movedTo } from '../sync/status.ts';
import { SyncStatus, TenantSync } from '../sync/sync.ts';
import { raiseRunNotices } from './raise-run-notices.ts';
import { Danger, runSteps } from './run-steps.ts';
import { type Told, told } from './sync-reason.ts';
import { type Progress, SyncMode, SyncRun, SyncRunStatus } from './sync-run.ts';
import { LostLease, type Work } from './work.ts';

/** So long a page that takes its time may go on writing after its run was cancelled. */
const CHECKED_EVERY_MS = 500;

/** Who watches need not see each page; each time costs the feed of the tenant a place before others. */
const TOLD_EVERY_MS = 500;

/** A shorter pause that comes again and again is a failure; for a longer one the run is put off. */
const LONG_PAUSE_MS = 60_000;

interface Claimed {
  id: string;
  tenant_id: string;
  sync_id: string;
  lease: string;
  correlation_id: string;
  mode: SyncMode;
}

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

/** Somebody cancelled the task, and so its run. */
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

/** Those of a version before this one, which knew no tasks. */
export const planRuns = leftovers('sync-runs-left', async (ctx) => {
  const left = await ctx.em.execute<{ id: string; tenant_id: string; sync_id: string }[]>(
    `select id, tenant_id, sync_id from tenants.sync_run where status in ('QUEUED', 'RUNNING') and not exists (
       select 1 from tenants_worker._private_jobs where key = 'sync-run ' || tenant_id || ' ' || sync_run.id
     ) order by id limit 1000`,
  );
  for (const { id, tenant_id: tenantId, sync_id: syncId } of left) planRun(ctx, { id, tenantId, syncId });
});

/** Those of one sync are done one after the other. */
export function planRun(
  ctx: Context,
  { id, tenantId, syncId }: { id: string; tenantId: string; syncId: string },
): void {
  enqueue(ctx, doRun, { runId: id }, { key: id, queue: `sync ${syncId}`, tenantId });
}

/** Undefined when it has ended. A process of a version before this one may still have it, and says so by its time. */
async function claim({ em }: Context, runId: string): Promise<Claimed | undefined> {
  const [claimed] = await em.execute<Claimed[]>(
    `update tenants.sync_run set status = 'RUNNING', lease = ?, leased_until = null, started_at = coalesce(started_at, now())
     where id = ? and (status = 'QUEUED' or (status = 'RUNNING' and (leased_until is null or leased_until < now())))
       and not exists (
         select 1 from tenants.sync_run other where other.sync_id = sync_run.sync_id and other.id <> ? and other.status = 'RUNNING'
       )
     returning id, tenant_id, sync_id, lease, correlation_id, mode`,
    [uuidv7(), runId, runId],
  );
  if (claimed) return claimed;
  const run = await em.findOne(SyncRun, { id: runId });
  if (run?.status !== SyncRunStatus.QUEUED && run?.status !== SyncRunStatus.RUNNING) return undefined;
  throw new NotYet('Another run of this sync is at work.', 1_000);
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
    const outcome = await run(work);
    await desk.conclude(async (ctx) => {
      await keepLease(ctx, claimed);
      await conclude(ctx, work, outcome);
    });
  } catch (error) {
    if (error instanceof LostLease) return;
    // Whoever has it by now sees that it has let go of it.
    if (desk.signal.aborted || error instanceof Unavailable || error instanceof NotYet)
      await desk.transact((ctx) => giveBack(ctx, claimed));
    throw error;
  }
}

interface Outcome {
  run: SyncRunStatus;
  sync: SyncStatus;
  told?: Told;
}

/** Takes the steps; what the outside or the menu refuses is an outcome too, and so is a bug of ours. */
async function run(work: Work): Promise<Outcome> {
  try {
    const failed = await runSteps(work);
    if (failed === 0) return { run: SyncRunStatus.SUCCESS, sync: SyncStatus.SUCCESS };
    const message = `${failed} ${failed === 1 ? 'item' : 'items'} could not be synced.`;
    return failedBy(told(message, 'ITEMS_FAILED', { values: { items: failed } }));
  } catch (error) {
    if (error instanceof LostLease || error instanceof Unavailable || work.signal.aborted) throw error;
    const pauseMs = longPauseIn(error);
    if (pauseMs !== undefined) throw new NotYet('The product asks for a pause.', pauseMs);
    if (error instanceof Danger)
      return { run: SyncRunStatus.AWAITING_CONFIRMATION, sync: SyncStatus.PENDING, told: error.told };
    if (error instanceof OutsideError) return failedBy(told(error.message, error.fault.code, error.fault));
    if (error instanceof Refused) return failedBy(told(error.message, 'MENU_REFUSED', { words: error.message }));
    work.log.error({ err: error, runId: work.runId }, 'a sync run broke');
    return failedBy(told('Something broke on our side.', 'BROKEN'));
  }
}

/** How long the product wants to be left alone, when that is longer than a run waits. */
function longPauseIn(error: unknown): number | undefined {
  if (!(error instanceof OutsideError) || error.fault.code !== 'PAUSE_ASKED' || !error.until) return undefined;
  const ms = error.until.getTime() - Date.now();
  return ms > LONG_PAUSE_MS ? ms : undefined;
}

const failedBy = (why: Told): Outcome => ({ run: SyncRunStatus.ERROR, sync: SyncStatus.ERROR, told: why });

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

/** Still ours; throws LostLease when it was cancelled or taken over. Its version stays. */
async function keepLease({ em }: Context, { id, lease }: Claimed): Promise<void> {
  const kept = await em.execute<unknown[]>(
    `select id from tenants.sync_run where id = ? and lease = ? and status = 'RUNNING' for no key update`,
    [id, lease],
  );
  if (kept.length === 0) throw new LostLease();
}

/** How far a run is, with its lease. A preview begins again when it is taken over. */
async function keepProgress(ctx: Context, work: Work, { id, lease }: Claimed, progress: Progress): Promise<void> {
  work.progress = work.isPreview ? undefined : progress;
  const kept = await ctx.em.execute<unknown[]>(
    `update tenants.sync_run set
       steps = ?, progress = ?, attempts = greatest(attempts, ?)
     where id = ? and lease = ? and status = 'RUNNING' returning id`,
    [JSON.stringify(work.steps), work.progress ? JSON.stringify(work.progress) : null, work.attempts(), id, lease],
  );
  if (kept.length === 0) throw new LostLease();
}

async function giveBack({ em }: Context, { id, lease }: Claimed): Promise<void> {
  await em.execute(`update tenants.sync_run set status = 'QUEUED', lease = null where id = ? and lease = ?`, [
    id,
    lease,
  ]);
}

async function conclude(
  ctx: Context,
  { runId, syncId, steps, attempts, isPreview, cursors }: Work,
  { run: status, sync: syncStatus, told: why }: Outcome,
): Promise<void> {
  const [message, reason] = [why?.message ?? null, why ? JSON.stringify(why.reason) : null];
  const failed = status === SyncRunStatus.ERROR;
  const endedAt = status === SyncRunStatus.AWAITING_CONFIRMATION ? null : new Date();
  await ctx.em.execute(
    `update tenants.sync_run
     set status = ?, message = ?, reason = ?, steps = ?, attempts = greatest(attempts, ?), ended_at = ?, progress = null where id = ?`,
    [status, message, reason, JSON.stringify(steps), attempts(), endedAt, runId],
  );
  ctx.publish(syncStatusChanged, { syncId, runId });
  if (isPreview) return;
  const before = await ctx.em.findOneOrFail(TenantSync, { id: syncId });
  await ctx.em.execute(
    `update tenants.tenant_sync
     set status = ?, last_error = ?, reason = ?, last_sync_at = ?, local_cursor = ?, remote_cursor = ? where id = ?`,
    [
      movedTo(before.status, syncStatus),
      failed ? message : null,
      failed ? reason : null,
      status === SyncRunStatus.SUCCESS ? new Date() : (before.lastSyncAt ?? null),
      cursors.local ?? before.localCursor ?? null,
      cursors.remote ?? before.remoteCursor ?? null,
      syncId,
    ],
  );
  await raiseRunNotices(ctx, before, { runId, status });
}
