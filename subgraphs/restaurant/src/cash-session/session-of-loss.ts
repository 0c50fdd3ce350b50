import { LockMode } from '@mikro-orm/core';
import type { Context } from '@mycelium/kit/context';
import { personOf } from '../approval/person-of.ts';
import { CashSession } from './cash-session.ts';

/**
 * In which session's report something stands that is voided or given away now, so that it stands in one: in that which
 * the same person opened, else in the one of the location that has been open longest. Null while no drawer is open there.
 */
export async function sessionOfLoss(ctx: Context, locationId: string): Promise<string | null> {
  const person = personOf(ctx);
  const open = await ctx.em.find(
    CashSession,
    { locationId, closedAt: null },
    { orderBy: { openedAt: 'asc', id: 'asc' }, lockMode: LockMode.PESSIMISTIC_READ },
  );
  const own = open.find(({ openedBy }) => person !== null && openedBy === person);
  return (own ?? open[0])?.id ?? null;
}
