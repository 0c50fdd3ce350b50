import type { Context } from '@mycelium/kit/context';
import { CashMovement, CashMovementKind } from '../cash-movement/cash-movement.ts';
import { earliestIdBeside } from '../client-id/earliest-id.ts';
import { taxesOfOrder } from '../order/explain-order.ts';
import { Order } from '../order/order.ts';
import { OrderMoney, OrderProgress } from '../order/order-state.ts';
import { OrderLine } from '../order-line/order-line.ts';
import { worthOf } from '../order-line/worth-of.ts';
import { Payment, PaymentStatus, Tender } from '../payment/payment.ts';
import { paymentsOfOrders } from '../payment/payments-of.ts';
import { Refund } from '../refund/refund.ts';
import { sumOf } from '../totals/held.ts';
import { ZReport } from '../z-report/z-report.ts';
import type { CashReport, CashReportTax, CashReportTender } from './cash-report.ts';
import type { CashSession } from './cash-session.ts';
import { expectedCash } from './expected-cash.ts';

/** Also what another system has promised: it is captured when the session is closed. */
const held = [PaymentStatus.CAPTURED, PaymentStatus.AUTHORISED];

/** What went through the drawer of a session until now, and what should be in it. */
export async function buildReport(ctx: Context, session: CashSession): Promise<CashReport> {
  const ofSession = { cashSessionId: session.id, id: { $gte: earliestIdBeside(session.id) } };
  const taken = await ctx.em.find(Payment, { ...ofSession, status: { $in: held } });
  const refunds = await ctx.em.find(Refund, ofSession);
  const moved = await ctx.em.find(CashMovement, { sessionId: session.id });
  const cash = taken.filter(({ tender }) => tender === Tender.CASH);
  const movedAs = (kind: CashMovementKind) =>
    total(moved.filter((each) => each.kind === kind).map((each) => each.amount));
  const drawn = {
    float: session.float,
    payments: total(cash.map(({ amount, rounding }) => amount + rounding)),
    tips: total(cash.map(({ tip }) => tip)),
    refunds: total(refunds.map((refund) => refund.cash)),
    paidIn: movedAs(CashMovementKind.PAID_IN),
    paidOut: movedAs(CashMovementKind.PAID_OUT),
    drops: movedAs(CashMovementKind.DROP),
    tipsOut: movedAs(CashMovementKind.TIPS_OUT),
  };
  const money = (amount: number) => ({ amount, currency: session.currency });
  const difference = await openingDifference(ctx, session);
  return {
    ...{ float: money(drawn.float), openingDifference: difference === undefined ? null : money(difference) },
    ...{ cashPayments: money(drawn.payments), cashTips: money(drawn.tips), cashRefunds: money(drawn.refunds) },
    ...{ paidIn: money(drawn.paidIn), paidOut: money(drawn.paidOut), drops: money(drawn.drops) },
    ...{ tipsOut: money(drawn.tipsOut), expected: money(expectedCash(drawn)) },
    tenders: byTender(taken, session.currency),
    taxes: await taxesSettled(ctx, session, taken),
    refunds: { count: refunds.length, amount: money(total(refunds.map(({ amount, tip }) => amount + tip))) },
    refundTenders: await backByTender(ctx, refunds, session.currency),
    refundTaxes: await taxesReversed(ctx, refunds, session.currency),
    ...(await compsAndVoids(ctx, session)),
  };
}

const total = (amounts: readonly number[]): number => sumOf(amounts, ['sessionId']);

/** Against what was counted when the drawer was closed before. */
async function openingDifference({ em }: Context, { drawerId, float }: CashSession): Promise<number | undefined> {
  const [last] = await em.find(ZReport, { drawerId }, { orderBy: { number: 'desc' }, limit: 1 });
  return last && float - last.counted;
}

interface Tendered extends Pick<Payment, 'tender' | 'kind' | 'amount' | 'tip'> {}

function byTender(moved: readonly Tendered[], currency: string): CashReportTender[] {
  const groups = Map.groupBy(moved, ({ tender, kind }) => `${tender} ${kind ?? ''}`);
  return [...groups.entries()]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([, each]) => ({
      ...{ tender: each[0]?.tender ?? Tender.CASH, kind: each[0]?.kind ?? null, count: each.length },
      amount: { amount: total(each.map(({ amount }) => amount)), currency },
      tip: { amount: total(each.map(({ tip }) => tip)), currency },
    }));
}

/** What went back with refunds, by the tender of the payments that it went back to. */
async function backByTender(ctx: Context, refunds: readonly Refund[], currency: string): Promise<CashReportTender[]> {
  const back = refunds.flatMap(({ tenders }) => tenders);
  const payments = await ctx.em.find(Payment, { id: { $in: [...new Set(back.map(({ paymentId }) => paymentId))] } });
  const kinds = new Map(payments.map(({ id, kind }) => [id, kind]));
  return byTender(
    back.map(({ paymentId, tender, amount, tip = 0 }) => ({ tender, amount, tip, kind: kinds.get(paymentId) })),
    currency,
  );
}

const settled: ReadonlySet<OrderMoney> = new Set([OrderMoney.PAID, OrderMoney.PARTLY_REFUNDED, OrderMoney.REFUNDED]);

/** The taxes of the orders that were settled here: a tax belongs to one session, whatever sessions an order was paid in. */
async function taxesSettled(ctx: Context, session: CashSession, taken: readonly Payment[]): Promise<CashReportTax[]> {
  const ids = [...new Set(taken.map(({ orderId }) => orderId))];
  const orders = (await ctx.em.find(Order, { id: { $in: ids } })).filter(({ money }) => settled.has(money));
  const paid = (await paymentsOfOrders(ctx, orders)).filter(({ status }) => held.includes(status));
  const last = new Map(paid.map((payment) => [payment.orderId, payment]));
  const here = orders.filter(({ id }) => last.get(id)?.cashSessionId === session.id);
  return byRule((await Promise.all(here.map((order) => taxesOfOrder(ctx, order)))).flat());
}

/** The taxes that went back with refunds, by the names that they had on their orders. */
async function taxesReversed(ctx: Context, refunds: readonly Refund[], currency: string): Promise<CashReportTax[]> {
  const orders = await ctx.em.find(Order, { id: { $in: [...new Set(refunds.map(({ orderId }) => orderId))] } });
  const known = (await Promise.all(orders.map((order) => taxesOfOrder(ctx, order)))).flat();
  const names = new Map(known.map(({ ruleId, name }) => [ruleId, name]));
  const taxes = refunds.flatMap(({ lines }) => lines.flatMap((line) => line.taxes));
  return byRule(
    taxes.map(({ amount, ...tax }) => ({
      ...tax,
      ...{ name: names.get(tax.ruleId) ?? tax.ruleId, amount: { amount, currency } },
    })),
  );
}

/** Each tax once. */
function byRule(taxes: readonly CashReportTax[]): CashReportTax[] {
  const groups = Map.groupBy(taxes, ({ ruleId, rate, inclusive }) => `${ruleId} ${rate} ${inclusive}`);
  return [...groups.values()].flatMap((each) => {
    const [first] = each;
    if (!first) return [];
    const { ruleId, name, rate, inclusive } = first;
    const amount = { ...first.amount, amount: total(each.map((tax) => tax.amount.amount)) };
    return [{ ruleId, name, rate, inclusive, amount }];
  });
}

/** What of the lines that this session reports is off, alone or with its order, and what was given away. */
async function compsAndVoids(
  ctx: Context,
  { id, currency }: CashSession,
): Promise<Pick<CashReport, 'comps' | 'voids'>> {
  const lines = await ctx.em.find(OrderLine, { cashSessionId: id, id: { $gte: earliestIdBeside(id) } });
  const orders = await ctx.em.find(Order, { id: { $in: [...new Set(lines.map(({ orderId }) => orderId))] } });
  const off = new Set(orders.filter(({ progress }) => progress === OrderProgress.VOID).map((order) => order.id));
  const isVoid = (line: OrderLine) => !!line.voidedAt || off.has(line.orderId);
  const [voids, comps] = [lines.filter(isVoid), lines.filter((line) => !isVoid(line))];
  const summed = (of: readonly OrderLine[]) => ({
    count: of.length,
    amount: { amount: total(of.map(worthOf)), currency },
  });
  return { comps: summed(comps), voids: summed(voids) };
}
