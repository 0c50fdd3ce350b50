import type { Context } from '@mycelium/kit/context';
import { create, find, oneOf, read } from '@mycelium/kit/crud';
import { Conflict, Invalid, NotFound } from '@mycelium/kit/errors';
import { parseInput } from '@mycelium/kit/input';
import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import { approve } from '../approval/approve.ts';
import { sessionOfLoss } from '../cash-session/session-of-loss.ts';
import { checkClientId, checkSame, fingerprintOf, holdIds } from '../client-id/client-id.ts';
import { sendLines } from '../kitchen-fire/send-lines.ts';
import { Location } from '../location/location.ts';
import { readOffers } from '../menu-item/price-line.ts';
import { holdOrder, lockOrder, readHeld } from '../order/find-orders.ts';
import { type GivenDiscount, Order } from '../order/order.ts';
import {
  type ChangeOrderLineInput,
  changeOrderLineSchema,
  type OrderLineInput,
  orderLineSchema,
  type PortionInput,
  portionSchema,
  reasonSchema,
} from '../order/order-input.ts';
import { checkChangeable } from '../order/order-state.ts';
import { recount } from '../order/recount.ts';
import { tellOrder } from '../order/tell-order.ts';
import { rulesAt, taxesOf } from '../tax-rule/rules-for.ts';
import { COMP, isComped } from './comp.ts';
import { linesOfOrders, lockedLines } from './lines-of.ts';
import { OrderLine } from './order-line.ts';
import { portionsOf, sellDifference, sellItems } from './sell-item.ts';

const MOST_AT_ONCE = 100;
const MOST_LINES = 500;
const MOST_DISCOUNTS = 10;

const linesSchema = z
  .array(orderLineSchema)
  .min(1, 'Name at least one line')
  .max(MOST_AT_ONCE, `At most ${MOST_AT_ONCE} lines at once`);

/** Puts items on an order, all or none; a line that is there already under its id, and is the same, stays as it is. */
export async function addLines(ctx: Context, orderId: string, inputs: readonly OrderLineInput[]): Promise<Order> {
  const given = parseInput(linesSchema, inputs, ['lines']);
  const ids = given.map(({ id }) => id);
  await holdOrder(ctx, orderId);
  await holdIds(ctx, ids);
  const [order, lines, known] = await Promise.all([
    readHeld(ctx, orderId),
    linesOfOrders(ctx, [{ id: orderId }]),
    ctx.em.find(OrderLine, { id: oneOf(ids) }),
  ]);
  const fresh = notThere(order, lines, known, given);
  if (fresh.length === 0) return order;
  checkChangeable(order);
  if (lines.length + fresh.length > MOST_LINES)
    throw new Invalid(`An order has at most ${MOST_LINES} lines.`, ['lines'], { reason: 'FULL', limit: MOST_LINES });
  const wanted = fresh.map((line) => ({ ...line, path: ['lines', given.indexOf(line)] }));
  for (const { id, path } of wanted) checkClientId(id, [...path, 'id']);
  const asked = fresh.map((line) => ({ ...line, options: line.modifiers }));
  const [rules, offers] = await Promise.all([
    rulesAt(ctx, order.locationId, order.channel),
    readOffers(ctx, order, asked),
  ]);
  const sales = await sellItems(ctx, offers, wanted);
  for (const [at, line] of fresh.entries()) {
    const sale = sales[at];
    if (!sale) continue;
    const { taxClass, ...facts } = sale;
    const { modifiers: _, ...asGiven } = line;
    lines.push(
      create(ctx, OrderLine, {
        ...{ ...asGiven, ...facts, orderId: order.id, position: lines.length },
        portions: portionsOf(line.quantity),
        createdAt: ctx.now(),
        ...{ taxes: taxesOf(rules, taxClass), fingerprint: fingerprintOf({ ...line, orderId: order.id }) },
      }),
    );
  }
  return told(ctx, await recount(ctx, order, lines));
}

type Asked = z.output<typeof orderLineSchema>;

/**
 * Those that the order does not have under their ids, each once; without those that were put on it before, and are on another
 * check since. Throws Conflict where an id is that of another line.
 */
function notThere(
  order: Order,
  lines: readonly OrderLine[],
  anywhere: readonly OrderLine[],
  asked: readonly Asked[],
): Asked[] {
  const known = new Map(lines.map(({ id, fingerprint }) => [id, fingerprint]));
  const fresh = asked.filter((line) => isNew(known, line, order));
  const moved = new Map(anywhere.map(({ id, fingerprint }) => [id, fingerprint]));
  return fresh.filter((line) => {
    const there = moved.get(line.id);
    if (there !== undefined && there !== fingerprintOf({ ...line, orderId: order.id }))
      throw new Conflict('Another order has this line.', { reason: 'ID_REUSED' });
    return there === undefined;
  });
}

/** Whether no line that is known has this id; from then on one has it. Throws Conflict where its id is that of another line. */
function isNew(known: Map<string, string>, line: Asked, { id: orderId }: Order): boolean {
  const fingerprint = fingerprintOf({ ...line, orderId });
  const there = known.get(line.id);
  if (there !== undefined) checkSame({ fingerprint: there }, fingerprint);
  known.set(line.id, fingerprint);
  return there === undefined;
}

/** Changes how much of an item is ordered, for whom, when it comes, and what the kitchen heeds. */
export async function changeLine(ctx: Context, id: string, input: ChangeOrderLineInput): Promise<Order> {
  const { version, ...patch } = parseInput(changeOrderLineSchema, input);
  return changeOneLine(ctx, id, (line) => {
    if (line.version !== version)
      throw new Conflict(`Somebody has changed this line since; it is now at version ${line.version}.`, {
        version: line.version,
      });
    for (const [key, value] of Object.entries(patch)) if (value !== undefined) Object.assign(line, { [key]: value });
  });
}

/** Takes a line off an order, with a reason; one that is off already stays so. */
export async function voidLine(ctx: Context, id: string, reason: string, pin?: string | null): Promise<Order> {
  const voidReason = parseInput(reasonSchema, reason, ['reason']);
  const approvedBy = await approveFor(ctx, 'order:void', id, pin);
  return changeOneLine(ctx, id, async (line, { locationId }) => {
    if (line.voidedAt) return;
    const cashSessionId = await sessionOfLoss(ctx, locationId);
    Object.assign(line, { voidedAt: ctx.now(), voidReason, approvedBy, cashSessionId });
  });
}

/** Takes a percentage or an amount off a line, after what was taken off it before. */
export async function discountLine(ctx: Context, id: string, input: PortionInput, pin?: string | null): Promise<Order> {
  const discount = parseInput(portionSchema, input, ['discount']);
  const approvedBy = await approveFor(ctx, 'order:comp', id, pin);
  return changeOneLine(ctx, id, (line) => {
    if (line.discounts.length >= MOST_DISCOUNTS)
      throw new Invalid(`A line has at most ${MOST_DISCOUNTS} discounts.`, ['id'], {
        reason: 'FULL',
        limit: MOST_DISCOUNTS,
      });
    Object.assign(line, { approvedBy, discounts: [...line.discounts, { id: uuidv7(), ...discount }] });
  });
}

/** Gives a line away, with a reason: its guests pay nothing for it, and reports say what it was worth. */
export async function compLine(ctx: Context, id: string, reason: string, pin?: string | null): Promise<Order> {
  const name = parseInput(reasonSchema, reason, ['reason']);
  const approvedBy = await approveFor(ctx, 'order:comp', id, pin);
  return changeOneLine(ctx, id, async (line, { locationId }) => {
    if (isComped(line)) return;
    const cashSessionId = await sessionOfLoss(ctx, locationId);
    const comp: GivenDiscount = { id: COMP, name, kind: 'PERCENT', percent: '100' };
    Object.assign(line, { approvedBy, cashSessionId, discounts: [...line.discounts, comp] });
  });
}

async function changeOneLine(
  ctx: Context,
  id: string,
  change: (line: OrderLine, order: Order) => void | Promise<void>,
): Promise<Order> {
  const found = await find(ctx, OrderLine, id);
  if (!found) throw new NotFound('OrderLine', id);
  const order = await lockOrder(ctx, found.orderId);
  checkChangeable(order);
  const lines = await lockedLines(ctx, order);
  const line = lines.find((each) => each.id === found.id);
  if (!line) throw new NotFound('OrderLine', id);
  const { version: before, quantity, discounts, voidedAt } = line;
  await change(line, order);
  if (line.quantity !== quantity || line.discounts !== discounts) line.odd = null;
  if (!voidedAt && (line.voidedAt || line.quantity !== quantity)) {
    const location = await read(ctx, Location, order.locationId);
    const after = line.voidedAt ? 0 : portionsOf(line.quantity);
    await sellDifference(ctx, location, { itemId: line.itemId, before: line.portions, after });
    line.portions = after;
  }
  await recount(ctx, order, lines);
  if (line.voidedAt && !voidedAt) await sendLines(ctx, order, lines, [line]);
  return line.version === before ? order : told(ctx, order);
}

function told(ctx: Context, order: Order): Order {
  tellOrder(ctx, order);
  return order;
}

/** Who approves what takes a scope on the order of this line. */
async function approveFor(
  ctx: Context,
  scope: Parameters<typeof approve>[1],
  id: string,
  pin?: string | null,
): Promise<string | null> {
  const { orderId } = await read(ctx, OrderLine, id);
  const { locationId } = await read(ctx, Order, orderId);
  return approve(ctx, scope, { locationId, pin });
}
