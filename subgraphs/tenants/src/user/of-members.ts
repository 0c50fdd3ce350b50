import { systemOf } from '@mycelium/kit/as-system';
import type { Context } from '@mycelium/kit/context';
import DataLoader from 'dataloader';
import { UserSession } from '../session/session.ts';
import { Membership } from './membership.ts';

const MOST_SESSIONS = 20;

interface Loaders {
  memberships: DataLoader<string, Membership[]>;
  sessions: DataLoader<Membership, UserSession[], string>;
}

const loaders = new WeakMap<Context, Loaders>();

/** The memberships of a person that the viewer shares; of all people of one call in one statement. */
export function membershipsOf(ctx: Context, userId: string): Promise<Membership[]> {
  return loadersOf(ctx).memberships.load(userId);
}

/** A member's open sessions in that tenant, the newest first; of all members of one call in one statement. */
export function sessionsOf(ctx: Context, membership: Membership): Promise<UserSession[]> {
  return loadersOf(ctx).sessions.load(membership);
}

function loadersOf(ctx: Context): Loaders {
  const existing = loaders.get(ctx);
  if (existing) return existing;
  const made: Loaders = {
    memberships: new DataLoader(async (ids) => {
      const found = await ctx.em.find(
        Membership,
        { user: { $in: [...ids] } },
        { populate: ['tenant'], orderBy: { tenant: { name: 'asc' } } },
      );
      return ids.map((id) => found.filter(({ user }) => user.id === id));
    }),
    sessions: new DataLoader((members) => openSessions(ctx, members), { cacheKeyFn: ({ id }) => id }),
  };
  loaders.set(ctx, made);
  return made;
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
