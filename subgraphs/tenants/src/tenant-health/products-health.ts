import type { Context } from '@mycelium/kit/context';
import { type HealthPart, partOf } from '@mycelium/kit/health-part';
import { HealthCode, HealthStatus } from '@mycelium/kit/health-status';
import { ProductService, ServiceStatus } from '../service/service.ts';
import { SyncStatus, TenantSync } from '../sync/sync.ts';
import type { ProductHealth } from './tenant-health.ts';

type Service = Pick<ProductService, 'status' | 'since'>;
type Sync = Pick<TenantSync, 'status' | 'lastSyncAt'>;

/** The health of a tenant's products: one that is paused degrades it; those that are off do not count. */
export function servicesHealth(services: readonly Service[]): HealthPart {
  const paused = services.filter(({ status }) => status === ServiceStatus.PAUSED);
  const active = services.filter(({ status }) => status === ServiceStatus.ACTIVE).length;
  if (active + paused.length === 0) return partOf(HealthStatus.OK, HealthCode.NO_SERVICES);
  const since = Math.max(...services.map(({ since }) => since.getTime()));
  const status = paused.length > 0 ? HealthStatus.DEGRADED : HealthStatus.OK;
  return partOf(status, HealthCode.SERVICES, { active, paused: paused.length }, new Date(since));
}

/** The health of a tenant's syncs: one that failed degrades it; it is down when all have failed. */
export function syncsHealth(syncs: readonly Sync[]): HealthPart {
  if (syncs.length === 0) return partOf(HealthStatus.OK, HealthCode.NO_SYNCS);
  const failed = syncs.filter(({ status }) => status === SyncStatus.ERROR);
  const values = { syncs: syncs.length, failed: failed.length };
  const times = (failed.length > 0 ? failed : syncs).flatMap(({ lastSyncAt }) => lastSyncAt?.getTime() ?? []);
  // Up to date as long as the one that has waited longest; of those that failed, since they last went well.
  const since = times.length > 0 ? new Date(Math.min(...times)) : undefined;
  if (failed.length === 0) return partOf(HealthStatus.OK, HealthCode.SYNCS_WELL, values, since);
  const status = failed.length === syncs.length ? HealthStatus.DOWN : HealthStatus.DEGRADED;
  return partOf(status, HealthCode.SYNCS_FAILED, values, since);
}

const syncRank = [SyncStatus.ERROR, SyncStatus.PENDING, SyncStatus.SYNCING, SyncStatus.SUCCESS];
const serviceRank = [ServiceStatus.PAUSED, ServiceStatus.ACTIVE, ServiceStatus.OFF];

/** Each product with its sync, the worst first: what failed, what is paused, what waits; what is off comes last. */
export function worstFirst(services: readonly ProductService[], syncs: readonly TenantSync[]): ProductHealth[] {
  const rank = ({ service, sync }: ProductHealth): number =>
    (service.status === ServiceStatus.OFF ? 100 : 0) +
    (sync ? syncRank.indexOf(sync.status) * 10 : 30) +
    serviceRank.indexOf(service.status);
  return services
    .map((service) => ({ service, sync: syncs.find(({ product }) => product === service.product) }))
    .sort((one, other) => rank(one) - rank(other) || one.service.product.localeCompare(other.service.product));
}

export function servicesOf({ em }: Context, tenantId: string): Promise<ProductService[]> {
  return em.find(ProductService, { tenantId });
}

/** The syncs that count; nothing is expected of products that are switched off. */
export function syncsOf({ em }: Context, tenantId: string): Promise<TenantSync[]> {
  return em.find(TenantSync, { tenantId, service: { status: { $ne: ServiceStatus.OFF } } });
}
