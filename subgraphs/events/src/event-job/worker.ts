import { LockMode } from '@mikro-orm/core';
import { record } from '@mycelium/kit/audit';
import type { Context } from '@mycelium/kit/context';
import { enqueue } from '@mycelium/kit/tasks/enqueue';
import { leftovers } from '@mycelium/kit/tasks/rounds';
import { NotYet, task } from '@mycelium/kit/tasks/task';
import { eventJobChanged } from '@mycelium/schema/subgraphs/events';
import { z } from 'zod';
import { actOn, rowsFor } from '../stored-event/act.ts';
import { StoredEvent } from '../stored-event/stored-event.ts';
import { EventJob } from './event-job.ts';

const BATCH = 100;

/** Who watches need not see each batch. */
const TOLD_EVERY_MS = 500;

/** Does a job batch by batch; another attempt goes on where the last one stopped. */
export const doEventJob = task(
  'event-job',
  z.object({ jobId: z.uuid() }),
  async (desk, { jobId }) => {
    let toldAt = 0;
    for (let isOpen = true; isOpen; ) {
      desk.signal.throwIfAborted();
      isOpen = await desk.keep(undefined, async (ctx) => {
        const goesOn = await doBatch(ctx, jobId);
        if (goesOn && Date.now() - toldAt < TOLD_EVERY_MS) return goesOn;
        toldAt = Date.now();
        ctx.publish(eventJobChanged, { jobId });
        return goesOn;
      });
    }
  },
  { firstWaitMs: 2_000, cancelled: (ctx, { jobId }) => endJob(ctx, jobId) },
);

/** Ends the job whose task somebody cancelled. */
async function endJob(ctx: Context, jobId: string): Promise<void> {
  await ctx.em.execute(
    `update events.event_job set status = 'CANCELLED', ended_at = now() where id = ? and status in ('QUEUED', 'RUNNING')`,
    [jobId],
  );
  ctx.publish(eventJobChanged, { jobId });
}

/** Plans the jobs that were left by a version that knew no tasks. */
export const planEventJobs = leftovers('event-jobs-left', async (ctx) => {
  const left = await ctx.em.execute<{ id: string; tenant_id: string }[]>(
    `select id, tenant_id from events.event_job where status in ('QUEUED', 'RUNNING') and not exists (
       select 1 from events_worker._private_jobs where key = 'event-job ' || tenant_id || ' ' || event_job.id
     ) order by id limit 1000`,
  );
  for (const { id, tenant_id: tenantId } of left) planJob(ctx, { id, tenantId });
});

/** Plans the task of a job. The jobs of a tenant are done one after the other, since they may come to the same events. */
export function planJob(ctx: Context, { id, tenantId }: Pick<EventJob, 'id' | 'tenantId'>): void {
  enqueue(ctx, doEventJob, { jobId: id }, { key: id, queue: `event jobs ${tenantId}`, tenantId });
}

/** One batch with how far the job is then, in one transaction; answers whether there may be more for us to do. */
async function doBatch(ctx: Context, id: string): Promise<boolean> {
  const { em } = ctx;
  // A process of a version before this one may still have it, and says so by its time.
  const [claimed] = await em.execute<{ is_ours: boolean }[]>(
    `update events.event_job
     set lease = null, status = case when leased_until > now() then status else 'RUNNING' end, started_at = coalesce(started_at, now())
     where id = ? and status in ('QUEUED', 'RUNNING') returning leased_until is null or leased_until <= now() as is_ours`,
    [id],
  );
  if (!claimed) return false;
  if (!claimed.is_ours) throw new NotYet('A process of an earlier version has this job.', 2_000);
  const job = await em.findOneOrFail(EventJob, { id });
  const { tenantId } = job;
  const rows = await em.find(
    StoredEvent,
    {
      $and: [
        rowsFor(tenantId, job.action, job.filter),
        // What fails while the job is at work is not its business.
        { createdAt: { $lte: job.createdAt } },
        job.reached ? { id: { $gt: job.reached } } : {},
      ],
    },
    { orderBy: { id: 'asc' }, limit: BATCH, lockMode: LockMode.PESSIMISTIC_WRITE },
  );
  const left = rows.length > 0 ? await actOn(ctx, job.action, rows, id) : [];
  const isDone = rows.length < BATCH;
  const [done, failed] = [rows.length - left.length, left.length];
  await em.execute(
    `update events.event_job set done = done + ?, failed = failed + ?, reached = coalesce(?, reached),
       status = ?, ended_at = ? where id = ?`,
    [done, failed, rows.at(-1)?.id ?? null, isDone ? 'DONE' : 'RUNNING', isDone ? new Date() : null, id],
  );
  if (isDone) {
    const after = { status: 'DONE', done: job.done + done, failed: job.failed + failed };
    // The worker acts for whoever asked for the job, and in their name.
    record(ctx, { action: 'endEventJob', kind: 'UPDATED', noun: 'EventJob', nounId: id, actor: job.actor, after });
  }
  return !isDone;
}
