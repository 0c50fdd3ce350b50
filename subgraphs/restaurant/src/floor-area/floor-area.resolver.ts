import { Allow } from '@mycelium/kit/allow';
import { Change } from '@mycelium/kit/change';
import type { Context } from '@mycelium/kit/context';
import { find } from '@mycelium/kit/crud';
import { type EventOf, FollowPart } from '@mycelium/kit/follow';
import { part } from '@mycelium/kit/part';
import { loadAll } from '@mycelium/kit/reference';
import { floorAreaChanged } from '@mycelium/schema/subgraphs/restaurant/floor';
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
import { areasOf } from './areas-of.ts';
import { FloorArea } from './floor-area.ts';
import { CreateFloorAreaInput, UpdateFloorAreaInput } from './floor-area-input.ts';
import { createArea, removeArea, restoreArea, updateArea } from './write-area.ts';

@ObjectType({ implements: Change, description: 'An area of a floor was added, changed, removed or put back.' })
class FloorAreaChange extends Change {
  @Field(() => ID)
  areaId!: string;

  @Field(() => FloorArea, { nullable: true, description: 'Its current state; null if it was removed.' })
  area?: FloorArea;
}

@Resolver(() => FloorArea)
class FloorAreaResolver {
  @Allow('order:read')
  @Query(() => FloorArea, { nullable: true, description: 'One area; null if there is none with this id.' })
  floorArea(@Arg('id', () => ID) id: string, @Ctx() ctx: Context): Promise<FloorArea | undefined> {
    return find(ctx, FloorArea, id);
  }

  @Allow('location:write')
  @Mutation(() => FloorArea, { description: 'Adds an area to the floor of a location.' })
  createFloorArea(
    @Arg('input', () => CreateFloorAreaInput) input: CreateFloorAreaInput,
    @Ctx() ctx: Context,
  ): Promise<FloorArea> {
    return createArea(ctx, input);
  }

  @Allow('location:write')
  @Mutation(() => FloorArea, { description: 'Changes an area.' })
  updateFloorArea(
    @Arg('id', () => ID) id: string,
    @Arg('input', () => UpdateFloorAreaInput) input: UpdateFloorAreaInput,
    @Ctx() ctx: Context,
  ): Promise<FloorArea> {
    return updateArea(ctx, id, input);
  }

  @Allow('location:write')
  @Mutation(() => FloorArea, { description: 'Removes an area that has no tables.' })
  removeFloorArea(@Arg('id', () => ID) id: string, @Ctx() ctx: Context): Promise<FloorArea> {
    return removeArea(ctx, id);
  }

  @Allow('location:write')
  @Mutation(() => FloorArea, { description: 'Puts a removed area back.' })
  restoreFloorArea(@Arg('id', () => ID) id: string, @Ctx() ctx: Context): Promise<FloorArea> {
    return restoreArea(ctx, id);
  }

  @FollowPart(
    () => FloorAreaChange,
    [floorAreaChanged],
    'order:read',
    "Each change of a location's areas, as it happens; with `after`, starting with those since then.",
    { argument: 'locationId', noun: () => Location, partOf: ({ locationId }) => locationId },
  )
  async floorAreaChanged({ payload: { areaId } }: EventOf<typeof floorAreaChanged>, ctx: Context) {
    const area = await find(ctx, FloorArea, areaId);
    return { areaId, area: area?.removedAt ? undefined : area };
  }

  @FieldResolver(() => Location)
  async location(@Root() { locationId }: FloorArea, @Ctx() ctx: Context): Promise<Location | undefined> {
    return (await loadAll(ctx, Location, [locationId]))[0];
  }
}

@Resolver(() => Location)
class LocationAreasResolver {
  @Allow('order:read')
  @Directive('@listSize(assumedSize: 3)')
  @FieldResolver(() => [FloorArea], { description: 'The areas of its floor, in their order.' })
  floorAreas(@Root() { id }: Location, @Ctx() ctx: Context): Promise<FloorArea[]> {
    return areasOf(ctx, id);
  }
}

export const floorAreaPart = part(FloorArea, FloorAreaResolver, LocationAreasResolver);
