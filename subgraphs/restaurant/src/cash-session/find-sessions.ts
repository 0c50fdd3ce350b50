import { LockMode } from '@mikro-orm/core';
import type { Context } from '@mycelium/kit/context';
import { oneOf } from '@mycelium/kit/crud';
import { Conflict, Invalid, NotFound } from '@mycelium/kit/errors';
import { CashSession } from './cash-session.ts';

/** The id of an open session of a location, which cannot be closed until the transaction is over. */
export async function sessionAt(ctx: Context, id: string, locationId: string): Promise<string> {
  const session = await holdOpen(ctx, id);
  if (session.locationId !== locationId)
    throw new Invalid('This drawer is at another location.', ['input', 'sessionId'], { reason: 'OTHER_LOCATION' });
  return session.id;
}

/** A session that is open, and stays so until the transaction is over. */
export async function holdOpen({ em }: Context, id: string): Promise<CashSession> {
  const lockMode = LockMode.PESSIMISTIC_READ;
  const session = await em.findOne(CashSession, { id: oneOf([id]) }, { lockMode, refresh: true });
  if (!session) throw new NotFound('CashSession', id);
  if (session.closedAt) throw closed();
  return session;
}

/** A session, which nobody pays into until the transaction is over. */
export async function lockSession({ em }: Context, id: string): Promise<CashSession> {
  const lockMode = LockMode.PESSIMISTIC_WRITE;
  const session = await em.findOne(CashSession, { id: oneOf([id]) }, { lockMode, refresh: true });
  if (!session) throw new NotFound('CashSession', id);
  return session;
}

export function closed(): Conflict {
  return new Conflict('This cash session is closed.', { reason: 'SESSION_CLOSED' });
}
