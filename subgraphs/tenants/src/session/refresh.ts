import { LockMode } from '@mikro-orm/core';
import { asSystem } from '@mycelium/kit/as-system';
import type { Context } from '@mycelium/kit/context';
import { unchanged } from '@mycelium/kit/crud';
import { Unauthenticated } from '@mycelium/kit/errors';
import { noteHostile } from '@mycelium/kit/hostile';
import { tokenHash } from '@mycelium/kit/token';
import { afterCommit, afterRollback } from '@mycelium/kit/transaction';
import { deviceOf, issueAccess, keepRefreshToken } from './open-session.ts';
import { placeOf } from './place.ts';
import { RefreshToken, type Session, UserSession } from './session.ts';
import { tellRevoked } from './tell-revoked.ts';

const ended = (): Unauthenticated => new Unauthenticated('This session has ended; log in again.');

/** An answer that was lost on its way is asked for again within this time. */
const REPEATED_WITHIN_MS = 30_000;

/**
 * New tokens for a refresh token. It is good once; within half a minute it answers the same successor again, since the first
 * answer may have been lost. Later it was stolen or copied, so its session ends.
 */
export async function refresh(ctx: Context, refreshToken: string): Promise<Session> {
  const token = await ctx.em.findOne(
    RefreshToken,
    { hash: tokenHash(refreshToken) },
    { lockMode: LockMode.PESSIMISTIC_WRITE },
  );
  if (!token) throw ended();
  const session = await token.session.loadOrFail({ populate: ['user'] });
  if (session.revokedAt || session.expiresAt < new Date()) throw ended();
  if (token.usedAt && Date.now() - token.usedAt.getTime() > REPEATED_WITHIN_MS) {
    noteHostile(ctx.log, {
      what: 'a refresh token that was used before',
      from: ctx.call.address ?? 'unknown',
      details: { sessionId: session.id },
    });
    afterRollback(ctx, async () => {
      await asSystem(ctx).nativeUpdate(UserSession, { id: session.id }, { revokedAt: new Date() });
      await tellRevoked(ctx, session.id);
    });
    throw ended();
  }
  const user = await session.user.loadOrFail();
  const place = await placeOf(ctx, user, session.tenantId);
  if (!place) throw ended();
  const successor = successorOf(ctx, refreshToken);
  if (!token.usedAt) {
    token.usedAt = new Date();
    Object.assign(session, deviceOf(ctx), { lastUsedAt: token.usedAt });
    keepRefreshToken(ctx, session, successor);
  }
  return issueAccess(ctx, session, place, successor);
}

/** Worked out again whenever it is asked for, so that it is kept nowhere; without the installation's secret nobody knows it. */
function successorOf({ vault }: Context, refreshToken: string): string {
  return `gg_refresh_${vault.digest(`successor of ${refreshToken}`)}`;
}

/** Ends the session of a refresh token. */
export async function logOut(ctx: Context, refreshToken: string): Promise<boolean> {
  const token = await ctx.em.findOne(RefreshToken, { hash: tokenHash(refreshToken) });
  const session = await token?.session.load();
  if (!session || session.revokedAt) return unchanged(ctx, true);
  session.revokedAt = new Date();
  afterCommit(ctx, () => tellRevoked(ctx, session.id));
  return true;
}
