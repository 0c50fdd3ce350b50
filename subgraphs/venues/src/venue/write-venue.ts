import { checkLocation } from '@mycelium/kit/check-location';
import type { Context } from '@mycelium/kit/context';
import { change, create, read, unchanged, update } from '@mycelium/kit/crud';
import { parseInput } from '@mycelium/kit/input';
import { venueClosed, venueCreated, venueReopened, venueUpdated } from '@mycelium/schema/subgraphs/venues';
import { Venue } from './venue.ts';
import { type CreateVenueInput, createVenueSchema, type UpdateVenueInput, updateVenueSchema } from './venue-input.ts';

/** A new venue; throws Invalid with the path of what is wrong, NotFound for a location of somebody else. */
export async function createVenue(ctx: Context, input: CreateVenueInput): Promise<Venue> {
  const facts = parseInput(createVenueSchema, input);
  if (facts.locationId) await checkLocation(ctx, facts.locationId, ['input', 'locationId']);
  const venue = create(ctx, Venue, facts);
  await ctx.em.flush();
  tell(ctx, venueCreated, venue);
  return venue;
}

/** Changes what the input names; what it leaves out stays. */
export async function updateVenue(ctx: Context, id: string, input: UpdateVenueInput): Promise<Venue> {
  const { version, ...patch } = parseInput(updateVenueSchema, input);
  if (patch.locationId) await checkLocation(ctx, patch.locationId, ['input', 'locationId']);
  return update(ctx, Venue, { id, version }, patch, (venue) => tell(ctx, venueUpdated, venue));
}

/** Closes a venue: its numbers stay, and nothing more is collected. */
export async function closeVenue(ctx: Context, id: string): Promise<Venue> {
  const venue = await read(ctx, Venue, id);
  if (venue.closedAt) return unchanged(ctx, venue);
  return change(ctx, venue, { closedAt: ctx.now() }, () => tell(ctx, venueClosed, venue));
}

/** Opens a closed venue again. */
export async function reopenVenue(ctx: Context, id: string): Promise<Venue> {
  const venue = await read(ctx, Venue, id);
  if (!venue.closedAt) return unchanged(ctx, venue);
  return change(ctx, venue, { closedAt: null }, () => tell(ctx, venueReopened, venue));
}

function tell(ctx: Context, type: typeof venueCreated, { id }: Venue): void {
  ctx.publish(type, { venueId: id });
}
