import { ownTenant } from '@mycelium/kit/allow';
import { businessDayOf } from '@mycelium/kit/business-day';
import type { Context } from '@mycelium/kit/context';
import { parseInput } from '@mycelium/kit/input';
import { loadAll } from '@mycelium/kit/reference';
import { z } from 'zod';
import type { CashReportSum } from '../cash-session/cash-report.ts';
import { CashSession } from '../cash-session/cash-session.ts';
import { textIn } from '../localized.ts';
import type { Location } from '../location/location.ts';
import { idsAround } from '../order/find-orders.ts';
import { Order } from '../order/order.ts';
import { OrderProgress } from '../order/order-state.ts';
import { COMP, isComped } from '../order-line/comp.ts';
import { linesOfOrders } from '../order-line/lines-of.ts';
import type { OrderLine } from '../order-line/order-line.ts';
import { worthOf } from '../order-line/worth-of.ts';
import { sumOf } from '../totals/held.ts';
import { type DayLosses, LossKind, type OrderLoss } from './day-losses.ts';

const MOST_ORDERS = 500;
const daySchema = z.iso.date('A day is YYYY-MM-DD').nullable();

/** An item of an order for which nothing, or less, was paid. */
interface Lost {
  kind: LossKind;
  order: Order;
  line: OrderLine;
  amount: number;
}

/** What of the orders of a business day was voided, given away or discounted, whether or not a drawer was open. */
export async function lossesOf(ctx: Context, location: Location, given: string | null): Promise<DayLosses> {
  const { timeZone: zone, dayStart: at } = location;
  const day = parseInput(daySchema, given, ['businessDate']);
  const businessDate = day ?? businessDayOf(ctx.now(), { zone, at }).date;
  const orders = await ordersWithLosses(ctx, location, businessDate);
  const byId = new Map(orders.map((order) => [order.id, order]));
  const lost = (await linesOfOrders(ctx, orders)).flatMap((line) => {
    const order = byId.get(line.orderId);
    return order ? lossOf(order, line) : [];
  });
  const summed = (of: readonly Lost[]): CashReportSum => ({
    ...{ count: of.length, amount: { amount: total(of), currency: location.currency } },
  });
  const as = (kind: LossKind) => lost.filter((each) => each.kind === kind);
  const [voids, comps] = [as(LossKind.VOID), as(LossKind.COMP)];
  return {
    businessDate,
    ...{ voids: summed(voids), comps: summed(comps), discounts: summed(as(LossKind.DISCOUNT)) },
    outside: summed([...voids, ...comps].filter(({ line }) => !line.cashSessionId)),
    orders: await byOrder(ctx, orders.slice(0, MOST_ORDERS), lost),
  };
}

/** The latest first. */
async function ordersWithLosses(ctx: Context, { id }: Location, day: string): Promise<Order[]> {
  const { $gte: first, $lt: after } = idsAround(day);
  const tenant = ownTenant(ctx);
  const found = await ctx.em.execute<{ id: string }[]>(
    `select o.id from restaurant."order" o
     where o.tenant_id = ? and o.location_id = ? and o.business_date = ? and o.id >= ? and o.id < ? and exists (
       select from restaurant.order_line l where l.tenant_id = ? and l.order_id = o.id and l.id >= ?
       and (l.voided_at is not null or l.gross <> l.amount or o.progress = 'VOID'))`,
    [tenant, id, day, first, after, tenant, first],
  );
  return ctx.em.find(Order, { id: { $in: found.map((row) => row.id) } }, { orderBy: { id: 'desc' } });
}

function lossOf(order: Order, line: OrderLine): Lost[] {
  if (line.voidedAt || order.progress === OrderProgress.VOID)
    return [{ kind: LossKind.VOID, order, line, amount: worthOf(line) }];
  if (isComped(line)) return [{ kind: LossKind.COMP, order, line, amount: line.gross }];
  const amount = line.gross - line.amount;
  return amount === 0 ? [] : [{ kind: LossKind.DISCOUNT, order, line, amount }];
}

/** What of an order stands in one report, or in none, as one. */
async function byOrder(ctx: Context, orders: readonly Order[], lost: readonly Lost[]): Promise<OrderLoss[]> {
  const groups = Map.groupBy(lost, ({ order, kind, line }) => `${order.id} ${kind} ${reportOf(kind, line) ?? ''}`);
  const ids = [...new Set(lost.flatMap(({ kind, line }) => reportOf(kind, line) ?? []))];
  const sessions = new Map((await loadAll(ctx, CashSession, ids)).map((session) => [session.id, session]));
  const kept = new Set(orders);
  return [...groups.values()]
    .filter(([one]) => one && kept.has(one.order))
    .toSorted(([one], [other]) => ((one?.order.id ?? '') < (other?.order.id ?? '') ? 1 : -1))
    .flatMap((own) => {
      const [one] = own;
      if (!one) return [];
      const { kind, order, line } = one;
      return {
        ...{ kind, order, cashSession: sessions.get(reportOf(kind, line) ?? '') },
        items: own.map((each) => textIn(each.line.names, undefined) ?? ''),
        reasons: [...new Set(own.flatMap(reasonsOf))],
        amount: { amount: total(own), currency: order.currency },
      };
    });
}

/** What was only discounted stands in no report of a drawer. */
function reportOf(kind: LossKind, { cashSessionId }: OrderLine): string | null {
  return kind === LossKind.DISCOUNT ? null : (cashSessionId ?? null);
}

function reasonsOf({ kind, order, line }: Lost): string[] {
  if (kind === LossKind.VOID) return [line.voidReason ?? order.voidReason ?? ''].filter(Boolean);
  if (kind === LossKind.COMP) return line.discounts.filter(({ id }) => id === COMP).map(({ name }) => name);
  return [...line.discounts, ...order.discounts].map(({ name }) => name);
}

const total = (lost: readonly Lost[]): number =>
  sumOf(
    lost.map(({ amount }) => amount),
    ['businessDate'],
  );
