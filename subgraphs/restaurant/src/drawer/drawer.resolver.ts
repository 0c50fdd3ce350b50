import { Allow } from '@mycelium/kit/allow';
import type { Context } from '@mycelium/kit/context';
import { create, find, read } from '@mycelium/kit/crud';
import { Conflict, Invalid } from '@mycelium/kit/errors';
import { parseInput } from '@mycelium/kit/input';
import { nameOf } from '@mycelium/kit/name';
import { part } from '@mycelium/kit/part';
import { loadAll } from '@mycelium/kit/reference';
import { Arg, Ctx, Directive, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { holdId } from '../client-id/client-id.ts';
import { Location } from '../location/location.ts';
import { Tenant } from '../references.ts';
import { Drawer } from './drawer.ts';

const MOST = 100;

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
  @FieldResolver(() => [Drawer], { description: 'Its drawers, the oldest first.' })
  drawers(@Root() { id }: Location, @Ctx() { em }: Context): Promise<Drawer[]> {
    return em.find(Drawer, { locationId: id }, { orderBy: { id: 'asc' } });
  }
}

async function createDrawer(ctx: Context, locationId: string, given: string): Promise<Drawer> {
  const name = parseInput(nameOf(60, 'Give it a name'), given, ['name']);
  const location = await read(ctx, Location, locationId);
  if (location.closedAt) throw new Conflict('This location is closed.', { reason: 'CLOSED' });
  await holdId(ctx, `drawers ${location.id}`);
  const there = await ctx.em.find(Drawer, { locationId: location.id });
  if (there.some((drawer) => drawer.name === name))
    throw new Conflict('There is such a drawer already.', { reason: 'NAME_TAKEN' });
  if (there.length >= MOST)
    throw new Invalid(`A location has at most ${MOST} drawers.`, ['name'], { reason: 'FULL', limit: MOST });
  const drawer = create(ctx, Drawer, { locationId: location.id, name });
  await ctx.em.flush();
  return drawer;
}

export const drawerPart = part(Drawer, DrawerResolver, LocationDrawersResolver);
