import type { Context } from '@mycelium/kit/context';
import { read, unchanged } from '@mycelium/kit/crud';
import { Conflict, Invalid } from '@mycelium/kit/errors';
import { parseInput } from '@mycelium/kit/input';
import { orderPlaced, orderUpdated, orderVoided } from '@mycelium/schema/subgraphs/restaurant/orders';
import { v7 as uuidv7 } from 'uuid';
import { approve } from '../approval/approve.ts';
import { sessionOfLoss } from '../cash-session/session-of-loss.ts';
import { sendLines } from '../kitchen-fire/send-lines.ts';
import { Location } from '../location/location.ts';
import { lockedLines } from '../order-line/lines-of.ts';
import type { OrderLine } from '../order-line/order-line.ts';
import { sellDifference } from '../order-line/sell-item.ts';
import { rulesAt, taxesOnServiceCharge } from '../tax-rule/rules-for.ts';
import { lockOrder, lockWithLines } from './find-orders.ts';
import { Order } from './order.ts';
import { type PortionInput, portionSchema, reasonSchema } from './order-input.ts';
import { checkChangeable, checkStep, OrderProgress } from './order-state.ts';
import { recount } from './recount.ts';
import { tellOrder } from './tell-order.ts';

const MOST_DISCOUNTS = 10;

/** Sends what is on an order to be made; of one that was placed before, what was changed since. */
export async function placeOrder(ctx: Context, id: string): Promise<Order> {
  const { order, lines } = await lockWithLines(ctx, id);
  if (order.progress !== OrderProgress.DRAFT && order.progress !== OrderProgress.VOID)
    return (await sendLines(ctx, order, lines)) ? told(ctx, order) : unchanged(ctx, order);
  checkStep(order, OrderProgress.PLACED);
  if (lines.every(({ voidedAt }) => voidedAt))
    throw new Invalid('There is nothing on this order.', ['id'], { reason: 'EMPTY' });
  Object.assign(order, { progress: OrderProgress.PLACED, placedAt: ctx.now() });
  await sendLines(ctx, order, lines);
  return step(ctx, order, order.progress, { type: orderPlaced });
}

/** Says that the guests have what they ordered. */
export async function serveOrder(ctx: Context, id: string): Promise<Order> {
  const order = await lockOrder(ctx, id);
  if (order.progress === OrderProgress.SERVED) return unchanged(ctx, order);
  checkStep(order, OrderProgress.SERVED);
  return step(ctx, order, OrderProgress.SERVED, { type: orderUpdated });
}

/** Voids an order of which no money is held, with a reason. */
export async function voidOrder(ctx: Context, id: string, reason: string, pin?: string | null): Promise<Order> {
  const voidReason = parseInput(reasonSchema, reason, ['reason']);
  const approvedBy = await approveFor(ctx, 'order:void', id, pin);
  const order = await lockOrder(ctx, id);
  if (order.progress === OrderProgress.VOID) return unchanged(ctx, order);
  if (order.paid > order.refunded)
    throw new Conflict('Something of this order is paid. Refund it first.', {
      reason: 'REFUND_FIRST',
      paid: order.paid - order.refunded,
    });
  checkStep(order, OrderProgress.VOID);
  const lines = await returnLines(ctx, order);
  const cashSessionId = await sessionOfLoss(ctx, order.locationId);
  for (const line of lines) if (!line.voidedAt) line.cashSessionId = cashSessionId;
  order.progress = OrderProgress.VOID;
  await sendLines(ctx, order, lines);
  return step(ctx, order, OrderProgress.VOID, { type: orderVoided, patch: { voidReason, approvedBy } });
}

/** Takes a percentage or an amount off an order, shared by its lines. */
export async function discountOrder(
  ctx: Context,
  id: string,
  input: PortionInput,
  pin?: string | null,
): Promise<Order> {
  const discount = parseInput(portionSchema, input, ['discount']);
  const approvedBy = await approveFor(ctx, 'order:comp', id, pin);
  const order = await lockOrder(ctx, id);
  checkChangeable(order);
  if (order.discounts.length >= MOST_DISCOUNTS)
    throw new Invalid(`An order has at most ${MOST_DISCOUNTS} discounts.`, ['id'], {
      reason: 'FULL',
      limit: MOST_DISCOUNTS,
    });
  Object.assign(order, { approvedBy, discounts: [...order.discounts, { id: uuidv7(), ...discount }] });
  return told(ctx, await recount(ctx, order));
}

/** Sets the service charge of an order, which is taxed by the rules that say so; null takes it off. */
export async function setServiceCharge(ctx: Context, id: string, input: PortionInput | null): Promise<Order> {
  const charge = input && parseInput(portionSchema, input, ['charge']);
  const order = await lockOrder(ctx, id);
  checkChangeable(order);
  const taxes = charge ? taxesOnServiceCharge(await rulesAt(ctx, order.locationId, order.channel)) : [];
  order.serviceCharges = charge ? [{ id: uuidv7(), ...charge, taxes }] : [];
  return told(ctx, await recount(ctx, order));
}

/** Puts back the portions of all that was on it, and answers its lines. */
async function returnLines(ctx: Context, order: Order): Promise<OrderLine[]> {
  const location = await read(ctx, Location, order.locationId);
  const lines = await lockedLines(ctx, order);
  for (const line of lines)
    if (!line.voidedAt) {
      await sellDifference(ctx, location, { itemId: line.itemId, before: line.portions, after: 0 });
      line.portions = 0;
    }
  return lines;
}

/** Who approves what takes a scope on this order. */
async function approveFor(
  ctx: Context,
  scope: Parameters<typeof approve>[1],
  id: string,
  pin?: string | null,
): Promise<string | null> {
  const { locationId } = await read(ctx, Order, id);
  return approve(ctx, scope, { locationId, pin });
}

interface Step {
  type: typeof orderUpdated;
  patch?: Partial<Order>;
}

async function step(ctx: Context, order: Order, progress: OrderProgress, { type, patch }: Step): Promise<Order> {
  Object.assign(order, { progress, ...patch });
  await ctx.em.flush();
  return told(ctx, order, type);
}

function told(ctx: Context, order: Order, type = orderUpdated): Order {
  tellOrder(ctx, order, type);
  return order;
}
