import type { Context } from '@mycelium/kit/context';
import { Tenant, TenantStatus } from '../tenant/tenant.ts';
import { Membership } from '../user/membership.ts';
import type { User } from '../user/user.ts';
import type { Place } from './open-session.ts';

/** Where this person works: in this tenant, or without one in the first they belong to. Undefined when they work nowhere there, or when the tenant is suspended. */
export async function placeOf({ em }: Context, user: User, tenantId?: string): Promise<Place | undefined> {
  if (user.isPlatformAdmin) {
    if (!tenantId) return { role: 'ADMIN' };
    return (await em.findOne(Tenant, { id: tenantId })) ? { tenantId, role: 'ADMIN' } : undefined;
  }
  const active = { status: TenantStatus.ACTIVE, ...(tenantId ? { id: tenantId } : {}) };
  const [membership] = await em.find(Membership, { user, tenant: active }, { orderBy: { id: 'asc' }, limit: 1 });
  return membership && { tenantId: membership.tenant.id, role: membership.role };
}
