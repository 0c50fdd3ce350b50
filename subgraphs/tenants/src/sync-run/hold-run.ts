import type { Context } from '@mycelium/kit/context';
import { NotYet } from '@mycelium/kit/tasks/task';
import { v7 as uuidv7 } from 'uuid';
import { type Progress, type SyncMode, SyncRun, SyncRunStatus } from './sync-run.ts';
import { LostLease, type Work } from './work.ts';

/** A run that is held by an attempt, under a lease that nobody else knows. */
export interface Claimed {
  id: string;
  tenant_id: string;
  sync_id: string;
  lease: string;
  correlation_id: string;
  mode: SyncMode;
}

/** Takes a run; undefined when it has ended. A process of a version before this one may still have it, and says so by its time. */
export async function claim({ em }: Context, runId: string): Promise<Claimed | undefined> {
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

/** Throws LostLease when the run was cancelled or taken over. Its version stays. */
export async function keepLease({ em }: Context, { id, lease }: Claimed): Promise<void> {
  const kept = await em.execute<unknown[]>(
    `select id from tenants.sync_run where id = ? and lease = ? and status = 'RUNNING' for no key update`,
    [id, lease],
  );
  if (kept.length === 0) throw new LostLease();
}

/** How far a run is, with its lease. A preview begins again when it is taken over. */
export async function keepProgress(
  ctx: Context,
  work: Work,
  { id, lease }: Claimed,
  progress: Progress,
): Promise<void> {
  work.progress = work.isPreview ? undefined : progress;
  const kept = await ctx.em.execute<unknown[]>(
    `update tenants.sync_run set
       steps = ?, progress = ?, attempts = greatest(attempts, ?)
     where id = ? and lease = ? and status = 'RUNNING' returning id`,
    [JSON.stringify(work.steps), work.progress ? JSON.stringify(work.progress) : null, work.attempts(), id, lease],
  );
  if (kept.length === 0) throw new LostLease();
}

/** Lets go of a run that waits for its next attempt. */
export async function giveBack({ em }: Context, { id, lease }: Claimed): Promise<void> {
  await em.execute(`update tenants.sync_run set status = 'QUEUED', lease = null where id = ? and lease = ?`, [
    id,
    lease,
  ]);
}
