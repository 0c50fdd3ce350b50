import { Allow } from '@mycelium/kit/allow';
import type { Context } from '@mycelium/kit/context';
import { find } from '@mycelium/kit/crud';
import { type EventOf, Follow } from '@mycelium/kit/follow';
import { part } from '@mycelium/kit/part';
import {
  locationClosed,
  locationCreated,
  locationReopened,
  locationUpdated,
} from '@mycelium/schema/subgraphs/restaurant/places';
import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Tenant } from '../references.ts';
import { Restaurant } from '../restaurant/restaurant.ts';
import { Location } from './location.ts';
import { LocationChange, LocationChangeKind } from './location-change.ts';
import { CreateLocationInput, UpdateLocationInput } from './location-input.ts';
import { closeLocation, createLocation, reopenLocation, updateLocation } from './write-location.ts';

const kinds: ReadonlyMap<string, LocationChangeKind> = new Map([
  [locationCreated.name, LocationChangeKind.CREATED],
  [locationUpdated.name, LocationChangeKind.UPDATED],
  [locationClosed.name, LocationChangeKind.CLOSED],
  [locationReopened.name, LocationChangeKind.REOPENED],
]);

@Resolver(() => Location)
class LocationResolver {
  @Allow('menu:read')
  @Query(() => Location, { nullable: true, description: 'One location; null if there is none with this id.' })
  location(@Arg('id', () => ID) id: string, @Ctx() ctx: Context): Promise<Location | undefined> {
    return find(ctx, Location, id);
  }

  @Allow('location:write')
  @Mutation(() => Location, { description: 'Opens a new location of a brand.' })
  createLocation(
    @Arg('input', () => CreateLocationInput) input: CreateLocationInput,
    @Ctx() ctx: Context,
  ): Promise<Location> {
    return createLocation(ctx, input);
  }

  @Allow('location:write')
  @Mutation(() => Location, { description: 'Changes a location.' })
  updateLocation(
    @Arg('id', () => ID) id: string,
    @Arg('input', () => UpdateLocationInput) input: UpdateLocationInput,
    @Ctx() ctx: Context,
  ): Promise<Location> {
    return updateLocation(ctx, id, input);
  }

  @Allow('location:write')
  @Mutation(() => Location, { description: 'Closes a location; what was sold there stays.' })
  closeLocation(@Arg('id', () => ID) id: string, @Ctx() ctx: Context): Promise<Location> {
    return closeLocation(ctx, id);
  }

  @Allow('location:write')
  @Mutation(() => Location, { description: 'Opens a closed location again.' })
  reopenLocation(@Arg('id', () => ID) id: string, @Ctx() ctx: Context): Promise<Location> {
    return reopenLocation(ctx, id);
  }

  @Follow(
    () => LocationChange,
    [locationCreated, locationUpdated, locationClosed, locationReopened],
    'menu:read',
    "Each change of the tenant's locations, as it happens; with `after`, starting with those since then.",
  )
  async locationChanged({ type, payload: { locationId } }: EventOf<typeof locationUpdated>, ctx: Context) {
    const kind = kinds.get(type) ?? LocationChangeKind.UPDATED;
    return { kind, locationId, location: await find(ctx, Location, locationId) };
  }

  @FieldResolver(() => Restaurant)
  restaurant(@Root() location: Location): Promise<Restaurant> {
    return location.restaurant.loadOrFail();
  }

  @FieldResolver(() => Tenant)
  tenant(@Root() location: Location): Tenant {
    return { id: location.tenantId };
  }
}

export const locationPart = part(Location, LocationResolver);
