import { UniqueConstraintViolationException } from '@mikro-orm/core';
import { OutsideError } from '@mycelium/kit/connector';
import type { Context } from '@mycelium/kit/context';
import { Unavailable } from '@mycelium/kit/errors';
import { Refused } from '@mycelium/kit/neighbours';
import type { Desk, Worker } from '@mycelium/kit/workers';
import { syncStatusChanged } from '@mycelium/schema/subgraphs/tenants';
import { v7 as uuidv7 } from 'uuid';
import { movedTo } from '../sync/status.ts';
import { SyncStatus, TenantSync } from '../sync/sync.ts';
import { Danger, runSteps } from './run-steps.ts';
import { type Told, told } from './sync-reason.ts';
import { type Progress, SyncMode, SyncRun, SyncRunStatus } from './sync-run.ts';
import { LostLease, type Work } from './work.ts';

/** After so much silence a run is taken over by another worker, which goes on at its page. */
const LEASE_SECONDS = 60;

/** So long a page that takes its time may go on writing after its run was cancelled. */
const CHECKED_EVERY_MS = 500;

/** Who watches need not see each page; each time costs the feed of the tenant a place before others. */
const TOLD_EVERY_MS = 500;

interface Claimed {
  id: string;
  tenant_id: string;
  sync_id: string;
  lease: string;
  correlation_id: string;
  mode: SyncMode;
}

/** Takes the oldest run that waits, or one whose worker died, unless another run of the same sync is at work. */
export const syncWorker: Worker = {
  name: 'sync',
  restMs: 2_000,
  async turn(desk) {
    const run = await claimed(desk);
    return run ? perform(desk, run) : false;
  },
};

/** The database lets no second run of a sync work at the same time; whoever loses looks again later. */
function claimed(desk: Desk): Promise<Claimed | undefined> {
  return desk.inTenant(undefined, undefined, claim).catch((error: unknown) => {
    if (error instanceof UniqueConstraintViolationException) return undefined;
    throw error;
  });
}

async function claim({ em }: Context): Promise<Claimed | undefined> {
  const [claimed] = await em.execute<Claimed[]>(
    `update tenants.sync_run set status = 'RUNNING', lease = ?, leased_until = now() + interval '${LEASE_SECONDS} seconds',
       started_at = coalesce(started_at, now())
     where id = (
       select run.id from tenants.sync_run run
       join tenants.tenant_sync sync on sync.id = run.sync_id
       where (run.status = 'QUEUED' or (run.status = 'RUNNING' and run.leased_until < now()))
         and not exists (
           select 1 from tenants.sync_run other
           where other.sync_id = run.sync_id and other.id <> run.id and other.status = 'RUNNING'
         )
       order by run.id limit 1 for no key update of run, sync skip locked
     ) returning id, tenant_id, sync_id, lease, correlation_id, mode`,
    [uuidv7()],
  );
  return claimed;
}

/** Does a run; answers false when it must wait for the menu's subgraph. */
async function perform(desk: Desk, claimed: Claimed): Promise<boolean> {
  const { tenant_id: tenantId, correlation_id: correlationId, id: runId } = claimed;
  const inTenant = <Result>(act: (ctx: Context) => Promise<Result>) => desk.inTenant(tenantId, correlationId, act);
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
    await work.inRun((ctx) => conclude(ctx, work, outcome));
  } catch (error) {
    if (error instanceof LostLease) return true;
    if (!desk.signal.aborted && !(error instanceof Unavailable)) throw error;
    await inTenant((ctx) => giveBack(ctx, claimed));
    return false;
  }
  return true;
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
    if (error instanceof Danger)
      return { run: SyncRunStatus.AWAITING_CONFIRMATION, sync: SyncStatus.PENDING, told: error.told };
    if (error instanceof OutsideError) return failedBy(told(error.message, error.fault.code, error.fault));
    if (error instanceof Refused) return failedBy(told(error.message, 'MENU_REFUSED', { words: error.message }));
    work.log.error({ err: error, runId: work.runId }, 'a sync run broke');
    return failedBy(told('Something broke on our side.', 'BROKEN'));
  }
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

/** Still ours, and for another while; throws LostLease when it was cancelled or taken over. Its version stays. */
async function keepLease({ em }: Context, { id, lease }: Claimed): Promise<void> {
  const kept = await em.execute<unknown[]>(
    `update tenants.sync_run set leased_until = now() + interval '${LEASE_SECONDS} seconds'
     where id = ? and lease = ? and status = 'RUNNING' returning id`,
    [id, lease],
  );
  if (kept.length === 0) throw new LostLease();
}

/** How far a run is, with its lease. A preview begins again when it is taken over. */
async function keepProgress(ctx: Context, work: Work, { id, lease }: Claimed, progress: Progress): Promise<void> {
  work.progress = work.isPreview ? undefined : progress;
  const kept = await ctx.em.execute<unknown[]>(
    `update tenants.sync_run set leased_until = now() + interval '${LEASE_SECONDS} seconds',
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
}
