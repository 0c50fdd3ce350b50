import type { Context } from '@mycelium/kit/context';
import { CashMovement, CashMovementKind } from '../cash-movement/cash-movement.ts';
import { earliestIdBeside } from '../client-id/earliest-id.ts';
import { taxesOfOrder } from '../order/explain-order.ts';
import { Order } from '../order/order.ts';
import { OrderMoney, OrderProgress } from '../order/order-state.ts';
import { linesOf } from '../order-line/lines-of.ts';
import type { OrderLine } from '../order-line/order-line.ts';
import { COMP } from '../order-line/write-lines.ts';
import { Payment, PaymentStatus, Tender } from '../payment/payment.ts';
import { paymentsOfOrders } from '../payment/payments-of.ts';
import { Refund } from '../refund/refund.ts';
import { sumOf } from '../totals/held.ts';
import { lineAmountOf } from '../totals/line-amount.ts';
import { ZReport } from '../z-report/z-report.ts';
import type { CashReport, CashReportSum, CashReportTax, CashReportTender } from './cash-report.ts';
import type { CashSession } from './cash-session.ts';
import { expectedCash } from './expected-cash.ts';

/** What went through the drawer of a session until now, and what should be in it. */
export async function buildReport(ctx: Context, session: CashSession): Promise<CashReport> {
  const ofSession = { cashSessionId: session.id, id: { $gte: earliestIdBeside(session.id) } };
  const taken = await ctx.em.find(Payment, { ...ofSession, status: PaymentStatus.CAPTURED });
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
    refunds: { count: refunds.length, amount: money(total(refunds.map(({ amount }) => amount))) },
    ...(await compsAndVoids(ctx, session)),
  };
}

const total = (amounts: readonly number[]): number => sumOf(amounts, ['sessionId']);

/** Against what was counted when the drawer was closed before. */
async function openingDifference({ em }: Context, { drawerId, float }: CashSession): Promise<number | undefined> {
  const [last] = await em.find(ZReport, { drawerId }, { orderBy: { number: 'desc' }, limit: 1 });
  return last && float - last.counted;
}

function byTender(taken: readonly Payment[], currency: string): CashReportTender[] {
  const groups = Map.groupBy(taken, ({ tender, kind }) => `${tender} ${kind ?? ''}`);
  return [...groups.entries()]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([, payments]) => ({
      ...{ tender: payments[0]?.tender ?? Tender.CASH, kind: payments[0]?.kind ?? null, count: payments.length },
      amount: { amount: total(payments.map(({ amount }) => amount)), currency },
      tip: { amount: total(payments.map(({ tip }) => tip)), currency },
    }));
}

const settled: ReadonlySet<OrderMoney> = new Set([OrderMoney.PAID, OrderMoney.PARTLY_REFUNDED, OrderMoney.REFUNDED]);

/** The taxes of the orders that were settled here: a tax belongs to one session, whatever sessions an order was paid in. */
async function taxesSettled(ctx: Context, session: CashSession, taken: readonly Payment[]): Promise<CashReportTax[]> {
  const ids = [...new Set(taken.map(({ orderId }) => orderId))];
  const orders = (await ctx.em.find(Order, { id: { $in: ids } })).filter(({ money }) => settled.has(money));
  const last = new Map((await paymentsOfOrders(ctx, orders)).map((payment) => [payment.orderId, payment]));
  const here = orders.filter(({ id }) => last.get(id)?.cashSessionId === session.id);
  const taxes = (await Promise.all(here.map((order) => taxesOfOrder(ctx, order)))).flat();
  const groups = Map.groupBy(taxes, ({ ruleId, rate, inclusive }) => `${ruleId} ${rate} ${inclusive}`);
  return [...groups.values()].flatMap((each) => {
    const [first] = each;
    if (!first) return [];
    const { ruleId, name, rate, inclusive } = first;
    const amount = { amount: total(each.map((tax) => tax.amount.amount)), currency: session.currency };
    return [{ ruleId, name, rate, inclusive, amount }];
  });
}

async function compsAndVoids(ctx: Context, session: CashSession): Promise<Pick<CashReport, 'comps' | 'voids'>> {
  const orders = await ctx.em.find(Order, {
    locationId: session.locationId,
    id: { $gte: earliestIdBeside(session.id) },
    openedAt: { $gte: session.openedAt },
  });
  const lines = await Promise.all(orders.map((order) => linesOf(ctx, order)));
  const isVoid = (line: OrderLine, at: number) => !!line.voidedAt || orders[at]?.progress === OrderProgress.VOID;
  const voids = lines.flatMap((each, at) => each.filter((line) => isVoid(line, at)));
  const comps = lines.flatMap((each, at) =>
    each.filter((line) => !isVoid(line, at) && line.discounts.some(({ id }) => id === COMP)),
  );
  return { comps: worthOf(comps, session.currency), voids: worthOf(voids, session.currency) };
}

function worthOf(lines: readonly OrderLine[], currency: string): CashReportSum {
  const gross = lines.map(({ id, quantity, unitPrice, options }) => {
    const modifiers = options.map((option) => ({ price: option.price, quantity: option.quantity }));
    return lineAmountOf({ id, quantity, unitPrice, modifiers, taxes: [] }, ['lines'], 'HALF_UP').gross;
  });
  return { count: lines.length, amount: { amount: total(gross), currency } };
}
