import { OutsideError } from '@mycelium/kit/connector/outside-error';
import type { Context } from '@mycelium/kit/context';
import { Unavailable } from '@mycelium/kit/errors';
import { Refused } from '@mycelium/kit/neighbours';
import { NotYet } from '@mycelium/kit/tasks/task';
import { syncStatusChanged } from '@mycelium/schema/subgraphs/tenants';
import { movedTo } from '../sync/status.ts';
import { SyncStatus, TenantSync } from '../sync/sync.ts';
import { tellFailing, tellRecovered, wasFailing } from '../sync/tell-failing.ts';
import { raiseRunNotices } from './raise-run-notices.ts';
import { Danger, runSteps } from './run-steps.ts';
import { type Told, told } from './sync-reason.ts';
import { SyncRunStatus } from './sync-run.ts';
import { LostLease, type Work } from './work.ts';

/** A shorter pause that comes again and again is a failure; for a longer one the run is put off. */
const LONG_PAUSE_MS = 60_000;

/** What a run comes to, for itself and for its sync. */
interface Outcome {
  run: SyncRunStatus;
  sync: SyncStatus;
  told?: Told;
}

/** Takes the steps; what the outside or the menu refuses is an outcome too, and so is a bug of ours. */
export async function outcomeOf(work: Work): Promise<Outcome> {
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

/** Writes down what a run came to; of a preview nothing but the run itself. */
export async function keepOutcome(
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
  if (status !== SyncRunStatus.SUCCESS && !failed) return;
  const wasWell = !(await wasFailing(ctx, before, runId));
  if (failed) await tellFailing(ctx, before, wasWell);
  else if (!wasWell) await tellRecovered(ctx, before, runId);
}
