import { systemOf } from '@mycelium/kit/as-system';
import { batched } from '@mycelium/kit/batched';
import type { Context } from '@mycelium/kit/context';
import { SyncFailure } from '../sync-run/sync-failure.ts';
import { SyncRun, SyncRunStatus } from '../sync-run/sync-run.ts';
import { Tenant } from '../tenant/tenant.ts';
import { SyncStatus, type TenantSync } from './sync.ts';

/** Whose sync it is; of all syncs of one call in one statement. */
export function tenantOf(ctx: Context, { tenantId }: TenantSync): Promise<Tenant> {
  return batched(ctx, tenantId, tenantsOf);
}

/** The first item that its last run could not bring over; of all syncs of one call in two statements. */
export async function failureOf(ctx: Context, { id, status }: TenantSync): Promise<SyncFailure | undefined> {
  return status === SyncStatus.ERROR ? batched(ctx, id, firstFailures) : undefined;
}

/** The run that waits for a word; of all syncs of one call in one statement. */
export async function awaitingRunOf(ctx: Context, { id, status }: TenantSync): Promise<SyncRun | undefined> {
  return status === SyncStatus.PENDING ? batched(ctx, id, awaitingRuns) : undefined;
}

// The platform's people see syncs of tenants that are not theirs; that they may see the sync was asked before.

async function tenantsOf(ctx: Context, ids: readonly string[]): Promise<(Tenant | Error)[]> {
  const found = await systemOf(ctx).em.find(Tenant, { id: { $in: [...ids] } });
  return ids.map((id) => found.find((tenant) => tenant.id === id) ?? new Error(`No Tenant with id ${id}.`));
}

async function awaitingRuns(ctx: Context, ids: readonly string[]): Promise<(SyncRun | undefined)[]> {
  const status = SyncRunStatus.AWAITING_CONFIRMATION;
  const runs = await systemOf(ctx).em.find(SyncRun, { sync: { $in: [...ids] }, status }, { orderBy: { id: 'asc' } });
  return ids.map((id) => runs.find(({ sync }) => sync.id === id));
}

async function firstFailures(ctx: Context, syncIds: readonly string[]): Promise<(SyncFailure | undefined)[]> {
  const { em } = systemOf(ctx);
  const firsts = await em.execute<{ sync_id: string; id: string }[]>(
    `select distinct on (run.sync_id) run.sync_id, failure.id
     from (
       select distinct on (sync_id) id, sync_id from tenants.sync_run
       where sync_id in (select value::uuid from jsonb_array_elements_text(?::jsonb))
         and status = 'ERROR' and mode <> 'PREVIEW'
       order by sync_id, id desc
     ) run join tenants.sync_failure failure on failure.run_id = run.id
     order by run.sync_id, failure.id`,
    [JSON.stringify(syncIds)],
  );
  const failures = await em.find(SyncFailure, { id: { $in: firsts.map(({ id }) => id) } });
  return syncIds.map((syncId) => {
    const first = firsts.find(({ sync_id }) => sync_id === syncId);
    return failures.find(({ id }) => id === first?.id);
  });
}
