import { part } from '@mycelium/kit/part';
import { FieldResolver, Resolver, Root } from 'type-graphql';
import { Tenant } from '../references.ts';
import { Restaurant } from '../restaurant/restaurant.ts';
import { Location } from './location.ts';

@Resolver(() => Location)
class LocationResolver {
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
