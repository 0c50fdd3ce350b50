import { LockMode } from '@mikro-orm/core';
import type { Context } from '@mycelium/kit/context';
import { change, create, oneOf, read, unchanged } from '@mycelium/kit/crud';
import { Conflict, Invalid, NotFound } from '@mycelium/kit/errors';
import { parseInput } from '@mycelium/kit/input';
import { waitlistChanged } from '@mycelium/schema/subgraphs/restaurant/floor';
import { textWhenReady } from '../guest-message/text-when-ready.ts';
import { Location } from '../location/location.ts';
import { seatTable } from '../table/serve-table.ts';
import { readTable } from '../table/tables-of.ts';
import { type JoinWaitlistInput, joinSchema } from './waitlist-input.ts';
import { WaitlistParty, WaitlistState } from './waitlist-party.ts';

const MOST_WAITING = 200;

/** Guests begin to wait. */
export async function joinWaitlist(ctx: Context, input: JoinWaitlistInput): Promise<WaitlistParty> {
  const { name, phone, ...facts } = parseInput(joinSchema, input);
  const location = await read(ctx, Location, facts.locationId);
  if (location.closedAt) throw new Conflict('This location is closed.', { reason: 'CLOSED' });
  const waiting = await ctx.em.count(WaitlistParty, { locationId: location.id, endedAt: null });
  if (waiting >= MOST_WAITING)
    throw new Invalid(`At most ${MOST_WAITING} parties wait at a location.`, ['input', 'locationId'], {
      reason: 'FULL',
      limit: MOST_WAITING,
    });
  const party = create(ctx, WaitlistParty, {
    ...{ ...facts, locationId: location.id, joinedAt: ctx.now(), state: WaitlistState.WAITING },
    ...{ sealedName: ctx.vault.seal(name), sealedPhone: phone ? ctx.vault.seal(phone) : null },
  });
  await ctx.em.flush();
  tell(ctx, party);
  return party;
}

/** Says to guests who wait that their table is ready. */
export async function notifyParty(ctx: Context, id: string): Promise<WaitlistParty> {
  const party = await lockParty(ctx, id);
  checkWaits(party);
  await textWhenReady(ctx, party);
  return change(ctx, party, { state: WaitlistState.NOTIFIED, notifiedAt: ctx.now() }, () => tell(ctx, party));
}

/** Seats guests who waited at a free table of the location. */
export async function seatParty(ctx: Context, id: string, tableId: string): Promise<WaitlistParty> {
  const party = await lockParty(ctx, id);
  checkWaits(party);
  const table = await readTable(ctx, tableId);
  if (table.locationId !== party.locationId)
    throw new Invalid('This table is at another location.', ['tableId'], { reason: 'OTHER_LOCATION' });
  await seatTable(ctx, table.id, party.size);
  return end(ctx, party, { state: WaitlistState.SEATED, tableId: table.id });
}

/** Guests who waited have left. */
export async function leaveWaitlist(ctx: Context, id: string): Promise<WaitlistParty> {
  const party = await lockParty(ctx, id);
  if (party.state === WaitlistState.LEFT) return unchanged(ctx, party);
  checkWaits(party);
  return end(ctx, party, { state: WaitlistState.LEFT });
}

async function lockParty({ em }: Context, id: string): Promise<WaitlistParty> {
  const options = { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true } as const;
  const party = await em.findOne(WaitlistParty, { id: oneOf([id]) }, options);
  if (!party) throw new NotFound('WaitlistParty', id);
  return party;
}

function checkWaits({ state }: WaitlistParty): void {
  if (state === WaitlistState.SEATED || state === WaitlistState.LEFT)
    throw new Conflict(`This party is ${state}.`, { reason: 'NOT_WAITING', state });
}

/** They no longer wait, and nobody needs to know who they were. */
function end(ctx: Context, party: WaitlistParty, patch: Partial<WaitlistParty>): Promise<WaitlistParty> {
  const forgotten = { sealedName: null, sealedPhone: null, endedAt: ctx.now() };
  return change(ctx, party, { ...forgotten, ...patch }, () => tell(ctx, party));
}

function tell(ctx: Context, { id, locationId }: WaitlistParty): void {
  ctx.publish(waitlistChanged, { partyId: id, locationId });
}
