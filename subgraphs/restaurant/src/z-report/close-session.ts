import { businessDayOf } from '@mycelium/kit/business-day';
import type { Context } from '@mycelium/kit/context';
import { create, read, unchanged } from '@mycelium/kit/crud';
import { Invalid } from '@mycelium/kit/errors';
import { parseInput } from '@mycelium/kit/input';
import { type MoneyInput, priceSchema } from '@mycelium/kit/money';
import { cashSessionClosed } from '@mycelium/schema/subgraphs/restaurant/payments';
import { buildReport } from '../cash-session/build-report.ts';
import { closed, lockSession } from '../cash-session/find-sessions.ts';
import { holdId } from '../client-id/client-id.ts';
import { Location } from '../location/location.ts';
import { ZReport } from './z-report.ts';

/** Closes a session with what was counted. Nothing is paid into it meanwhile, and its report has the next number of the drawer. */
export async function closeSession(ctx: Context, id: string, input: MoneyInput): Promise<ZReport> {
  const counted = parseInput(priceSchema, input, ['counted']);
  const session = await lockSession(ctx, id);
  if (counted.currency !== session.currency)
    throw new Invalid(`This drawer is in ${session.currency}.`, ['counted', 'currency'], {
      ...{ reason: 'OTHER_CURRENCY', currency: session.currency },
    });
  const known = await ctx.em.findOne(ZReport, { sessionId: session.id });
  if (known?.counted === counted.amount) return unchanged(ctx, known);
  if (known) throw closed();
  await holdId(ctx, `drawer ${session.drawerId}`);
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
    closedBy: ctx.viewer.kind === 'user' ? ctx.viewer.id : null,
  });
  session.closedAt = closedAt;
  await ctx.em.flush();
  ctx.publish(cashSessionClosed, { sessionId, drawerId, locationId: location.id, zReportId: z.id });
  return z;
}
