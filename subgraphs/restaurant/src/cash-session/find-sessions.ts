import { LockMode } from '@mikro-orm/core';
import type { Context } from '@mycelium/kit/context';
import { oneOf } from '@mycelium/kit/crud';
import { Conflict, Invalid } from '@mycelium/kit/errors';
import { CashSession } from './cash-session.ts';

type Path = readonly (string | number)[];

/** The open session, which cannot be closed until the transaction is over. */
export async function lockOpenSession({ em }: Context, id: string, path: Path): Promise<CashSession> {
  const lockMode = LockMode.PESSIMISTIC_READ;
  const session = await em.findOne(CashSession, { id: oneOf([id]) }, { lockMode, refresh: true });
  if (!session) throw new Invalid('There is no such cash session.', path, { reason: 'UNKNOWN' });
  if (session.closedAt) throw new Conflict('This cash session is closed.', { reason: 'SESSION_CLOSED' });
  return session;
}
