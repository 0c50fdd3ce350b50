import { Conflict, Invalid } from '@mycelium/kit/errors';
import { v7 as uuidv7 } from 'uuid';
import { checkClientId } from '../client-id/client-id.ts';
import type { Order } from '../order/order.ts';
import { checkChangeable, OrderMoney } from '../order/order-state.ts';
import { toTotal } from '../order/recount.ts';
import type { OrderLine } from '../order-line/order-line.ts';
import { totalsOf } from '../totals/totals.ts';
import { type Split, SplitBy } from './split-input.ts';
import { type CheckShare, seatsOf, sharesOfSplit } from './split-shares.ts';

/** What is to become of an order. */
export interface SplitPlan {
  /** Of the checks that are split off. */
  ids: readonly string[];
  /** What each check has, the order itself first. */
  shares: readonly CheckShare[];
}

/** How an order would be split, with nothing written. Throws Conflict or Invalid where it cannot be. */
export function planSplit(order: Order, lines: readonly OrderLine[], split: Split): SplitPlan {
  checkChangeable(order);
  if (order.money !== OrderMoney.OPEN && split.by !== SplitBy.BY_ITEM)
    throw new Conflict('Something of this order is paid. Split it by item, or refund it first.', {
      reason: 'PARTLY_PAID',
      paid: order.paid,
    });
  const sold = lines.filter(({ voidedAt }) => !voidedAt);
  const ids = newIds(split, sold);
  return { ids, shares: sharesOfSplit(totalsOf(toTotal(order, lines)), sold, split, ids.length + 1) };
}

/** One id for each check beside the order itself: those of the client, or ours where it names none. */
function newIds({ by, parts, checks }: Split, sold: readonly OrderLine[]): string[] {
  const seats = seatsOf(sold);
  if (by === SplitBy.BY_SEAT && seats.length === 0)
    throw new Invalid('Nothing was ordered for a seat.', ['by'], { reason: 'NO_SEATS' });
  if (checks.length > 0) {
    const isOther = by === SplitBy.EVENLY && parts != null && parts !== checks.length + 1;
    if (isOther || new Set(checks.map(({ id }) => id)).size < checks.length)
      throw new Invalid('Name each check that is split off, once.', ['checks'], { reason: 'CHECKS_WRONG' });
    return checks.map(({ id }, at) => checkClientId(id, ['checks', at, 'id']));
  }
  const ways = by === SplitBy.EVENLY ? parts : by === SplitBy.BY_SEAT ? seats.length : undefined;
  if (ways == null || ways < 2)
    throw new Invalid('Into how many checks?', [by === SplitBy.EVENLY ? 'parts' : 'checks'], { reason: 'MISSING' });
  return Array.from({ length: ways - 1 }, () => uuidv7());
}
