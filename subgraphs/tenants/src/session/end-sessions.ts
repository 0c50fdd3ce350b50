import { LockMode } from '@mikro-orm/core';
import type { Context } from '@mycelium/kit/context';
import { unchanged } from '@mycelium/kit/crud';
import { NotFound, Unauthenticated } from '@mycelium/kit/errors';
import { afterCommit } from '@mycelium/kit/transaction';
import { validate as isUuid } from 'uuid';
import { User } from '../user/user.ts';
import { UserSession } from './session.ts';
import { tellRevoked } from './tell-revoked.ts';

interface Whose {
  userId: string;
  /** Ends only the sessions in this tenant. */
  tenantId?: string;
  /** The one that goes on. */
  except?: string;
}

/** Ends a person's sessions at once, at every gateway; answers how many there were. Within a transaction marked `System`. */
export async function endSessions(ctx: Context, { userId, tenantId, except }: Whose): Promise<number> {
  // A session that is being opened is kept before this, or finds out what has changed.
  await ctx.em.findOne(User, { id: userId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  const open = await ctx.em.find(UserSession, {
    user: userId,
    revokedAt: null,
    expiresAt: { $gt: new Date() },
    ...(tenantId ? { tenantId } : {}),
    ...(except ? { id: { $ne: except } } : {}),
  });
  if (open.length === 0) return unchanged(ctx, 0);
  for (const session of open) endSession(ctx, session);
  return open.length;
}

/** Ends one of the viewer's own sessions; one that has ended stays so. */
export async function endOwnSession(ctx: Context, id: string): Promise<UserSession> {
  const session = isUuid(id) ? await ctx.em.findOne(UserSession, { id, user: personOf(ctx) }) : undefined;
  if (!session) throw new NotFound('UserSession', id);
  if (session.revokedAt) return unchanged(ctx, session);
  endSession(ctx, session);
  return session;
}

/** The person who asks; throws Unauthenticated for screens and API clients. */
export function personOf({ viewer }: Context): string {
  if (viewer.kind !== 'user') throw new Unauthenticated('Only a person can do this.');
  return viewer.id;
}

function endSession(ctx: Context, session: UserSession): void {
  session.revokedAt = new Date();
  afterCommit(ctx, () => tellRevoked(ctx, session.id));
}
