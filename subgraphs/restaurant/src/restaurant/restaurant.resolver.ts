import { Allow } from '@mycelium/kit/allow';
import type { Context } from '@mycelium/kit/context';
import { find } from '@mycelium/kit/crud';
import { type EventOf, Follow } from '@mycelium/kit/follow';
import { part } from '@mycelium/kit/part';
import { restaurantCreated, restaurantUpdated } from '@mycelium/schema/subgraphs/restaurant/places';
import { Arg, Ctx, Directive, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Location } from '../location/location.ts';
import { Tenant } from '../references.ts';
import { Restaurant } from './restaurant.ts';
import { RestaurantChange } from './restaurant-change.ts';
import { CreateRestaurantInput, UpdateRestaurantInput } from './restaurant-input.ts';
import { closeRestaurant, createRestaurant, reopenRestaurant, updateRestaurant } from './write-restaurant.ts';

@Resolver(() => Restaurant)
class RestaurantResolver {
  @Allow('menu:read')
  @Query(() => Restaurant, { nullable: true, description: 'One brand; null if there is none with this id.' })
  restaurant(@Arg('id', () => ID) id: string, @Ctx() ctx: Context): Promise<Restaurant | undefined> {
    return find(ctx, Restaurant, id);
  }

  @Allow('location:write')
  @Mutation(() => Restaurant, { description: 'Adds a brand.' })
  createRestaurant(
    @Arg('input', () => CreateRestaurantInput) input: CreateRestaurantInput,
    @Ctx() ctx: Context,
  ): Promise<Restaurant> {
    return createRestaurant(ctx, input);
  }

  @Allow('location:write')
  @Mutation(() => Restaurant, { description: 'Renames a brand.' })
  updateRestaurant(
    @Arg('id', () => ID) id: string,
    @Arg('input', () => UpdateRestaurantInput) input: UpdateRestaurantInput,
    @Ctx() ctx: Context,
  ): Promise<Restaurant> {
    return updateRestaurant(ctx, id, input);
  }

  @Allow('location:write')
  @Mutation(() => Restaurant, { description: 'Closes a brand, all of whose locations are closed.' })
  closeRestaurant(@Arg('id', () => ID) id: string, @Ctx() ctx: Context): Promise<Restaurant> {
    return closeRestaurant(ctx, id);
  }

  @Allow('location:write')
  @Mutation(() => Restaurant, { description: 'Opens a closed brand again.' })
  reopenRestaurant(@Arg('id', () => ID) id: string, @Ctx() ctx: Context): Promise<Restaurant> {
    return reopenRestaurant(ctx, id);
  }

  @Follow(
    () => RestaurantChange,
    [restaurantCreated, restaurantUpdated],
    'menu:read',
    "Each change of the tenant's brands, as it happens; with `after`, starting with those since then.",
  )
  async restaurantChanged({ payload: { restaurantId } }: EventOf<typeof restaurantUpdated>, ctx: Context) {
    return { restaurantId, restaurant: await find(ctx, Restaurant, restaurantId) };
  }

  @FieldResolver(() => [Location], { description: 'By name.' })
  locations(@Root() restaurant: Restaurant): Promise<Location[]> {
    return restaurant.locations.loadItems();
  }

  @FieldResolver(() => Tenant)
  tenant(@Root() restaurant: Restaurant): Tenant {
    return { id: restaurant.tenantId };
  }
}

@Resolver(() => Tenant)
class TenantRestaurantsResolver {
  @Allow('menu:read')
  @Directive('@listSize(assumedSize: 3)')
  @FieldResolver(() => [Restaurant], { description: "The tenant's brands, by name." })
  restaurants(@Root() tenant: Tenant, @Ctx() { em }: Context): Promise<Restaurant[]> {
    return em.find(Restaurant, { tenantId: tenant.id }, { orderBy: { name: 'asc' } });
  }
}

export const restaurantPart = part(Restaurant, RestaurantResolver, TenantRestaurantsResolver);
