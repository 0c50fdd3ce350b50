import { LockMode } from '@mikro-orm/core';
import { ownTenant } from '@mycelium/kit/allow';
import type { Context } from '@mycelium/kit/context';
import { change, create, read, unchanged } from '@mycelium/kit/crud';
import { Conflict } from '@mycelium/kit/errors';
import { eventJobChanged } from '@mycelium/schema/subgraphs/events';
import { rowsFor } from '../stored-event/act.ts';
import type { StoredEventFilter } from '../stored-event/filter.ts';
import { StoredEvent } from '../stored-event/stored-event.ts';
import { type EventAction, EventJob, EventJobStatus } from './event-job.ts';
import { planJob } from './worker.ts';

/** How many events a job would come to. */
export function countFor(
  ctx: Context,
  tenantId: string,
  action: EventAction,
  filter?: StoredEventFilter,
): Promise<number> {
  return ctx.em.count(StoredEvent, rowsFor(tenantId, action, filter));
}

/** A job in the queue, in the name of whoever asks. */
export async function startJob(
  ctx: Context,
  action: EventAction,
  filter?: StoredEventFilter | null,
): Promise<EventJob> {
  const { viewer } = ctx;
  const total = await countFor(ctx, ownTenant(ctx), action, filter ?? undefined);
  const actor = { kind: viewer.kind, id: viewer.id };
  const asked = Object.fromEntries(Object.entries(filter ?? {}).filter(([, value]) => value != null));
  const job = create(ctx, EventJob, { action, filter: asked, total, actor });
  await ctx.em.flush();
  ctx.publish(eventJobChanged, { jobId: job.id });
  planJob(ctx, job);
  return job;
}

/** Ends a job; what it has done stays done. */
export async function cancelJob(ctx: Context, id: string): Promise<EventJob> {
  await read(ctx, EventJob, id);
  const job = await ctx.em.findOneOrFail(EventJob, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true });
  if (job.status === EventJobStatus.CANCELLED) return unchanged(ctx, job);
  if (job.status === EventJobStatus.DONE) throw new Conflict('This job has already ended.', { reason: 'JOB_ENDED' });
  await change(ctx, job, { status: EventJobStatus.CANCELLED, endedAt: new Date() });
  ctx.publish(eventJobChanged, { jobId: job.id });
  return job;
}
