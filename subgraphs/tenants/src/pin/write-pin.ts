import { randomInt } from 'node:crypto';
import { LockMode } from '@mikro-orm/core';
import { ownTenant } from '@mycelium/kit/allow';
import { checkLocation } from '@mycelium/kit/check-location';
import type { Context } from '@mycelium/kit/context';
import { create, unchanged } from '@mycelium/kit/crud';
import { Conflict, Forbidden, Invalid, NotFound } from '@mycelium/kit/errors';
import { raiseNotice } from '@mycelium/kit/notice';
import { countTry } from '@mycelium/kit/throttle';
import { validate as isUuid, v7 as uuidv7 } from 'uuid';
import { personOf } from '../session/end-sessions.ts';
import { endSignings } from '../station/signing.ts';
import { mayGrant } from '../user/grant.ts';
import { Membership } from '../user/membership.ts';
import { User } from '../user/user.ts';
import { hashPin } from './hash-pin.ts';
import { type NewPin, Pin } from './pin.ts';
import { isTrivial, PIN_FORM } from './pin-rules.ts';

/** Few: a PIN that is refused since somebody has it is one that works. */
const tries = { name: 'set-pin', points: 5, seconds: 3_600 };

const RESET_DIGITS = 6;
const MOST_DRAWN = 50;

/** Sets the PIN of the person who asks. Whether one is too easily guessed or somebody's already, they are answered the same. */
export async function setPin(ctx: Context, locationId: string, pin: string): Promise<Pin> {
  const tenantId = ownTenant(ctx);
  if (!PIN_FORM.test(pin)) throw new Invalid('A PIN has four to six digits.', ['pin'], { reason: 'PIN_FORM' });
  await checkLocation(ctx, locationId, ['locationId']);
  const userId = personOf(ctx);
  await countTry(ctx, tries, userId);
  const hash = await hashPin(ctx, tenantId, pin, { alone: true });
  const holding = await ctx.em.findOne(Pin, { tenantId, locationId, user: userId });
  if (holding?.offAt) throw new Conflict('Your PIN was turned off; ask a manager to reset it.', { reason: 'PIN_OFF' });
  if (holding?.hash === hash) return unchanged(ctx, holding);
  if (isTrivial(pin) || (await isTaken(ctx, tenantId, locationId, hash)))
    throw new Invalid('Choose another PIN; this one is too easy to guess or not available.', ['pin'], {
      reason: 'PIN_NOT_ALLOWED',
    });
  return keep(ctx, { locationId, userId, holding, hash });
}

/** Gives a person a new PIN, drawn by lot, which turns a PIN on again that was turned off. */
export async function resetPin(ctx: Context, membershipId: string, locationId: string): Promise<NewPin> {
  const tenantId = ownTenant(ctx);
  const member = isUuid(membershipId)
    ? await ctx.em.findOne(Membership, { id: membershipId, tenant: tenantId }, { lockMode: LockMode.PESSIMISTIC_READ })
    : undefined;
  if (!member) throw new NotFound('Membership', membershipId);
  const userId = member.user.id;
  if (userId !== ctx.viewer.id && !mayGrant(ctx.viewer.role, member.role))
    throw new Forbidden(`You may not reset the PIN of somebody with the role ${member.role}.`);
  await checkLocation(ctx, locationId, ['locationId']);
  const { pin, hash } = await draw(ctx, tenantId, locationId);
  const holding = await ctx.em.findOne(Pin, { tenantId, locationId, user: userId });
  await endSignings(ctx, { userId, tenantId });
  const kept = await keep(ctx, { locationId, userId, holding, hash });
  if (userId !== ctx.viewer.id)
    raiseNotice(ctx, { userId, kind: 'pin.reset', path: '/account', values: {}, onceKey: `pin.reset ${uuidv7()}` });
  return { pin, holding: kept };
}

/** A PIN that nobody has there. */
async function draw(ctx: Context, tenantId: string, locationId: string): Promise<{ pin: string; hash: string }> {
  for (let drawn = 0; drawn < MOST_DRAWN; drawn += 1) {
    const pin = String(randomInt(10 ** RESET_DIGITS)).padStart(RESET_DIGITS, '0');
    if (isTrivial(pin)) continue;
    const hash = await hashPin(ctx, tenantId, pin, { alone: true });
    if (!(await isTaken(ctx, tenantId, locationId, hash))) return { pin, hash };
  }
  throw new Error('No PIN is left at a location.');
}

async function isTaken({ em }: Context, tenantId: string, locationId: string, hash: string): Promise<boolean> {
  return (await em.count(Pin, { tenantId, locationId, hash })) > 0;
}

interface Keeping {
  locationId: string;
  userId: string;
  /** What the person has there until now. */
  holding: Pin | null;
  hash: string;
}

async function keep(ctx: Context, { locationId, userId, holding, hash }: Keeping): Promise<Pin> {
  const setAt = new Date();
  const user = ctx.em.getReference(User, userId);
  const pin = holding
    ? Object.assign(holding, { hash, setAt, offAt: null })
    : create(ctx, Pin, { user, locationId, hash, setAt });
  await ctx.em.flush();
  return pin;
}
