import { LockMode } from '@mikro-orm/core';
import type { Context } from '@mycelium/kit/context';
import { Unauthenticated } from '@mycelium/kit/errors';
import { ACCESS_CHANNEL } from '@mycelium/kit/redis';
import { tokenHash } from '@mycelium/kit/token';
import { afterCommit } from '@mycelium/kit/transaction';
import { asSystem } from '../as-system.ts';
import { deviceOf, issueTokens } from './open-session.ts';
import { placeOf } from './place.ts';
import { RefreshToken, type Session, UserSession } from './session.ts';

const ended = (): Unauthenticated => new Unauthenticated('This session has ended; log in again.');

/** New tokens for a refresh token that was not used before; a used one was stolen or copied, so its session ends. */
export async function refresh(ctx: Context, refreshToken: string): Promise<Session> {
  const token = await ctx.em.findOne(
    RefreshToken,
    { hash: tokenHash(refreshToken) },
    { lockMode: LockMode.PESSIMISTIC_WRITE },
  );
  if (!token) throw ended();
  const session = await token.session.loadOrFail({ populate: ['user'] });
  if (session.revokedAt || session.expiresAt < new Date()) throw ended();
  if (token.usedAt) {
    ctx.log.warn({ sessionId: session.id }, 'a refresh token was used twice; its session ends');
    await asSystem(ctx).nativeUpdate(UserSession, { id: session.id }, { revokedAt: new Date() });
    await tellRevoked(ctx, session.id);
    throw ended();
  }
  const user = await session.user.loadOrFail();
  const place = await placeOf(ctx, user, session.tenantId);
  if (!place) throw ended();
  token.usedAt = new Date();
  Object.assign(session, deviceOf(ctx), { lastUsedAt: token.usedAt });
  return issueTokens(ctx, session, place);
}

/** Ends the session of a refresh token. */
export async function logOut(ctx: Context, refreshToken: string): Promise<boolean> {
  const token = await ctx.em.findOne(RefreshToken, { hash: tokenHash(refreshToken) });
  const session = await token?.session.load();
  if (!session || session.revokedAt) return true;
  session.revokedAt = new Date();
  afterCommit(ctx, () => tellRevoked(ctx, session.id));
  return true;
}

/** Lets every gateway process know that this session or credential is good no more. */
export async function tellRevoked({ redis }: Context, id: string): Promise<void> {
  await redis.publish(ACCESS_CHANNEL, JSON.stringify({ revoked: id }));
}
