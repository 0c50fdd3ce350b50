import { Allow } from '@mycelium/kit/allow';
import { type Batch, batched } from '@mycelium/kit/batched';
import type { Context } from '@mycelium/kit/context';
import { find } from '@mycelium/kit/crud';
import { part } from '@mycelium/kit/part';
import { loadAll } from '@mycelium/kit/reference';
import { Arg, Ctx, Directive, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Location } from '../location/location.ts';
import { MenuItem } from '../menu-item/menu-item.ts';
import { SoldOutReason } from '../menu-item/sold-out.ts';
import { MenuItemAtLocation, MenuItemAtLocationInput } from './menu-item-at-location.ts';
import { setAtLocation, setAvailabilityAt } from './write-at-location.ts';

const rowsOfItems: Batch<string, MenuItemAtLocation[]> = async ({ em }, ids) => {
  const rows = await em.find(MenuItemAtLocation, { itemId: { $in: [...ids] } }, { orderBy: { id: 'asc' } });
  return ids.map((id) => rows.filter(({ itemId }) => itemId === id));
};

@Resolver(() => MenuItemAtLocation)
class MenuItemAtLocationResolver {
  @Allow('menu:read')
  @Query(() => MenuItemAtLocation, {
    nullable: true,
    description: 'What is different about an item at one location; null if there is nothing with this id.',
  })
  menuItemAtLocation(@Arg('id', () => ID) id: string, @Ctx() ctx: Context): Promise<MenuItemAtLocation | undefined> {
    return find(ctx, MenuItemAtLocation, id);
  }

  @Allow('menu:write')
  @Mutation(() => MenuItemAtLocation, {
    description: 'Sets what an item costs at one location, and whether it is on its menu.',
  })
  setMenuItemAtLocation(
    @Arg('input', () => MenuItemAtLocationInput) input: MenuItemAtLocationInput,
    @Ctx() ctx: Context,
  ): Promise<MenuItemAtLocation> {
    return setAtLocation(ctx, input);
  }

  @Allow('menu:availability')
  @Mutation(() => MenuItemAtLocation, { description: 'Marks an item as sold out or available at one location.' })
  setMenuItemAvailabilityAt(
    @Arg('itemId', () => ID) itemId: string,
    @Arg('locationId', () => ID) locationId: string,
    @Arg('available', () => Boolean) available: boolean,
    @Ctx() ctx: Context,
  ): Promise<MenuItemAtLocation> {
    return setAvailabilityAt(ctx, itemId, locationId, available);
  }

  @FieldResolver(() => MenuItem, { description: 'As it is everywhere else.' })
  async item(@Root() { itemId }: MenuItemAtLocation, @Ctx() ctx: Context): Promise<MenuItem | undefined> {
    return (await loadAll(ctx, MenuItem, [itemId]))[0];
  }

  @FieldResolver(() => Location)
  location(@Root() at: MenuItemAtLocation): Promise<Location> {
    return at.location.loadOrFail();
  }

  @FieldResolver(() => [SoldOutReason], { description: 'Why it is sold out here; empty while it is available.' })
  soldOutReasons(@Root() at: MenuItemAtLocation): SoldOutReason[] {
    return at.soldOutFor;
  }
}

@Resolver(() => MenuItem)
class MenuItemLocationsResolver {
  @Directive('@listSize(assumedSize: 3)')
  @FieldResolver(() => [MenuItemAtLocation], { description: 'Where something about it is different.' })
  atLocations(@Root() item: MenuItem, @Ctx() ctx: Context): Promise<MenuItemAtLocation[]> {
    return batched(ctx, item.id, rowsOfItems);
  }

  @FieldResolver(() => MenuItemAtLocation, {
    nullable: true,
    description: 'What is different about it at one location; null where nothing is.',
  })
  async atLocation(
    @Root() item: MenuItem,
    @Arg('locationId', () => ID) locationId: string,
    @Ctx() ctx: Context,
  ): Promise<MenuItemAtLocation | undefined> {
    const rows = await batched(ctx, item.id, rowsOfItems);
    return rows.find(({ location }) => location.id === locationId);
  }
}

export const menuItemAtLocationPart = part(MenuItemAtLocation, MenuItemAtLocationResolver, MenuItemLocationsResolver);
