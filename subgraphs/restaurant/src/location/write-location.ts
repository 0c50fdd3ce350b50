import type { Context } from '@mycelium/kit/context';
import { change, create, read, unchanged, update } from '@mycelium/kit/crud';
import { Conflict } from '@mycelium/kit/errors';
import { parseInput } from '@mycelium/kit/input';
import {
  locationClosed,
  locationCreated,
  locationReopened,
  locationUpdated,
} from '@mycelium/schema/subgraphs/restaurant/places';
import { Restaurant } from '../restaurant/restaurant.ts';
import { Location } from './location.ts';
import {
  type CreateLocationInput,
  createLocationSchema,
  type UpdateLocationInput,
  updateLocationSchema,
} from './location-input.ts';

/** A new location of a brand that is not closed. */
export async function createLocation(ctx: Context, input: CreateLocationInput): Promise<Location> {
  const { restaurantId, ...facts } = parseInput(createLocationSchema, input);
  const restaurant = await read(ctx, Restaurant, restaurantId);
  if (restaurant.closedAt) throw new Conflict('This brand is closed; reopen it first.', { reason: 'CLOSED' });
  const location = create(ctx, Location, { ...facts, restaurant });
  await ctx.em.flush();
  tell(ctx, locationCreated, location);
  return location;
}

/** Changes what the input names; what it leaves out stays. */
export async function updateLocation(ctx: Context, id: string, input: UpdateLocationInput): Promise<Location> {
  const { version, ...patch } = parseInput(updateLocationSchema, input);
  return update(ctx, Location, { id, version }, patch, (location) => tell(ctx, locationUpdated, location));
}

/** Closes a location for good. What was sold there stays, so nothing is removed. */
export async function closeLocation(ctx: Context, id: string): Promise<Location> {
  const location = await read(ctx, Location, id);
  if (location.closedAt) return unchanged(ctx, location);
  return change(ctx, location, { closedAt: ctx.now() }, () => tell(ctx, locationClosed, location));
}

/** Opens a closed location of a brand that is not closed again. */
export async function reopenLocation(ctx: Context, id: string): Promise<Location> {
  const location = await read(ctx, Location, id);
  if (!location.closedAt) return unchanged(ctx, location);
  const restaurant = await location.restaurant.loadOrFail();
  if (restaurant.closedAt) throw new Conflict('Its brand is closed; reopen that first.', { reason: 'CLOSED' });
  return change(ctx, location, { closedAt: null }, () => tell(ctx, locationReopened, location));
}

function tell(ctx: Context, type: typeof locationCreated, { id, restaurant }: Location): void {
  ctx.publish(type, { locationId: id, restaurantId: restaurant.id });
}
