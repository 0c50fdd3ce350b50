import type { Context } from '@mycelium/kit/context';
import { v7 as uuidv7 } from 'uuid';
import { CashMovement, CashMovementKind } from '../cash-movement/cash-movement.ts';
import { buildReport } from '../cash-session/build-report.ts';
import type { CashSession } from '../cash-session/cash-session.ts';
import { ZReport } from '../z-report/z-report.ts';
import { HOUR_MS } from './shift.ts';

export const FLOAT = 20_000;
const CHANGE = 5_000;
const ICE = 3_500;
/** To the safe goes what is above the float, in notes. */
const NOTE = 1_000;
/** By how much more than expected was counted, day by day; the last time 12 cents were missing. */
const differences = [0, 0, 25, 0, -5, -12];

/** Notes what else went through the drawer of a past day, and counts it. What was paid that day is in the database already. */
export async function countDrawer(ctx: Context, session: CashSession, nth: number): Promise<void> {
  const { em } = ctx;
  const {
    id: sessionId,
    tenantId,
    drawerId,
    locationId,
    currency,
    businessDate,
    openedAt,
    openedBy,
    closedAt,
  } = session;
  if (!closedAt) throw new Error('A past day is over.');
  const moved = (kind: CashMovementKind, amount: number, reason: string, hours: number) => {
    const movedAt = new Date(openedAt.getTime() + hours * HOUR_MS);
    const id = uuidv7({ msecs: movedAt.getTime() });
    em.create(CashMovement, {
      ...{ id, tenantId, sessionId, locationId, kind, amount, currency, reason, movedAt, fingerprint: id },
      personId: openedBy,
    });
  };
  moved(CashMovementKind.PAID_IN, CHANGE, 'Cambio del banco', 2);
  if (nth % 2 === 1) moved(CashMovementKind.PAID_OUT, ICE, 'Hielo', 5);
  await em.flush();
  const { expected: held } = await buildReport(ctx, session);
  const dropped = Math.floor((held.amount - FLOAT) / NOTE) * NOTE;
  if (dropped > 0) moved(CashMovementKind.DROP, dropped, 'A la caja fuerte', 10);
  await em.flush();
  const report = await buildReport(ctx, session);
  const expected = report.expected.amount;
  em.create(ZReport, {
    ...{ tenantId, sessionId, drawerId, locationId, currency, businessDate, report, expected, closedAt },
    ...{ number: nth + 1, counted: expected + (differences[nth] ?? 0), closedBy: openedBy },
  });
  await em.flush();
}
