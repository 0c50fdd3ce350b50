import { systemOf } from '@mycelium/kit/as-system';
import { batched } from '@mycelium/kit/batched';
import type { Context } from '@mycelium/kit/context';
import { UserSession } from '../session/session.ts';
import { Membership } from './membership.ts';

const MOST_SESSIONS = 20;

/** The memberships of a person that the viewer shares; of all people of one call in one statement. */
export function membershipsOf(ctx: Context, userId: string): Promise<Membership[]> {
  return batched(ctx, userId, membershipsOfAll);
}

/** A member's open sessions in that tenant, the newest first; of all members of one call in one statement. */
export function sessionsOf(ctx: Context, membership: Membership): Promise<UserSession[]> {
  return batched(ctx, membership, openSessions);
}

async function membershipsOfAll({ em }: Context, userIds: readonly string[]): Promise<Membership[][]> {
  const found = await em.find(
    Membership,
    { user: { $in: [...userIds] } },
    { populate: ['tenant'], orderBy: { tenant: { name: 'asc' } } },
  );
  return userIds.map((id) => found.filter(({ user }) => user.id === id));
}

async function openSessions(ctx: Context, members: readonly Membership[]): Promise<UserSession[][]> {
  const open = await systemOf(ctx).em.find(
    UserSession,
    {
      user: { $in: members.map(({ user }) => user.id) },
      tenantId: { $in: members.map(({ tenant }) => tenant.id) },
      revokedAt: null,
      expiresAt: { $gt: new Date() },
    },
    { orderBy: { id: 'desc' } },
  );
  return members.map(({ user, tenant }) =>
    open.filter((each) => each.user.id === user.id && each.tenantId === tenant.id).slice(0, MOST_SESSIONS),
  );
}
