import { LockMode, ref } from '@mikro-orm/core';
import { checkTenant } from '@mycelium/kit/allow';
import type { Context } from '@mycelium/kit/context';
import { change, create, read, unchanged } from '@mycelium/kit/crud';
import { Conflict, Invalid } from '@mycelium/kit/errors';
import { syncStatusChanged } from '@mycelium/schema/subgraphs/tenants';
import { hasCatalogue, type Product } from '../service/product.ts';
import { ProductService, ServiceStatus } from '../service/service.ts';
import { movedTo } from '../sync/status.ts';
import { SyncStatus, TenantSync } from '../sync/sync.ts';
import { planRun } from './do-run.ts';
import { FAILURES_KEPT } from './job.ts';
import { SyncFailure } from './sync-failure.ts';
import { type OnlyItems, SyncMode, SyncRun, SyncRunStatus } from './sync-run.ts';

/** Puts a run in the queue, with the transaction; with it the task. One that waits already does the same work. */
export async function askForRun(ctx: Context, tenantId: string, product: Product, mode: SyncMode): Promise<SyncRun> {
  checkTenant(ctx, tenantId);
  if (mode === SyncMode.RETRY) throw new Invalid('Retry a run with retrySyncRun.', ['mode']);
  if (!hasCatalogue(product)) throw new Invalid(`${product} has no catalogue of its own to sync.`, ['product']);
  // Others who ask for a run of this sync at the same moment wait here, and find the run that is queued.
  const lockMode = LockMode.PESSIMISTIC_WRITE;
  const sync = await ctx.em.findOne(TenantSync, { product }, { lockMode, refresh: true });
  const service = await sync?.service.loadOrFail();
  if (!sync || service?.status !== ServiceStatus.ACTIVE)
    throw new Conflict(`${product} is not switched on.`, { reason: 'SERVICE_OFF' });
  const waiting = await ctx.em.findOne(SyncRun, {
    sync,
    status: { $in: [SyncRunStatus.QUEUED, SyncRunStatus.AWAITING_CONFIRMATION] },
    ...(mode === SyncMode.PREVIEW ? { mode } : { mode: { $ne: SyncMode.PREVIEW } }),
  });
  if (waiting?.status === SyncRunStatus.AWAITING_CONFIRMATION)
    throw new Conflict('A run is waiting for confirmation; confirm or cancel it first.', {
      reason: 'AWAITING_CONFIRMATION',
      runId: waiting.id,
    });
  if (waiting?.mode === mode) return unchanged(ctx, waiting);
  return queue(ctx, sync, mode);
}

/** The menu changed: each active product that did not do it itself is brought up to date. */
export async function followMenu(ctx: Context, source: string): Promise<void> {
  const services = await ctx.em.find(ProductService, { status: ServiceStatus.ACTIVE });
  const products = services.map(({ product }) => product).filter((product) => product !== source);
  const lockMode = LockMode.PESSIMISTIC_WRITE;
  const syncs = await ctx.em.find(TenantSync, { product: { $in: products } }, { lockMode, orderBy: { id: 'asc' } });
  const waiting = await ctx.em.find(SyncRun, {
    sync: { $in: syncs },
    status: { $in: [SyncRunStatus.QUEUED, SyncRunStatus.AWAITING_CONFIRMATION] },
    mode: { $nin: [SyncMode.PREVIEW, SyncMode.RETRY] },
  });
  const served = new Set(waiting.map(({ sync }) => sync.id));
  for (const sync of syncs) if (!served.has(sync.id)) queue(ctx, sync, SyncMode.DELTA);
}

/** Tries those items again that a run could not bring over, and no others. */
export async function retryRun(ctx: Context, id: string): Promise<SyncRun> {
  const run = await read(ctx, SyncRun, id);
  const failures = await ctx.em.find(SyncFailure, { run }, { limit: FAILURES_KEPT, orderBy: { id: 'asc' } });
  if (failures.length === 0) throw new Invalid('No item of this run failed.', ['id']);
  const known = <Value>(values: (Value | undefined | null)[]): Value[] => values.filter((value) => value != null);
  return queue(ctx, await run.sync.loadOrFail(), SyncMode.RETRY, {
    local: known(failures.map(({ localId }) => localId)),
    external: known(failures.map(({ externalId }) => externalId)),
  });
}

/** Lets a run go on that stopped because it would remove or zero so much. */
export async function confirmRun(ctx: Context, id: string): Promise<SyncRun> {
  const run = await read(ctx, SyncRun, id);
  if (run.status !== SyncRunStatus.AWAITING_CONFIRMATION)
    throw new Conflict('This run is not waiting for confirmation.', { reason: 'NOT_AWAITING' });
  await change(ctx, run, { status: SyncRunStatus.QUEUED, confirmed: true });
  planRun(ctx, { id: run.id, tenantId: run.tenantId, syncId: run.sync.id });
  ctx.publish(syncStatusChanged, { syncId: run.sync.id, runId: run.id });
  return run;
}

/** Ends a run; what it has brought over so far stays. Cancelling it twice changes nothing. */
export async function cancelRun(ctx: Context, id: string): Promise<SyncRun> {
  const run = await hold(ctx, await read(ctx, SyncRun, id));
  if (run.status === SyncRunStatus.CANCELLED) return unchanged(ctx, run);
  if (run.status === SyncRunStatus.SUCCESS || run.status === SyncRunStatus.ERROR)
    throw new Conflict('This run has already ended.', { reason: 'RUN_ENDED' });
  await end(ctx, run);
  return run;
}

/** Cancels what waits or works for a product that is not active any more. */
export async function stopRuns(ctx: Context, product: Product): Promise<void> {
  const runs = await ctx.em.find(SyncRun, {
    sync: { product },
    status: { $in: [SyncRunStatus.QUEUED, SyncRunStatus.RUNNING, SyncRunStatus.AWAITING_CONFIRMATION] },
  });
  for (const run of runs) {
    const { status } = await hold(ctx, run);
    if (status !== SyncRunStatus.SUCCESS && status !== SyncRunStatus.ERROR) await end(ctx, run);
  }
}

/** The run as it is now, locked so that no worker takes or ends it before we are done. */
function hold({ em }: Context, { id }: SyncRun): Promise<SyncRun> {
  return em.findOneOrFail(SyncRun, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true });
}

async function end(ctx: Context, run: SyncRun): Promise<void> {
  const wasRunning = run.status === SyncRunStatus.RUNNING;
  // The run first and then its sync, as the worker does; the other way round they could wait for each other.
  await change(ctx, run, { status: SyncRunStatus.CANCELLED, endedAt: new Date() });
  const sync = await run.sync.loadOrFail({ refresh: true });
  if (wasRunning && run.mode !== SyncMode.PREVIEW)
    await change(ctx, sync, { status: movedTo(sync.status, SyncStatus.PENDING) });
  ctx.publish(syncStatusChanged, { syncId: run.sync.id, runId: run.id });
}

/** A run in the queue, in the name of whoever asks. */
export function queue(ctx: Context, sync: TenantSync, mode: SyncMode, only?: OnlyItems): SyncRun {
  const { viewer, call } = ctx;
  const run = create(ctx, SyncRun, {
    sync: ref(sync),
    mode,
    steps: [],
    only,
    actor: { kind: viewer.kind, id: viewer.id },
    correlationId: call.correlationId,
  });
  ctx.publish(syncStatusChanged, { syncId: sync.id, runId: run.id });
  planRun(ctx, { id: run.id, tenantId: run.tenantId, syncId: sync.id });
  return run;
}
