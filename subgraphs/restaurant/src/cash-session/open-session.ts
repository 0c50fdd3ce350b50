import { businessDayOf } from '@mycelium/kit/business-day';
import type { Context } from '@mycelium/kit/context';
import { create, find, read, unchanged } from '@mycelium/kit/crud';
import { Conflict } from '@mycelium/kit/errors';
import { parseInput } from '@mycelium/kit/input';
import { MinorUnits } from '@mycelium/schema/scalars';
import { cashSessionOpened } from '@mycelium/schema/subgraphs/restaurant/payments';
import { Field, ID, InputType } from 'type-graphql';
import { z } from 'zod';
import { personOf } from '../approval/person-of.ts';
import { checkClientId, checkSame, clientId, fingerprintOf, holdId } from '../client-id/client-id.ts';
import { Drawer } from '../drawer/drawer.ts';
import { Location } from '../location/location.ts';
import { CashSession } from './cash-session.ts';

@InputType({ description: 'A drawer that is opened.' })
export class OpenCashSessionInput {
  @Field(() => ID, {
    description: 'A UUIDv7 of your own, by which asking again changes nothing: the same content answers what is there.',
  })
  id!: string;

  @Field(() => ID)
  drawerId!: string;

  @Field(() => MinorUnits, { description: 'The cash that is in it, in minor units.' })
  float!: number;
}

const openSessionSchema = z.object({
  id: clientId,
  drawerId: z.string(),
  float: z.int().min(0, 'An amount is not negative'),
});

/** Opens a drawer that is not open; the session that is there already when this id has one of the same content. */
export async function openSession(ctx: Context, input: OpenCashSessionInput): Promise<CashSession> {
  const { id: given, ...asked } = parseInput(openSessionSchema, input);
  const fingerprint = fingerprintOf(asked);
  await holdId(ctx, given);
  const known = await find(ctx, CashSession, given);
  if (known) {
    checkSame(known, fingerprint);
    return unchanged(ctx, known);
  }
  const id = checkClientId(given, ['input', 'id']);
  const drawer = await read(ctx, Drawer, asked.drawerId);
  await holdId(ctx, `drawer ${drawer.id}`);
  await ctx.em.refresh(drawer);
  if (drawer.archivedAt) throw new Conflict('This drawer was put away.', { reason: 'DRAWER_ARCHIVED' });
  const open = await ctx.em.findOne(CashSession, { drawerId: drawer.id, closedAt: null });
  if (open) throw new Conflict('This drawer is open already.', { reason: 'DRAWER_OPEN', sessionId: open.id });
  const location = await read(ctx, Location, drawer.locationId);
  if (location.closedAt) throw new Conflict('This location is closed.', { reason: 'CLOSED' });
  const openedAt = ctx.now();
  const { date } = businessDayOf(openedAt, { zone: location.timeZone, at: location.dayStart });
  const session = create(ctx, CashSession, {
    ...{ id, fingerprint, openedAt, drawerId: drawer.id, locationId: location.id, float: asked.float },
    ...{ currency: location.currency, businessDate: date },
    openedBy: personOf(ctx),
  });
  await ctx.em.flush();
  ctx.publish(cashSessionOpened, { sessionId: id, drawerId: drawer.id, locationId: location.id });
  return session;
}
