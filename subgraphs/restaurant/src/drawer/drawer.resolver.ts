import { Allow } from '@mycelium/kit/allow';
import type { Context } from '@mycelium/kit/context';
import { find } from '@mycelium/kit/crud';
import { part } from '@mycelium/kit/part';
import { loadAll } from '@mycelium/kit/reference';
import { Arg, Ctx, Directive, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Location } from '../location/location.ts';
import { Tenant } from '../references.ts';
import { Drawer } from './drawer.ts';
import { archiveDrawer, createDrawer, restoreDrawer, UpdateDrawerInput, updateDrawer } from './write-drawer.ts';

@Resolver(() => Drawer)
class DrawerResolver {
  @Allow('order:read')
  @Query(() => Drawer, { nullable: true, description: 'One drawer; null if there is none with this id.' })
  drawer(@Arg('id', () => ID) id: string, @Ctx() ctx: Context): Promise<Drawer | undefined> {
    return find(ctx, Drawer, id);
  }

  @Allow('location:write')
  @Mutation(() => Drawer, { description: 'Adds a drawer to a location.' })
  createDrawer(
    @Arg('locationId', () => ID) locationId: string,
    @Arg('name', () => String, { description: 'At most 60 characters, and not that of another drawer there.' })
    name: string,
    @Ctx() ctx: Context,
  ): Promise<Drawer> {
    return createDrawer(ctx, locationId, name);
  }

  @Allow('location:write')
  @Mutation(() => Drawer, { description: 'Renames a drawer.' })
  updateDrawer(
    @Arg('id', () => ID) id: string,
    @Arg('input', () => UpdateDrawerInput) input: UpdateDrawerInput,
    @Ctx() ctx: Context,
  ): Promise<Drawer> {
    return updateDrawer(ctx, id, input);
  }

  @Allow('location:write')
  @Mutation(() => Drawer, { description: 'Puts away a drawer that is not open; its sessions and reports stay.' })
  archiveDrawer(@Arg('id', () => ID) id: string, @Ctx() ctx: Context): Promise<Drawer> {
    return archiveDrawer(ctx, id);
  }

  @Allow('location:write')
  @Mutation(() => Drawer, { description: 'Takes an archived drawer into use again.' })
  restoreDrawer(@Arg('id', () => ID) id: string, @Ctx() ctx: Context): Promise<Drawer> {
    return restoreDrawer(ctx, id);
  }

  @FieldResolver(() => Location)
  async location(@Root() { locationId }: Drawer, @Ctx() ctx: Context): Promise<Location | undefined> {
    return (await loadAll(ctx, Location, [locationId]))[0];
  }

  @FieldResolver(() => Tenant)
  tenant(@Root() { tenantId }: Drawer): Tenant {
    return { id: tenantId };
  }
}

@Resolver(() => Location)
class LocationDrawersResolver {
  @Allow('order:read')
  @Directive('@listSize(assumedSize: 3)')
  @FieldResolver(() => [Drawer], {
    description: 'Its drawers, the oldest first; without archived ones unless requested.',
  })
  drawers(
    @Root() { id }: Location,
    @Ctx() { em }: Context,
    @Arg('archived', () => Boolean, { defaultValue: false, description: 'Also those that were put away.' })
    archived?: boolean,
  ): Promise<Drawer[]> {
    return em.find(Drawer, { locationId: id, ...(archived ? {} : { archivedAt: null }) }, { orderBy: { id: 'asc' } });
  }
}

export const drawerPart = part(Drawer, DrawerResolver, LocationDrawersResolver);
