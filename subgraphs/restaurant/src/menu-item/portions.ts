import type { Context } from '@mycelium/kit/context';
import { change, read } from '@mycelium/kit/crud';
import { Invalid } from '@mycelium/kit/errors';
import { parseInput } from '@mycelium/kit/input';
import { menuItemPortionsChanged } from '@mycelium/schema/subgraphs/restaurant';
import { z } from 'zod';
import { Location } from '../location/location.ts';
import { MenuItemAtLocation } from '../menu-item-at-location/menu-item-at-location.ts';
import { lockAt } from '../menu-item-at-location/write-at-location.ts';
import { lockItem } from './find-item.ts';
import { MenuItem } from './menu-item.ts';
import { planRestore } from './restore-portions.ts';
import { tellAt, tellReasons, withPortions } from './sold-out.ts';

const leftSchema = z.int().min(0).max(100_000).nullable();

/** Counts what is left of an item, at one location or of all together; null counts no longer. */
export async function setPortions(
  ctx: Context,
  itemId: string,
  locationId: string | undefined,
  left: number | null,
): Promise<MenuItem> {
  parseInput(leftSchema, left, ['left']);
  const item = await lockItem(ctx, itemId);
  if (locationId == null) {
    const wasAvailable = item.available;
    await change(ctx, item, withPortions(item, left), () => tellReasons(ctx, item, wasAvailable));
    if (left === 0) await planRestore(ctx, item);
    return item;
  }
  const location = await read(ctx, Location, locationId);
  const at = await lockAt(ctx, item, location);
  const wasAvailable = at.available;
  await change(ctx, at, withPortions(at, left), () => tellAt(ctx, item, at, wasAvailable));
  if (left === 0) await planRestore(ctx, item, location);
  return item;
}

interface Portions {
  location: Location;
  itemId: string;
  quantity: number;
  path: readonly (string | number)[];
}

/**
 * Takes portions of an item, where they are counted; throws Invalid SOLD_OUT when fewer are left, and takes none. One statement
 * decides, so the last one is had by one: with it the item is sold out until the next business day.
 */
export async function takePortions(ctx: Context, { location, itemId, quantity, path }: Portions): Promise<void> {
  const counter = await counterOf(ctx, location, itemId);
  if (!counter) return;
  const [taken] = await ctx.em.execute<{ portions_left: number; flipped: boolean }[]>(
    `update restaurant.${counter.table} set portions_left = portions_left - ?::int,
       sold_out_for = case when portions_left = ?::int then array_append(sold_out_for, 'COUNTDOWN') else sold_out_for end,
       available = available and portions_left > ?::int,
       version = version + (portions_left = ?::int)::int,
       updated_at = case when portions_left = ?::int then now() else updated_at end
     where id = ? and portions_left >= ?::int and not 'COUNTDOWN' = any(sold_out_for)
     returning portions_left, portions_left = 0 and sold_out_for = '{COUNTDOWN}' as flipped`,
    [quantity, quantity, quantity, quantity, quantity, counter.rowId, quantity],
  );
  if (!taken) {
    const left = (await counterOf(ctx, location, itemId))?.left ?? 0;
    throw new Invalid(`Only ${left} are left.`, path, { reason: 'SOLD_OUT', left });
  }
  await tellCount(ctx, counter, taken);
}

/** Puts portions back that were taken, where they are still counted; what the countdown had switched off is back with them. */
export async function returnPortions(
  ctx: Context,
  { location, itemId, quantity }: Omit<Portions, 'path'>,
): Promise<void> {
  const counter = await counterOf(ctx, location, itemId);
  if (!counter || quantity <= 0) return;
  const [given] = await ctx.em.execute<{ portions_left: number; flipped: boolean }[]>(
    `with was as (
       select id, 'COUNTDOWN' = any(sold_out_for) as counted_out from restaurant.${counter.table} where id = ? for update
     )
     update restaurant.${counter.table} counter set portions_left = portions_left + ?::int,
       sold_out_for = array_remove(sold_out_for, 'COUNTDOWN'),
       available = cardinality(array_remove(sold_out_for, 'COUNTDOWN')) = 0,
       version = version + counted_out::int,
       updated_at = case when counted_out then now() else updated_at end
     from was where counter.id = was.id and portions_left is not null
     returning portions_left, counted_out and available as flipped`,
    [counter.rowId, quantity],
  );
  if (given) await tellCount(ctx, counter, given);
}

interface Counter {
  table: 'menu_item' | 'menu_item_at_location';
  rowId: string;
  itemId: string;
  left: number;
  location: Location;
}

/** Where what is left of an item is counted for a location: there, else for all together, else nowhere. */
async function counterOf({ em }: Context, location: Location, itemId: string): Promise<Counter | undefined> {
  const [found] = await em.execute<{ here_id: string | null; here_left: number | null; item_left: number | null }[]>(
    `select item.portions_left as item_left, here.id as here_id, here.portions_left as here_left
     from restaurant.menu_item item
     left join restaurant.menu_item_at_location here on here.item_id = item.id and here.location_id = ?
     where item.id = ?`,
    [location.id, itemId],
  );
  if (!found) return undefined;
  if (found.here_id && found.here_left !== null)
    return { table: 'menu_item_at_location', rowId: found.here_id, itemId, left: found.here_left, location };
  if (found.item_left !== null) return { table: 'menu_item', rowId: itemId, itemId, left: found.item_left, location };
  return undefined;
}

/** Tells of a count that was changed beside the unit of work, which reads it anew. */
async function tellCount(
  ctx: Context,
  { table, rowId, itemId, location }: Counter,
  { portions_left: left, flipped }: { portions_left: number; flipped: boolean },
): Promise<void> {
  const item = await ctx.em.findOneOrFail(MenuItem, { id: itemId }, { refresh: true });
  const isAt = table === 'menu_item_at_location';
  if (left === 0) await planRestore(ctx, item, isAt ? location : undefined);
  if (isAt) {
    const at = await ctx.em.findOneOrFail(MenuItemAtLocation, { id: rowId }, { refresh: true });
    tellAt(ctx, item, at, flipped ? !at.available : at.available);
  } else if (flipped) tellReasons(ctx, item, !item.available);
  else ctx.publish(menuItemPortionsChanged, { itemId, sectionId: item.section.id });
}
