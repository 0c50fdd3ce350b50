import type { Context } from '@mycelium/kit/context';
import { change, create, read, unchanged, update } from '@mycelium/kit/crud';
import { Conflict } from '@mycelium/kit/errors';
import { parseInput } from '@mycelium/kit/input';
import { restaurantCreated, restaurantUpdated } from '@mycelium/schema/subgraphs/restaurant/places';
import { Location } from '../location/location.ts';
import { Restaurant } from './restaurant.ts';
import {
  type CreateRestaurantInput,
  createRestaurantSchema,
  type UpdateRestaurantInput,
  updateRestaurantSchema,
} from './restaurant-input.ts';

/** A new brand, without a location yet. */
export async function createRestaurant(ctx: Context, input: CreateRestaurantInput): Promise<Restaurant> {
  const restaurant = create(ctx, Restaurant, parseInput(createRestaurantSchema, input));
  await ctx.em.flush();
  ctx.publish(restaurantCreated, { restaurantId: restaurant.id });
  return restaurant;
}

/** Renames a brand. */
export async function updateRestaurant(ctx: Context, id: string, input: UpdateRestaurantInput): Promise<Restaurant> {
  const { version, name } = parseInput(updateRestaurantSchema, input);
  return update(ctx, Restaurant, { id, version }, { name }, () => ctx.publish(restaurantUpdated, { restaurantId: id }));
}

/** Closes a brand all of whose locations are closed. */
export async function closeRestaurant(ctx: Context, id: string): Promise<Restaurant> {
  const restaurant = await read(ctx, Restaurant, id);
  if (restaurant.closedAt) return unchanged(ctx, restaurant);
  const open = await ctx.em.count(Location, { restaurant, closedAt: null });
  if (open > 0)
    throw new Conflict(`${open} of its locations are open; close them first.`, {
      reason: 'HAS_OPEN_LOCATIONS',
      locations: open,
    });
  return change(ctx, restaurant, { closedAt: ctx.now() }, () => ctx.publish(restaurantUpdated, { restaurantId: id }));
}

/** Opens a closed brand again; its locations stay closed. */
export async function reopenRestaurant(ctx: Context, id: string): Promise<Restaurant> {
  const restaurant = await read(ctx, Restaurant, id);
  if (!restaurant.closedAt) return unchanged(ctx, restaurant);
  return change(ctx, restaurant, { closedAt: null }, () => ctx.publish(restaurantUpdated, { restaurantId: id }));
}
