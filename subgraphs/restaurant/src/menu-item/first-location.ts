import type { Context } from '@mycelium/kit/context';
import { Invalid } from '@mycelium/kit/errors';
import { Location } from '../location/location.ts';
import type { MenuItem } from './menu-item.ts';

/** The location by whose clocks goes what is said of an item for all of them: the oldest of its restaurant. */
export async function firstLocationOf({ em }: Context, item: MenuItem): Promise<Location> {
  const section = await item.section.loadOrFail();
  const menu = await section.menu.loadOrFail();
  const location = await em.findOne(Location, { restaurant: menu.restaurant }, { orderBy: { id: 'asc' } });
  if (!location) throw new Invalid('Its restaurant has no location yet.', ['itemId'], { reason: 'NO_LOCATION' });
  return location;
}
