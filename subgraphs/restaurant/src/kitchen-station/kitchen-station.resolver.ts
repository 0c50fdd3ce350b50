import { Allow } from '@mycelium/kit/allow';
import { type Batch, batched } from '@mycelium/kit/batched';
import { Change } from '@mycelium/kit/change';
import type { Context } from '@mycelium/kit/context';
import { find, oneOf } from '@mycelium/kit/crud';
import { type EventOf, FollowPart } from '@mycelium/kit/follow';
import { part } from '@mycelium/kit/part';
import { loadAll } from '@mycelium/kit/reference';
import { kitchenStationChanged } from '@mycelium/schema/subgraphs/restaurant/kitchen';
import {
  Arg,
  Ctx,
  Directive,
  Field,
  FieldResolver,
  ID,
  Mutation,
  ObjectType,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import { Location } from '../location/location.ts';
import { MenuItem } from '../menu-item/menu-item.ts';
import { MenuSection } from '../menu-section/menu-section.ts';
import { KitchenRoute } from './kitchen-route.ts';
import { KitchenStation } from './kitchen-station.ts';
import { CreateKitchenStationInput, KitchenRouteInput, UpdateKitchenStationInput } from './kitchen-station-input.ts';
import { routesOf } from './stations-of.ts';
import { createStation, removeStation, setRoutes, updateStation } from './write-station.ts';

@ObjectType({ implements: Change, description: 'A station was added, changed or removed, or what is made there.' })
class KitchenStationChange extends Change {
  @Field(() => ID)
  stationId!: string;

  @Field(() => KitchenStation, { nullable: true, description: 'Its current state; null if it was removed.' })
  station?: KitchenStation;
}

@Resolver(() => KitchenStation)
class KitchenStationResolver {
  @Allow('order:read')
  @Query(() => KitchenStation, { nullable: true, description: 'One station; null if there is none with this id.' })
  kitchenStation(@Arg('id', () => ID) id: string, @Ctx() ctx: Context): Promise<KitchenStation | undefined> {
    return find(ctx, KitchenStation, id);
  }

  @Allow('location:write')
  @Mutation(() => KitchenStation, { description: 'Adds a station to the kitchen of a location.' })
  createKitchenStation(
    @Arg('input', () => CreateKitchenStationInput) input: CreateKitchenStationInput,
    @Ctx() ctx: Context,
  ): Promise<KitchenStation> {
    return createStation(ctx, input);
  }

  @Allow('location:write')
  @Mutation(() => KitchenStation, { description: 'Changes a station.' })
  updateKitchenStation(
    @Arg('id', () => ID) id: string,
    @Arg('input', () => UpdateKitchenStationInput) input: UpdateKitchenStationInput,
    @Ctx() ctx: Context,
  ): Promise<KitchenStation> {
    return updateStation(ctx, id, input);
  }

  @Allow('location:write')
  @Mutation(() => ID, { description: 'Removes a station; what is sold from now on goes to the others.' })
  removeKitchenStation(@Arg('id', () => ID) id: string, @Ctx() ctx: Context): Promise<string> {
    return removeStation(ctx, id);
  }

  @Allow('location:write')
  @Mutation(() => KitchenStation, { description: 'Replaces what is made at a station, for what is sent from now on.' })
  setKitchenRoutes(
    @Arg('stationId', () => ID) stationId: string,
    @Arg('routes', () => [KitchenRouteInput], { description: 'All of them, at most 200.' }) routes: KitchenRouteInput[],
    @Ctx() ctx: Context,
  ): Promise<KitchenStation> {
    return setRoutes(ctx, stationId, routes);
  }

  @FollowPart(
    () => KitchenStationChange,
    [kitchenStationChanged],
    'order:read',
    "Each change of a location's stations, as it happens; with `after`, starting with those since then.",
    { argument: 'locationId', noun: () => Location, partOf: ({ locationId }) => locationId },
  )
  async kitchenStationChanged({ payload: { stationId } }: EventOf<typeof kitchenStationChanged>, ctx: Context) {
    const station = await find(ctx, KitchenStation, stationId);
    return { stationId, station: station?.removedAt ? undefined : station };
  }

  @Directive('@listSize(assumedSize: 6)')
  @FieldResolver(() => [KitchenRoute], {
    description: 'What is made here. What no route names is made at the first station of the location.',
  })
  routes(@Root() station: KitchenStation, @Ctx() ctx: Context): Promise<KitchenRoute[]> {
    return routesOf(ctx, station);
  }

  @FieldResolver(() => Location)
  async location(@Root() { locationId }: KitchenStation, @Ctx() ctx: Context): Promise<Location | undefined> {
    return (await loadAll(ctx, Location, [locationId]))[0];
  }
}

@Resolver(() => Location)
class LocationStationsResolver {
  @Allow('order:read')
  @Directive('@listSize(assumedSize: 4)')
  @FieldResolver(() => [KitchenStation], { description: 'The stations of its kitchen, in their order.' })
  kitchenStations(@Root() { id }: Location, @Ctx() ctx: Context): Promise<KitchenStation[]> {
    return batched(ctx, id, stationsOfAll);
  }
}

const stationsOfAll: Batch<string, KitchenStation[]> = async ({ em }, ids) => {
  const where = { locationId: oneOf(ids), removedAt: null };
  const stations = await em.find(KitchenStation, where, { orderBy: { position: 'asc', id: 'asc' } });
  const byLocation = Map.groupBy(stations, ({ locationId }) => locationId);
  return ids.map((id) => byLocation.get(id) ?? []);
};

@Resolver(() => KitchenRoute)
class KitchenRouteResolver {
  @FieldResolver(() => MenuSection, { nullable: true, description: 'null if an item is named, or it is gone.' })
  async section(@Root() { sectionId }: KitchenRoute, @Ctx() ctx: Context): Promise<MenuSection | undefined> {
    return sectionId ? (await loadAll(ctx, MenuSection, [sectionId]))[0] : undefined;
  }

  @FieldResolver(() => MenuItem, { nullable: true, description: 'null if a section is named, or it is gone.' })
  async item(@Root() { itemId }: KitchenRoute, @Ctx() ctx: Context): Promise<MenuItem | undefined> {
    return itemId ? (await loadAll(ctx, MenuItem, [itemId]))[0] : undefined;
  }
}

export const kitchenStationPart = part(
  KitchenStation,
  KitchenRoute,
  KitchenStationResolver,
  LocationStationsResolver,
  KitchenRouteResolver,
);
