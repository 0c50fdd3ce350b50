import type { Context } from '@mycelium/kit/context';
import { Forbidden } from '@mycelium/kit/errors';

/** The tenant worked in, by which a mutation marked `System` must narrow what it looks for. */
export function ownTenant({ viewer }: Context): string {
  if (!viewer.tenantId) throw new Forbidden('Choose a tenant first.');
  return viewer.tenantId;
}
