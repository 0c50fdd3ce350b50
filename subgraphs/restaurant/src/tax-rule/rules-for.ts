import type { Context } from '@mycelium/kit/context';
import type { Channel } from '../channel.ts';
import type { TaxRule as Frozen } from '../totals/order-to-total.ts';
import { TaxRule } from './tax-rule.ts';

/** A tax as an order keeps it: what it was called when the line was added, beside what it is reckoned by. */
export interface FrozenTax extends Frozen {
  name: string;
}

/** The taxes that hold at a location for a channel now, the oldest first. */
export async function rulesAt(ctx: Context, locationId: string, channel: Channel): Promise<TaxRule[]> {
  const rules = await ctx.em.find(
    TaxRule,
    { removedAt: null, $or: [{ locationId }, { locationId: null }] },
    { orderBy: { id: 'asc' } },
  );
  return rules.filter(({ channels }) => channels.length === 0 || channels.includes(channel));
}

/** Those of them that an item of this class has. */
export function taxesOf(rules: readonly TaxRule[], taxClass: string): FrozenTax[] {
  return rules.filter(({ taxClasses }) => taxClasses.length === 0 || taxClasses.includes(taxClass)).map(freeze);
}

/** Those of them that a service charge has. */
export function taxesOnServiceCharge(rules: readonly TaxRule[]): FrozenTax[] {
  return rules.filter(({ onServiceCharge }) => onServiceCharge).map(freeze);
}

function freeze({ id, name, rate, inclusive, baseIncludes }: TaxRule): FrozenTax {
  return { id, name, rate, inclusive, baseIncludes };
}
