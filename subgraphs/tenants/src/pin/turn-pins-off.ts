import type { Context } from '@mycelium/kit/context';
import { validate as isUuid } from 'uuid';
import { endSignings } from '../station/signing.ts';
import { Pin } from './pin.ts';

/** Turns off the PINs of the person whom a security alert names, and signs them out, until a manager resets them. */
export async function turnPinsOff(ctx: Context, { userId }: { userId?: unknown }, tenantId: string) {
  if (typeof userId !== 'string' || !isUuid(userId)) return;
  const pins = await ctx.em.find(Pin, { tenantId, user: userId, offAt: null });
  for (const pin of pins) pin.offAt = new Date();
  await endSignings(ctx, { userId, tenantId });
  return { pinsTurnedOff: pins.length };
}
