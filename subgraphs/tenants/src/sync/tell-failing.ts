import { tellConditions } from '@mycelium/kit/condition';
import type { Context } from '@mycelium/kit/context';
import type { TenantSync } from './sync.ts';

type Sync = Pick<TenantSync, 'id' | 'tenantId' | 'product'>;

interface Failing {
  times: string;
  since: string | null;
  last: string | null;
}

/** Tells that a sync has failed: how often in a row, since when, and which run was the last; once its run is written. */
export async function tellFailing(ctx: Context, { id, tenantId, product: name }: Sync): Promise<void> {
  const [failing] = await ctx.em.execute<Failing[]>(
    `select count(*) as times, min(ended_at) as since, (array_agg(id order by id desc))[1] as last from tenants.sync_run
     where sync_id = ? and mode <> 'PREVIEW' and status = 'ERROR' and not exists (
       select 1 from tenants.sync_run later
       where later.sync_id = sync_run.sync_id and later.mode <> 'PREVIEW' and later.status = 'SUCCESS' and later.id > sync_run.id
     )`,
    [id],
  );
  const since = failing?.since ? new Date(failing.since) : new Date();
  const value = Math.max(1, Number(failing?.times ?? 1));
  const told = { thingId: id, tenantId, name, since, value, isSo: true, partId: failing?.last ?? undefined };
  await tellConditions(ctx, 'SYNC_FAILED', [told]);
}

/** Tells that a sync is not failing: a run has succeeded, or nobody wants it to run. */
export async function tellNotFailing(ctx: Context, { id, tenantId, product: name }: Sync): Promise<void> {
  await tellConditions(ctx, 'SYNC_FAILED', [{ thingId: id, tenantId, name, since: new Date(), isSo: false }]);
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
