import { LockMode } from '@mikro-orm/core';
import { type Condition, saidAgain, tellConditions } from '@mycelium/kit/condition';
import type { Context } from '@mycelium/kit/context';
import { syncFailed, syncRecovered } from '@mycelium/schema/subgraphs/tenants';
import { ProductService, ServiceStatus } from '../service/service.ts';
import { SyncStatus, TenantSync } from './sync.ts';

type Sync = Pick<TenantSync, 'id' | 'tenantId' | 'product'>;

export interface Failing {
  sync_id: string;
  times: string;
  since: string | null;
  last: string | null;
  ended: string | null;
}

/** Says that a sync has failed, which was well before or was failing: how often in a row, since when, and which run was the last; once its run is written. */
export async function tellFailing(ctx: Context, sync: Sync, wasWell: boolean): Promise<void> {
  const failing = (await failuresOf(ctx, [sync.id])).get(sync.id);
  await tellConditions(ctx, 'SYNC_FAILED', [conditionOf(sync, failing, new Date())]);
  const { id: syncId, product, tenantId } = sync;
  if (wasWell) ctx.publish(syncFailed, { syncId, product, runId: failing?.last ?? undefined }, tenantId);
}

/** Says that a sync which was failing has succeeded, in this run if it was one of ours. */
export async function tellRecovered(ctx: Context, sync: Sync, runId?: string): Promise<void> {
  await tellNotFailing(ctx, sync);
  const { id: syncId, product, tenantId } = sync;
  ctx.publish(syncRecovered, { syncId, product, runId }, tenantId);
}

/** Says that a sync is not failing: a run has succeeded, or nobody wants it to run. */
export async function tellNotFailing(ctx: Context, { id, tenantId, product: name }: Sync): Promise<void> {
  await tellConditions(ctx, 'SYNC_FAILED', [{ thingId: id, tenantId, name, since: new Date(), isSo: false }]);
}

/** Says again which syncs of these services are failing; a run that ends meanwhile, or a service that is switched off, waits and says so later. */
async function tellFailingAgain(ctx: Context, serviceIds: readonly string[]): Promise<void> {
  const lock = { lockMode: LockMode.PESSIMISTIC_READ, refresh: true, orderBy: { id: 'asc' } } as const;
  const isOn = { id: { $in: [...serviceIds] }, status: ServiceStatus.ACTIVE };
  // The service first and then its sync, as whoever switches it off does.
  const services = await ctx.em.find(ProductService, isOn, lock);
  const syncs = await ctx.em.find(TenantSync, { service: { $in: services }, ...mayFail }, lock);
  const failures = await failuresOf(
    ctx,
    syncs.map(({ id }) => id),
  );
  const conditions = syncs.flatMap((sync) => {
    const failing = failures.get(sync.id);
    return isFailing(sync, failing) ? [conditionOf(sync, failing, sync.updatedAt)] : [];
  });
  await tellConditions(ctx, 'SYNC_FAILED', conditions);
}

/** What waits for a word keeps no error; its product may have said since that all is well. */
export function isFailing({ lastError, lastSyncAt }: TenantSync, failing: Failing | undefined): boolean {
  if (lastError != null) return true;
  return failing?.ended != null && new Date(failing.ended) > (lastSyncAt ?? new Date(0));
}

export const failingAgain = saidAgain('SYNC_FAILED', {
  async list({ em }) {
    const syncs = await em.find(TenantSync, { service: { status: ServiceStatus.ACTIVE }, ...mayFail });
    return syncs.map(({ service }) => service.id);
  },
  each: tellFailingAgain,
});

/** What failed last, or has asked for a word since it failed. */
export const mayFail = { $or: [{ lastError: { $ne: null } }, { status: SyncStatus.PENDING }] };

/** `at` is when it failed, where no run of ours did. */
function conditionOf({ id, tenantId, product: name }: Sync, failing: Failing | undefined, at: Date): Condition {
  const since = failing?.since ? new Date(failing.since) : at;
  const value = Math.max(1, Number(failing?.times ?? 1));
  return { thingId: id, tenantId, name, since, value, isSo: true, partId: failing?.last ?? undefined };
}

/** The runs of each of these syncs that have failed since one succeeded, where any have. */
export async function failuresOf({ em }: Context, syncIds: readonly string[]): Promise<Map<string, Failing>> {
  const failures = await em.execute<Failing[]>(
    `select sync_id, count(*) as times, min(ended_at) as since, max(ended_at) as ended, (array_agg(id order by id desc))[1] as last from tenants.sync_run
     where sync_id in (select jsonb_array_elements_text(?::jsonb)::uuid) and mode <> 'PREVIEW' and status = 'ERROR' and not exists (
       select 1 from tenants.sync_run later
       where later.sync_id = sync_run.sync_id and later.mode <> 'PREVIEW' and later.status = 'SUCCESS' and later.id > sync_run.id
     ) group by sync_id`,
    [JSON.stringify(syncIds)],
  );
  return new Map(failures.map((failing) => [failing.sync_id, failing]));
}

/** Whether the last run before this one that came to an end had failed, or the product said that it failed. */
export async function wasFailing(
  { em }: Context,
  { id, lastError }: Pick<TenantSync, 'id' | 'lastError'>,
  runId: string,
): Promise<boolean> {
  if (lastError != null) return true;
  const [last] = await em.execute<{ status: string }[]>(
    `select status from tenants.sync_run
     where sync_id = ? and id <> ? and mode <> 'PREVIEW' and status in ('ERROR', 'SUCCESS') order by id desc limit 1`,
    [id, runId],
  );
  return last?.status === 'ERROR';
}
