import type { Context } from '@mycelium/kit/context';
import { create, find, unchanged } from '@mycelium/kit/crud';
import { parseInput } from '@mycelium/kit/input';
import { orderCreated } from '@mycelium/schema/subgraphs/restaurant/orders';
import { checkSame, fingerprintOf, holdId } from '../client-id/client-id.ts';
import { firesOfLines } from '../kitchen-fire/fires-of.ts';
import { settle } from '../kitchen-ticket/settle-progress.ts';
import { lockOrder } from '../order/find-orders.ts';
import { nextNumber } from '../order/open-order.ts';
import { type GivenCharge, type GivenDiscount, Order } from '../order/order.ts';
import { OrderProgress } from '../order/order-state.ts';
import { recount, toTotal } from '../order/recount.ts';
import { tellOrder } from '../order/tell-order.ts';
import { lockedLines } from '../order-line/lines-of.ts';
import { OrderLine } from '../order-line/order-line.ts';
import { weightsOf } from '../totals/fraction.ts';
import { givenDecimal } from '../totals/held.ts';
import { type CheckTotals, oddCentsFor } from '../totals/odd-cents-for.ts';
import { sharesAmong, type Weight } from '../totals/shares.ts';
import { moveFires } from './move-fires.ts';
import { planSplit } from './plan-split.ts';
import { type Asked, type Split, splitSchema } from './split-input.ts';
import type { CheckShare } from './split-shares.ts';
import { tellTickets } from './tell-tickets.ts';

/**
 * Splits an order into checks, which are orders of their own and together come to the same in every column. The kitchen is sent
 * nothing: what it was sent of a line goes with it. Answers the order itself and then the new ones.
 */
export async function splitOrder(ctx: Context, id: string, asked: Asked): Promise<Order[]> {
  const split = parseInput(splitSchema, asked, []);
  const order = await lockOrder(ctx, id);
  const fingerprint = fingerprintOf({ ...split, splitFromId: order.id });
  const known = await knownChecks(ctx, split, fingerprint);
  if (known) return [unchanged(ctx, order), ...known];
  const lines = await lockedLines(ctx, order);
  const { ids, shares } = planSplit(order, lines, split);
  const checks: Order[] = [];
  for (const checkId of ids) checks.push(await openCheck(ctx, order, { id: checkId, fingerprint }));
  await share(ctx, [order, ...checks], lines, shares);
  for (const check of checks) ctx.publish(orderCreated, { orderId: check.id, locationId: check.locationId });
  tellOrder(ctx, order);
  return [order, ...checks];
}

/** The checks of a split that was made before under the same ids. Throws Conflict where something else was. */
async function knownChecks(ctx: Context, { checks }: Split, fingerprint: string): Promise<Order[] | undefined> {
  const known: Order[] = [];
  for (const { id } of checks.toSorted((one, other) => (one.id < other.id ? -1 : 1))) {
    await holdId(ctx, id);
    const there = await find(ctx, Order, id);
    if (!there) continue;
    checkSame(there, fingerprint);
    known.push(there);
  }
  return known.length > 0 ? checks.flatMap(({ id }) => known.find((each) => each.id === id) ?? []) : undefined;
}

/** A new order of the same guests, with nothing on it yet. */
async function openCheck(
  ctx: Context,
  order: Order,
  { id, fingerprint }: { id: string; fingerprint: string },
): Promise<Order> {
  const { locationId, businessDate, currency, channel, tableId, serverId, progress, placedAt, firedCourses } = order;
  return create(ctx, Order, {
    ...{ id, fingerprint, locationId, businessDate, currency, channel, tableId, serverId, progress, placedAt },
    ...{ firedCourses, splitFromId: order.id, openedAt: ctx.now() },
    number: await nextNumber(ctx, locationId, businessDate),
  });
}

/** Puts on each check what it has, the order itself first, to the cent. */
async function share(
  ctx: Context,
  checks: readonly Order[],
  lines: readonly OrderLine[],
  shares: readonly CheckShare[],
): Promise<void> {
  const [order] = checks as [Order];
  const ledger = await firesOfLines(
    ctx,
    lines.map(({ id }) => id),
  );
  const pieces = lines
    .filter(({ voidedAt }) => !voidedAt)
    .map((line) => ({ lineId: line.id, on: shareLine(ctx, checks, line, shares) }));
  for (const { lineId, on } of pieces)
    for (const to of on) if (to && to.id !== lineId) ledger.push(...moveFires(ctx, ledger, { fromLineId: lineId, to }));
  await ctx.em.flush();
  const voided = lines.filter(({ voidedAt }) => voidedAt);
  const { discounts, serviceCharges } = order;
  for (const [at, check] of checks.entries()) {
    const own = new Map(pieces.flatMap(({ lineId, on }) => (on[at] ? [[lineId, on[at]] as const] : [])));
    check.discounts = discountsOf(discounts, shares, at);
    settleCents(check, serviceCharges, own, shares[at]?.totals ?? { lines: [], charges: [] });
    await recount(ctx, check, [...own.values(), ...(at === 0 ? voided : [])]);
  }
  for (const check of checks) if (isInKitchen(check)) await settle(ctx, check);
  await tellTickets(ctx, order, ledger);
  await ctx.em.flush();
}

const isInKitchen = ({ progress }: Order): boolean =>
  [OrderProgress.PLACED, OrderProgress.IN_KITCHEN, OrderProgress.READY].includes(progress);

/** A line on each check that has something of it: the first one has the line itself, the others a new one each. */
function shareLine(
  ctx: Context,
  checks: readonly Order[],
  line: OrderLine,
  shares: readonly CheckShare[],
): (OrderLine | undefined)[] {
  const quantities = shares.map((share) => share.quantities.get(line.id));
  const weights = weightsOf(quantities.map((quantity) => givenDecimal(quantity ?? '0', ['id'])));
  const portions = sharesAmong(line.portions, weights);
  const taken = shares.map(({ totals }) => totals.lines.find(({ id }) => id === line.id)?.lineDiscount ?? 0);
  const discounts = line.discounts.map((discount) => sharedAmount(discount, taken.some(Boolean) ? taken : weights));
  const first = quantities.findIndex((quantity) => quantity !== undefined);
  const { itemId, names, unitPrice, allergens, options, taxes, seat, course, note, position } = line;
  // What was given away stays in the report of its cash session.
  const { cashSessionId } = line;
  const sale = { itemId, names, unitPrice, allergens, options, taxes, seat, course, note, position, cashSessionId };
  return checks.map(({ id: orderId }, at) => {
    const quantity = quantities[at];
    if (quantity === undefined) return undefined;
    const own = discounts.flatMap((each) => each[at] ?? []);
    const part = { orderId, quantity, portions: portions[at] ?? 0, discounts: own, odd: null };
    if (at === first) return Object.assign(line, part);
    return create(ctx, OrderLine, { ...sale, ...part, fingerprint: fingerprintOf({ orderId, splitFromId: line.id }) });
  });
}

/** The discounts of the order for one of its checks: a percentage is the same for all, an amount is shared as the lines have it. */
function discountsOf(discounts: readonly GivenDiscount[], shares: readonly CheckShare[], at: number): GivenDiscount[] {
  const taken = shares.map(({ totals }) => totals.lines.reduce((sum, line) => sum + line.orderDiscount, 0));
  const weights = taken.some(Boolean) ? taken : taken.map(() => 1);
  return discounts.flatMap((discount) => sharedAmount(discount, weights)[at] ?? []);
}

function sharedAmount(discount: GivenDiscount, weights: readonly Weight[]): GivenDiscount[] {
  if (discount.kind === 'PERCENT') return weights.map(() => discount);
  return sharesAmong(discount.amount, weights).map((amount) => ({ ...discount, amount }));
}

/** Lets a check come to what is wanted of it; `own` are its lines by those that they are parts of. */
function settleCents(
  check: Order,
  charges: readonly GivenCharge[],
  own: ReadonlyMap<string, OrderLine>,
  wanted: CheckTotals,
): void {
  check.serviceCharges = charges.map((charge, nth) => {
    const { odd: _, ...plain } = charge;
    return plain.kind === 'PERCENT' ? plain : { ...plain, amount: wanted.charges[nth]?.amount ?? 0 };
  });
  const lines = wanted.lines.flatMap((line) => ({ ...line, id: own.get(line.id)?.id ?? line.id }));
  const odd = oddCentsFor(toTotal(check, [...own.values()]), { ...wanted, lines });
  for (const line of own.values()) line.odd = odd.lines.get(line.id) ?? null;
  check.serviceCharges = check.serviceCharges.map((charge) => ({ ...charge, odd: odd.charges.get(charge.id) }));
}
