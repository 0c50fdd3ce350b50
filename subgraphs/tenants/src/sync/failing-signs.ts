import type { ReadSigns } from '@mycelium/kit/signs';
import { ServiceStatus } from '../service/service.ts';
import { TenantSync } from './sync.ts';
import { failuresOf, isFailing, mayFail } from './tell-failing.ts';

/** The syncs that are failing, each since its first failure in a row; of products that are switched on. */
export const failingSigns: ReadSigns = async (ctx, tenantIds) => {
  const where = { tenantId: { $in: [...tenantIds] }, service: { status: ServiceStatus.ACTIVE }, ...mayFail };
  const syncs = await ctx.em.find(TenantSync, where, { orderBy: { id: 'asc' } });
  const failures = await failuresOf(
    ctx,
    syncs.map(({ id }) => id),
  );
  return syncs.flatMap((sync) => {
    const failing = failures.get(sync.id);
    if (!isFailing(sync, failing)) return [];
    return {
      ...{ tenantId: sync.tenantId, code: 'SYNC_FAILING', name: sync.product, path: `/sync/${sync.id}` },
      ...{ count: Number(failing?.times ?? 1), since: failing?.since ? new Date(failing.since) : sync.updatedAt },
    };
  });
};
