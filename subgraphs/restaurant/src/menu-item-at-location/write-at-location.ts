import { LockMode, ref } from '@mikro-orm/core';
import { ownTenant } from '@mycelium/kit/allow';
import type { Context } from '@mycelium/kit/context';
import { change, checkVersion, create, read } from '@mycelium/kit/crud';
import { Invalid } from '@mycelium/kit/errors';
import { parseInput } from '@mycelium/kit/input';
import { menuItemUpdated } from '@mycelium/schema/subgraphs/restaurant';
import { Location } from '../location/location.ts';
import { readItem } from '../menu-item/find-item.ts';
import type { MenuItem } from '../menu-item/menu-item.ts';
import { madeAvailable, tellAt } from '../menu-item/sold-out.ts';
import { MenuItemAtLocation, type MenuItemAtLocationInput, menuItemAtLocationSchema } from './menu-item-at-location.ts';

/** Says what an item costs at a location, and whether it is on its menu. */
export async function setAtLocation(ctx: Context, input: MenuItemAtLocationInput): Promise<MenuItemAtLocation> {
  const { itemId, locationId, versionThere, price, hidden } = parseInput(menuItemAtLocationSchema, input);
  const item = await readItem(ctx, itemId);
  const location = await read(ctx, Location, locationId);
  if (price && price.currency !== location.currency)
    throw new Invalid(`Prices here are in ${location.currency}.`, ['input', 'price', 'currency'], {
      ...{ reason: 'OTHER_CURRENCY', currency: location.currency },
    });
  const at = await lockAt(ctx, item, location);
  if (versionThere != null) checkVersion(at, versionThere);
  return change(ctx, at, { price, hidden: hidden ?? undefined }, () =>
    ctx.publish(menuItemUpdated, { itemId, sectionId: item.section.id }),
  );
}

/** Sold out at one location, or back; asks for no version, so that the kitchen's word always counts. */
export async function setAvailabilityAt(
  ctx: Context,
  itemId: string,
  locationId: string,
  available: boolean,
): Promise<MenuItemAtLocation> {
  const item = await readItem(ctx, itemId);
  const at = await lockAt(ctx, item, await read(ctx, Location, locationId));
  const wasAvailable = at.available;
  return change(ctx, at, madeAvailable(at, available), () => tellAt(ctx, item, at, wasAvailable));
}

/** What is different at a location, which is nothing in a row that is made for it; held until the transaction is over. */
export async function lockAt(ctx: Context, item: MenuItem, location: Location): Promise<MenuItemAtLocation> {
  await ctx.em.execute('select pg_advisory_xact_lock(hashtextextended(?, 0))', [
    `${ownTenant(ctx)} ${item.id} at ${location.id}`,
  ]);
  const known = await ctx.em.findOne(
    MenuItemAtLocation,
    { itemId: item.id, location },
    { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true },
  );
  return known ?? create(ctx, MenuItemAtLocation, { itemId: item.id, location: ref(location) });
}
