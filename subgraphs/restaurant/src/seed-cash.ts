import { businessDayOf } from '@mycelium/kit/business-day';
import type { Context } from '@mycelium/kit/context';
import { v7 as uuidv7 } from 'uuid';
import { CashMovement, CashMovementKind } from './cash-movement/cash-movement.ts';
import type { CashReport } from './cash-session/cash-report.ts';
import { CashSession } from './cash-session/cash-session.ts';
import { expectedCash } from './cash-session/expected-cash.ts';
import { Drawer } from './drawer/drawer.ts';
import type { Location } from './location/location.ts';
import { ZReport } from './z-report/z-report.ts';

const HOUR_MS = 60 * 60_000;
const FLOAT = 20_000;
const CHANGE = 5_000;
const ICE = 3_500;
const DROPPED = 1_500;
const SHORT = 12;

/** A drawer of a location: a day without sales that was counted 12 cents short, and today, for which it is open. */
export function seedCash({ em, now }: Pick<Context, 'em' | 'now'>, location: Location): void {
  const { id: locationId, tenantId, currency } = location;
  const drawerId = em.create(Drawer, { tenantId, locationId, name: 'Mostrador' }).id;
  const dayOf = (at: Date) => businessDayOf(at, { zone: location.timeZone, at: location.dayStart }).date;
  const session = (openedAt: Date, closedAt: Date | null = null) => {
    const id = uuidv7({ msecs: openedAt.getTime() });
    const facts = { tenantId, drawerId, locationId, currency, float: FLOAT, openedAt, closedAt };
    em.create(CashSession, { ...facts, id, businessDate: dayOf(openedAt), fingerprint: id });
    return id;
  };
  const today = businessDayOf(now(), { zone: location.timeZone, at: location.dayStart }).from.getTime();
  const [opened, closed] = [new Date(today - 16 * HOUR_MS), new Date(today - 5 * HOUR_MS)];
  const sessionId = session(opened, closed);
  const moved = (kind: CashMovementKind, amount: number, reason: string, hours: number) => {
    const movedAt = new Date(opened.getTime() + hours * HOUR_MS);
    const id = uuidv7({ msecs: movedAt.getTime() });
    em.create(CashMovement, {
      ...{ id, tenantId, sessionId, locationId, kind, amount, currency, reason, movedAt, fingerprint: id },
    });
  };
  moved(CashMovementKind.PAID_IN, CHANGE, 'Cambio del banco', 2);
  moved(CashMovementKind.PAID_OUT, ICE, 'Hielo', 5);
  moved(CashMovementKind.DROP, DROPPED, 'A la caja fuerte', 10);
  const drawn = { payments: 0, tips: 0, refunds: 0, drops: DROPPED, tipsOut: 0 };
  const expected = expectedCash({ ...drawn, float: FLOAT, paidIn: CHANGE, paidOut: ICE });
  em.create(ZReport, {
    ...{ tenantId, sessionId, drawerId, locationId, currency, expected, number: 1 },
    ...{ counted: expected - SHORT, closedAt: closed, businessDate: dayOf(closed) },
    report: reportOf(currency, expected),
  });
  session(now());
}

/** Of a day on which nothing was sold. */
function reportOf(currency: string, expected: number): CashReport {
  const money = (amount: number) => ({ amount, currency });
  const none = { count: 0, amount: money(0) };
  return {
    ...{ float: money(FLOAT), openingDifference: null, expected: money(expected) },
    ...{ cashPayments: money(0), cashTips: money(0), cashRefunds: money(0) },
    ...{ paidIn: money(CHANGE), paidOut: money(ICE), drops: money(DROPPED), tipsOut: money(0) },
    ...{ tenders: [], taxes: [], refunds: none, refundTenders: [], refundTaxes: [], comps: none, voids: none },
  };
}
