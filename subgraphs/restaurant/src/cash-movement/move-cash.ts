import type { Context } from '@mycelium/kit/context';
import { create, find, unchanged } from '@mycelium/kit/crud';
import { parseInput } from '@mycelium/kit/input';
import { MinorUnits } from '@mycelium/schema/scalars';
import { cashMoved } from '@mycelium/schema/subgraphs/restaurant/payments';
import { Field, ID, InputType } from 'type-graphql';
import { z } from 'zod';
import { personOf } from '../approval/person-of.ts';
import { holdOpen } from '../cash-session/find-sessions.ts';
import { checkClientId, checkSame, clientId, fingerprintOf, holdId } from '../client-id/client-id.ts';
import { reasonSchema } from '../order/order-input.ts';
import { CashMovement, type CashMovementKind } from './cash-movement.ts';

@InputType({ description: 'Cash that came into a drawer or left it, other than for an order.' })
export class CashMovementInput {
  @Field(() => ID, {
    description: 'A UUIDv7 of your own, by which asking again changes nothing: the same content answers what is there.',
  })
  id!: string;

  @Field(() => ID, { description: 'An open cash session.' })
  sessionId!: string;

  @Field(() => MinorUnits, { description: 'In minor units.' })
  amount!: number;

  @Field(() => String, { description: 'At most 200 characters.' })
  reason!: string;
}

const movementSchema = z.object({
  id: clientId,
  sessionId: z.string(),
  amount: z.int().min(1, 'An amount is above 0'),
  reason: reasonSchema,
});

/** Notes cash that came into the drawer of an open session or left it, once. */
export async function moveCash(ctx: Context, kind: CashMovementKind, input: CashMovementInput): Promise<CashMovement> {
  const { id: given, ...asked } = parseInput(movementSchema, input);
  const fingerprint = fingerprintOf({ kind, ...asked });
  await holdId(ctx, given);
  const known = await find(ctx, CashMovement, given);
  if (known) {
    checkSame(known, fingerprint);
    return unchanged(ctx, known);
  }
  const id = checkClientId(given, ['input', 'id']);
  const session = await holdOpen(ctx, asked.sessionId);
  const movement = create(ctx, CashMovement, {
    ...{
      ...asked,
      id,
      kind,
      fingerprint,
      sessionId: session.id,
      locationId: session.locationId,
      currency: session.currency,
      movedAt: ctx.now(),
    },
    personId: personOf(ctx),
  });
  await ctx.em.flush();
  const { drawerId, locationId } = session;
  ctx.publish(cashMoved, { movementId: id, sessionId: session.id, drawerId, locationId });
  return movement;
}
