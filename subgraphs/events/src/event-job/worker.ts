import { LockMode } from '@mikro-orm/core';
import { record } from '@mycelium/kit/audit';
import type { Context } from '@mycelium/kit/context';
import type { Desk, Worker } from '@mycelium/kit/workers';
import { eventJobChanged } from '@mycelium/schema/subgraphs/events';
import { v7 as uuidv7 } from 'uuid';
import { actOn, rowsFor } from '../stored-event/act.ts';
import { StoredEvent } from '../stored-event/stored-event.ts';
import { EventJob } from './event-job.ts';

/** After so much silence a job is taken over by another worker, which goes on where it stopped. */
const LEASE_SECONDS = 30;

const BATCH = 100;

/** Who watches need not see each batch. */
const TOLD_EVERY_MS = 500;

interface Claimed {
  id: string;
  tenant_id: string;
  lease: string;
}

/** Takes the oldest job that waits, or one whose worker died, and does it batch by batch. */
export const eventJobWorker: Worker = {
  name: 'event-jobs',
  restMs: 2_000,
  async turn(desk) {
    const claimed = await desk.inTenant(undefined, undefined, claim);
    if (!claimed) return false;
    await perform(desk, claimed);
    return true;
  },
};

async function claim({ em }: Context): Promise<Claimed | undefined> {
  const [claimed] = await em.execute<Claimed[]>(
    `update events.event_job set status = 'RUNNING', lease = ?, leased_until = now() + interval '${LEASE_SECONDS} seconds',
       started_at = coalesce(started_at, now())
     where id = (
       select id from events.event_job
       where status = 'QUEUED' or (status = 'RUNNING' and leased_until < now())
       order by id limit 1 for no key update skip locked
     ) returning id, tenant_id, lease`,
    [uuidv7()],
  );
  return claimed;
}

async function perform(desk: Desk, claimed: Claimed): Promise<void> {
  let toldAt = 0;
  try {
    for (let isOpen = true; isOpen && !desk.signal.aborted; ) {
      isOpen = await desk.inTenant(claimed.tenant_id, undefined, async (ctx) => {
        const goesOn = await doBatch(ctx, claimed);
        if (goesOn && Date.now() - toldAt < TOLD_EVERY_MS) return goesOn;
        toldAt = Date.now();
        ctx.publish(eventJobChanged, { jobId: claimed.id });
        return goesOn;
      });
      if (!isOpen) return;
    }
  } catch (error) {
    desk.log.error({ err: error, jobId: claimed.id }, 'a job of events stopped, and will be taken up again');
  }
  await desk.inTenant(undefined, undefined, ({ em }) =>
    // Not at once: what broke it may last.
    em.execute(
      `update events.event_job set leased_until = now() + interval '2 seconds' where id = ? and lease = ? and status = 'RUNNING'`,
      [claimed.id, claimed.lease],
    ),
  );
}

/** One batch with how far the job is then, in one transaction; answers whether there may be more for us to do. */
async function doBatch(ctx: Context, { id, lease, tenant_id: tenantId }: Claimed): Promise<boolean> {
  const { em } = ctx;
  const kept = await em.execute<unknown[]>(
    `update events.event_job set leased_until = now() + interval '${LEASE_SECONDS} seconds'
     where id = ? and lease = ? and status = 'RUNNING' returning id`,
    [id, lease],
  );
  if (kept.length === 0) return false;
  const job = await em.findOneOrFail(EventJob, { id });
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
    // In the name of who asked for it, whom the worker acts for.
    record(ctx, { action: 'endEventJob', kind: 'UPDATED', noun: 'EventJob', nounId: id, actor: job.actor, after });
  }
  return !isDone;
}
