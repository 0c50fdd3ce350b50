import type { Context } from '@mycelium/kit/context';
import { unchanged } from '@mycelium/kit/crud';
import { Conflict, Invalid } from '@mycelium/kit/errors';
import { parseInput } from '@mycelium/kit/input';
import { orderVoided } from '@mycelium/schema/subgraphs/restaurant/orders';
import { z } from 'zod';
import { firesOfLines } from '../kitchen-fire/fires-of.ts';
import { settle } from '../kitchen-ticket/settle-progress.ts';
import { lockOrders } from '../order/find-orders.ts';
import type { Order } from '../order/order.ts';
import { checkChangeable, OrderProgress } from '../order/order-state.ts';
import { recount, toTotal } from '../order/recount.ts';
import { tellOrder } from '../order/tell-order.ts';
import { lockedLines } from '../order-line/lines-of.ts';
import type { OrderLine } from '../order-line/order-line.ts';
import { totalsOf } from '../totals/totals.ts';
import { tellTickets } from './tell-tickets.ts';

const MOST_LINES = 500;

const idsSchema = z.array(z.string().toLowerCase()).min(1, 'Name at least one').max(49, 'At most 49 at once');

/**
 * Puts the lines of other orders of the location on one, with their tickets; the kitchen is sent nothing. The others are void
 * then, and say which order has their lines. Throws Conflict where money was taken for one of them.
 */
export async function mergeOrders(ctx: Context, id: string, given: readonly string[]): Promise<Order> {
  const ids = parseInput(idsSchema, given, ['orderIds']);
  const [order, ...others] = (await lockOrders(ctx, [id, ...ids])) as [Order, ...Order[]];
  const open = others.filter(({ mergedIntoId }) => mergedIntoId !== order.id);
  if (open.length === 0) return unchanged(ctx, order);
  checkChangeable(order);
  for (const other of open) checkMerged(order, other);
  const lines = await lockedLines(ctx, order);
  for (const other of open) {
    const taken = await lockedLines(ctx, other);
    if (lines.length + taken.length > MOST_LINES)
      throw new Invalid(`An order has at most ${MOST_LINES} lines.`, ['orderIds'], {
        reason: 'FULL',
        limit: MOST_LINES,
      });
    takeLines(order, other, { lines, taken });
    await ctx.em.flush();
    await tellTickets(
      ctx,
      other,
      await firesOfLines(
        ctx,
        taken.map((line) => line.id),
      ),
    );
    tellOrder(ctx, other, orderVoided);
  }
  await recount(ctx, order, lines);
  if (order.progress !== OrderProgress.DRAFT) await settle(ctx, order);
  await ctx.em.flush();
  tellOrder(ctx, order);
  return order;
}

function checkMerged(order: Order, other: Order): void {
  checkChangeable(other);
  if (other.locationId !== order.locationId)
    throw new Invalid('This order is of another location.', ['orderIds'], { reason: 'OTHER_LOCATION' });
  if (other.paid > 0)
    throw new Conflict('Something of this order is paid. Refund it first.', {
      reason: 'REFUND_FIRST',
      ...{ paid: other.paid, orderId: other.id },
    });
}

interface Lines {
  /** Of the order that gets them; they are added to it. */
  lines: OrderLine[];
  taken: readonly OrderLine[];
}

/** What was taken off an order stays with its lines, as amounts; its service charge holds where the other order has none. */
function takeLines(order: Order, other: Order, { lines, taken }: Lines): void {
  const totals = totalsOf(toTotal(other, taken));
  const [discount] = other.discounts;
  for (const line of taken) {
    const amount = totals.lines.find((each) => each.id === line.id)?.orderDiscount ?? 0;
    const discounts =
      discount && amount > 0 ? [{ id: discount.id, name: discount.name, kind: 'AMOUNT' as const, amount }] : [];
    Object.assign(line, { orderId: order.id, position: lines.length, odd: null });
    line.discounts = [...line.discounts, ...discounts];
    lines.push(line);
  }
  if (order.serviceCharges.length === 0)
    order.serviceCharges = other.serviceCharges.map(({ odd: _, ...charge }) => charge);
  order.firedCourses = [...new Set([...order.firedCourses, ...other.firedCourses])].sort((one, two) => one - two);
  if (order.progress === OrderProgress.DRAFT)
    Object.assign(order, { progress: other.progress, placedAt: other.placedAt });
  Object.assign(other, {
    ...{ mergedIntoId: order.id, progress: OrderProgress.VOID, discounts: [], serviceCharges: [] },
    ...{ subtotal: 0, discountTotal: 0, taxAdded: 0, taxIncluded: 0, serviceCharge: 0, total: 0 },
  });
}
