import { businessDayOf } from '@mycelium/kit/business-day';
import type { Context } from '@mycelium/kit/context';
import { create, read, unchanged } from '@mycelium/kit/crud';
import { Conflict, Invalid, Unavailable } from '@mycelium/kit/errors';
import { parseInput } from '@mycelium/kit/input';
import { type MoneyInput, priceSchema } from '@mycelium/kit/money';
import { cashSessionClosed } from '@mycelium/schema/subgraphs/restaurant/payments';
import { personOf } from '../approval/person-of.ts';
import { buildReport } from '../cash-session/build-report.ts';
import { CashSession } from '../cash-session/cash-session.ts';
import { closed, lockSession } from '../cash-session/find-sessions.ts';
import { type StationWaiting, stationsWaiting } from '../cash-session/stations-waiting.ts';
import { holdId } from '../client-id/client-id.ts';
import { Location } from '../location/location.ts';
import { reasonSchema } from '../order/order-input.ts';
import { captureAll } from '../payment/promised-payment.ts';
import { ZReport } from './z-report.ts';

interface Closing {
  counted: MoneyInput;
  despite?: string | null;
}

/**
 * Closes a session with what was counted. Nothing is paid into it meanwhile, and its report has the next number of the
 * drawer. Throws Conflict while cash of this drawer that a till took has not arrived, unless it is said why it is closed all the same.
 */
export async function closeSession(ctx: Context, id: string, { counted: input, despite }: Closing): Promise<ZReport> {
  const counted = parseInput(priceSchema, input, ['counted']);
  const reason = despite == null ? null : parseInput(reasonSchema, despite, ['despite']);
  const waiting = await notArrived(ctx, id, reason);
  const session = await lockSession(ctx, id);
  if (counted.currency !== session.currency)
    throw new Invalid(`This drawer is in ${session.currency}.`, ['counted', 'currency'], {
      ...{ reason: 'OTHER_CURRENCY', currency: session.currency },
    });
  const known = await ctx.em.findOne(ZReport, { sessionId: session.id });
  if (known?.counted === counted.amount) return unchanged(ctx, known);
  if (known) throw closed();
  await holdId(ctx, `drawer ${session.drawerId}`);
  await captureAll(ctx, session);
  const report = await buildReport(ctx, session);
  const location = await read(ctx, Location, session.locationId);
  const closedAt = ctx.now();
  const { date } = businessDayOf(closedAt, { zone: location.timeZone, at: location.dayStart });
  const [last] = await ctx.em.find(ZReport, { drawerId: session.drawerId }, { orderBy: { number: 'desc' }, limit: 1 });
  const { id: sessionId, drawerId, currency } = session;
  const z = create(ctx, ZReport, {
    ...{
      sessionId,
      drawerId,
      locationId: location.id,
      currency,
      report,
      closedAt,
      businessDate: date,
      counted: counted.amount,
    },
    ...{ number: (last?.number ?? 0) + 1, expected: report.expected.amount },
    ...{ closedBy: personOf(ctx), waiting, despite: waiting.length > 0 ? reason : null },
  });
  session.closedAt = closedAt;
  await ctx.em.flush();
  ctx.publish(cashSessionClosed, { sessionId, drawerId, locationId: location.id, zReportId: z.id });
  return z;
}

/** The tills whose writes are missing in the report of a session that is open. It is asked for before anything is locked. */
async function notArrived(ctx: Context, id: string, reason: string | null): Promise<StationWaiting[]> {
  const session = await read(ctx, CashSession, id);
  if (session.closedAt) return [];
  const tills = await stationsWaiting(ctx, session).catch((error: unknown) => {
    // Whoever says why does not wait until it can be asked.
    if (reason && error instanceof Unavailable) return [];
    throw error;
  });
  const stations = tills.filter(({ waiting }) => waiting > 0);
  const names = stations.map(({ name, takenBy }) => (takenBy.length > 0 ? `${name} (${takenBy.join(', ')})` : name));
  if (stations.length > 0 && !reason)
    throw new Conflict(`Something of ${names.join(', ')} has not arrived yet.`, {
      ...{ reason: 'OUTBOX_WAITING', stations },
    });
  return stations;
}
