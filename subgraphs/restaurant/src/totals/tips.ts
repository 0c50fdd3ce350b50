import { Invalid } from '@mycelium/kit/errors';
import { type Fraction, plus, textOf, times, weightsOf, wholeFraction } from './fraction.ts';
import { given, givenDecimal, held } from './held.ts';
import { rounded } from './rounding.ts';
import { partsAmong, sharesAmong } from './shares.ts';

export type PoolBy = 'MINUTES' | 'POINTS';

export interface PoolMember {
  id: string;
  /** Minutes worked or points, a decimal number. */
  weight: string;
}

/** A pool with its formula: each gets the pool times their weight, divided by the weight of all. */
export interface Pool {
  by: PoolBy;
  pool: number;
  weightOfAll: string;
  /** The exact part is a fraction; the units that are left by rounding it down go to those who lost most. */
  shares: { id: string; weight: string; exact: string; amount: number }[];
}

export function poolOf(pool: number, by: PoolBy, members: readonly PoolMember[]): Pool {
  const whole = given(pool, ['pool']);
  const fractions = members.map(({ weight }, at) => givenDecimal(weight, ['members', at, 'weight']));
  const weightOfAll = fractions.reduce(plus, wholeFraction(0));
  if (whole > 0 && weightOfAll.over === 0n)
    throw new Invalid('Nobody in this pool has worked.', ['members'], { reason: 'NOBODY_WORKED' });
  const weights = weightsOf(fractions);
  const amounts = sharesAmong(whole, weights);
  const exact = partsAmong(whole, weights);
  return {
    by,
    pool: whole,
    weightOfAll: textOf(weightOfAll),
    shares: members.map(({ id, weight }, at) => ({ id, weight, exact: exact[at] ?? '0', amount: amounts[at] ?? 0 })),
  };
}

/** Tips and service charges are shared apart: what a guest gives is theirs who served, what the house charges is paid as wages are. */
export function poolsOf(
  { tips, serviceCharges }: { tips: number; serviceCharges: number },
  by: PoolBy,
  members: readonly PoolMember[],
): { tips: Pool; serviceCharges: Pool } {
  return { tips: poolOf(tips, by, members), serviceCharges: poolOf(serviceCharges, by, members) };
}

/** The tip of a table that went from one server to another: by what each of them sold to it, the first of equals first. */
export function tipByServer(
  tip: number,
  lines: readonly { serverId: string; amount: number }[],
): { serverId: string; amount: number }[] {
  const sold = new Map<string, number>();
  for (const { serverId, amount } of lines) sold.set(serverId, held((sold.get(serverId) ?? 0) + amount, ['lines']));
  const amounts = [...sold.values()];
  const weights = amounts.some((amount) => amount > 0) ? amounts : amounts.map(() => 1);
  if (tip > 0 && weights.length === 0)
    throw new Invalid('Nobody has served this table.', ['lines'], { reason: 'NOBODY_SERVED' });
  const shares = sharesAmong(given(tip, ['tip']), weights);
  return [...sold.keys()].map((serverId, at) => ({ serverId, amount: shares[at] ?? 0 }));
}

/** A tip up to so much of the whole order, whatever one unit of it costs. */
export function checkTip(tip: number, subtotal: number, capPercent: string): void {
  const cap: Fraction = times(givenDecimal(capPercent, ['capPercent']), { over: BigInt(subtotal), under: 100n });
  const most = held(rounded(cap, 'DOWN'), ['tip']);
  if (given(tip, ['tip']) > most)
    throw new Invalid('This tip is too large for the order.', ['tip'], { reason: 'TIP_ABOVE_CAP', most });
}
