import type { Context } from '@mycelium/kit/context';
import { scopesOf } from '@mycelium/schema/permissions';
import { roles } from '@mycelium/schema/role';
import { Membership } from './membership.ts';

/** The ids of those who may do this in a tenant. */
export async function membersWith({ em }: Context, tenantId: string, scope: string): Promise<string[]> {
  const role = { $in: roles.filter((each) => scopesOf(each).includes(scope)) };
  const members = await em.find(Membership, { tenant: tenantId, role }, { orderBy: { id: 'asc' } });
  return members.map(({ user }) => user.id);
}
