import { LockMode } from '@mikro-orm/core';
import type { Context } from '@mycelium/kit/context';
import { Unauthenticated } from '@mycelium/kit/errors';
import { newToken, tokenHash } from '@mycelium/kit/token';
import { scopesOf } from '@mycelium/schema/permissions';
import type { Role } from '@mycelium/schema/role';
import { User } from '../user/user.ts';
import { placeOf } from './place.ts';
import { RefreshToken, type Session, UserSession } from './session.ts';
import { ACCESS_MS, signToken } from './signing-key.ts';
import { ViewerKind } from './viewer.ts';

const SESSION_DAYS = 30;

/** Where a person works, and as what. */
export interface Place {
  tenantId?: string;
  role: Role;
}

/** Opens a session for a person at a place, and answers its first tokens. Whoever ends sessions meanwhile ends this one too, or it does not begin. */
export async function openSession(ctx: Context, user: User, { tenantId }: Place): Promise<Session> {
  const place = await placeNow(ctx, user, tenantId);
  const session = ctx.em.create(UserSession, {
    user,
    tenantId: place.tenantId,
    expiresAt: new Date(Date.now() + SESSION_DAYS * 24 * 60 * 60 * 1000),
    ...deviceOf(ctx),
  });
  const refreshToken = newToken('gg_refresh_');
  keepRefreshToken(ctx, session, refreshToken);
  return issueAccess(ctx, session, place, refreshToken);
}

/** Where a person works, read again once nobody can end their sessions until this one is kept: since they were let in, their password or their role may have been taken away. */
async function placeNow(ctx: Context, user: User, tenantId: string | undefined): Promise<Place> {
  const { passwordHash } = user;
  const now = await ctx.em.findOne(User, { id: user.id }, { lockMode: LockMode.PESSIMISTIC_READ, refresh: true });
  const place = now?.passwordHash === passwordHash ? await placeOf(ctx, now, tenantId) : undefined;
  if (!place) throw new Unauthenticated('Your access has just been changed; log in again.');
  return place;
}

/** What is known of the device that asks. */
export function deviceOf({ call }: Context): Pick<UserSession, 'address' | 'userAgent'> {
  return { address: call.address, userAgent: call.userAgent };
}

/** A refresh token of a session, of which only the hash is kept. */
export function keepRefreshToken({ em }: Context, session: UserSession, refreshToken: string): void {
  em.create(RefreshToken, { session, hash: tokenHash(refreshToken) });
}

/** A fresh access token of a session, beside the refresh token that it goes on with. */
export async function issueAccess(
  ctx: Context,
  session: UserSession,
  { tenantId, role }: Place,
  refreshToken: string,
): Promise<Session> {
  const userId = session.user.id;
  const expiresAt = new Date(Math.floor(Date.now() / 1000) * 1000 + ACCESS_MS);
  const scopes = scopesOf(role);
  // The rest of the answer is the person's own.
  ctx.viewer = { kind: 'user', id: userId, tenantId, role, scopes, sessionId: session.id };
  const claims = { kind: 'user', tid: tenantId, role, sid: session.id };
  return {
    accessToken: await signToken(ctx, claims, userId, expiresAt),
    refreshToken,
    expiresAt,
    viewer: { id: userId, kind: ViewerKind.USER, role, scopes, tenantId },
  };
}
