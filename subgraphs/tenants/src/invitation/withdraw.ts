import { LockMode } from '@mikro-orm/core';
import type { Context } from '@mycelium/kit/context';
import { scopesOf } from '@mycelium/schema/permissions';
import type { Role } from '@mycelium/schema/role';
import { invitationChanged } from '@mycelium/schema/subgraphs/tenants';
import { mayGrant } from '../user/grant.ts';
import type { Membership } from '../user/membership.ts';
import { Invitation } from './invitation.ts';

/** Takes back what a member has offered and, in another role or in none, could no longer offer: else they would come back through their own invitation. */
export async function withdrawInvitations(ctx: Context, { user, tenant }: Membership, role?: Role): Promise<void> {
  const open = await ctx.em.find(
    Invitation,
    { tenantId: tenant.id, invitedBy: user.id, acceptedAt: null, revokedAt: null },
    { orderBy: { id: 'asc' }, lockMode: LockMode.PESSIMISTIC_WRITE },
  );
  const mayInvite = role !== undefined && scopesOf(role).includes('people:write');
  for (const invitation of open.filter((each) => !mayInvite || !mayGrant(role, each.role))) {
    invitation.revokedAt = new Date();
    ctx.publish(invitationChanged, { invitationId: invitation.id });
  }
}
