import { Allow } from '@mycelium/kit/allow';
import type { Context } from '@mycelium/kit/context';
import { part } from '@mycelium/kit/part';
import { Ctx, Directive, FieldResolver, Resolver, Root } from 'type-graphql';
import { Location } from '../location/location.ts';
import { Tenant } from '../references.ts';
import { Restaurant } from './restaurant.ts';

@Resolver(() => Restaurant)
class RestaurantResolver {
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
