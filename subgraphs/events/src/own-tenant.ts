import { checkTenant } from '@mycelium/kit/allow';
import type { Context } from '@mycelium/kit/context';
import { Forbidden } from '@mycelium/kit/errors';

/** The viewer's own tenant, when it is the one that was asked about. */
export function ownTenant(ctx: Context, tenantId: string): string {
  checkTenant(ctx, tenantId);
  return tenantId;
}

/** The viewer's tenant. */
export function tenantOf({ viewer }: Context): string {
  if (!viewer.tenantId) throw new Forbidden('Choose a tenant first.');
  return viewer.tenantId;
}
