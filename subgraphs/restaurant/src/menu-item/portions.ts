import type { Context } from '@mycelium/kit/context';
import { change, oneOf, read } from '@mycelium/kit/crud';
import { Invalid } from '@mycelium/kit/errors';
import { parseInput } from '@mycelium/kit/input';
import { menuItemPortionsChanged } from '@mycelium/schema/subgraphs/restaurant';
import { z } from 'zod';
import { Location } from '../location/location.ts';
import { MenuItemAtLocation } from '../menu-item-at-location/menu-item-at-location.ts';
import { lockAt } from '../menu-item-at-location/write-at-location.ts';
import { lockItem } from './find-item.ts';
import { MenuItem } from './menu-item.ts';
import type { Offers } from './price-line.ts';
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
  itemId: string;
  quantity: number;
}

type Wanted = Portions & { path: readonly (string | number)[] };

/**
 * Takes portions of items, where they are counted; throws Invalid SOLD_OUT when fewer are left, and then takes none. One statement
 * decides, so the last one is had by one: with it the item is sold out until the next business day. Rows are held in one
 * order, so that nobody waits for somebody who waits for them.
 */
export async function takePortions(ctx: Context, location: Location, wanted: readonly Wanted[]): Promise<void> {
  await takeCounted(ctx, await countersOf(ctx, location, wanted), wanted);
}

/** The same, by what was read of the menu already. */
export async function takeOffered(ctx: Context, offers: Offers, wanted: readonly Wanted[]): Promise<void> {
  await takeCounted(ctx, countersIn(offers), wanted);
}

async function takeCounted(ctx: Context, counters: readonly Counter[], wanted: readonly Wanted[]): Promise<void> {
  for (const table of tables) {
    const counted = counters.filter((counter) => counter.table === table);
    if (counted.length > 0) await takeFrom(ctx, table, counted, wanted);
  }
}

async function takeFrom(
  ctx: Context,
  table: Counter['table'],
  counted: readonly Counter[],
  wanted: readonly Wanted[],
): Promise<void> {
  const quantityOf = (itemId: string) =>
    wanted.reduce((sum, each) => (each.itemId === itemId ? sum + each.quantity : sum), 0);
  const rows = counted.map(({ rowId, itemId }) => ({ id: rowId, quantity: quantityOf(itemId) }));
  const taken = await ctx.em.execute<Taken[]>(
    `with held as (
       select row.id, w.quantity from restaurant.${table} row
       join jsonb_to_recordset(?::jsonb) as w (id uuid, quantity int) on w.id = row.id order by row.id for update of row
     )
     update restaurant.${table} row set portions_left = portions_left - quantity,
       sold_out_for = case when portions_left = quantity then array_append(sold_out_for, 'COUNTDOWN') else sold_out_for end,
       available = available and portions_left > quantity,
       version = version + (portions_left = quantity)::int,
       updated_at = case when portions_left = quantity then now() else updated_at end
     from held
     where row.id = held.id and portions_left >= quantity and not 'COUNTDOWN' = any(sold_out_for)
     returning row.id, portions_left, portions_left = 0 and sold_out_for = '{COUNTDOWN}' as flipped`,
    [JSON.stringify(rows)],
  );
  if (taken.length < counted.length) {
    const ids = new Set(taken.map(({ id }) => id));
    const missing = counted.filter(({ rowId }) => !ids.has(rowId));
    throw await tooFew(ctx, missing, wanted);
  }
  await tellCounts(ctx, counted, taken);
}

/** The first line of those that want more of an item than is left of it behind the lines before. */
async function tooFew(ctx: Context, missing: readonly Counter[], wanted: readonly Wanted[]): Promise<Invalid> {
  const [{ location } = { location: undefined }] = missing;
  const now = location ? await countersOf(ctx, location, missing) : [];
  const left = new Map(missing.map(({ itemId }) => [itemId, now.find((each) => each.itemId === itemId)?.left ?? 0]));
  const lines = wanted.filter(({ itemId }) => left.has(itemId));
  const short = lines.find(({ itemId, quantity }) => {
    const rest = left.get(itemId) ?? 0;
    if (quantity <= rest) left.set(itemId, rest - quantity);
    return quantity > rest;
  });
  const line = short ?? lines[0];
  const rest = left.get(line?.itemId ?? '') ?? 0;
  return new Invalid(`Only ${rest} are left.`, [...(line?.path ?? [])], { reason: 'SOLD_OUT', left: rest });
}

/** Puts portions back that were taken, where they are still counted; what the countdown had switched off is back with them. */
export async function returnPortions(ctx: Context, location: Location, { itemId, quantity }: Portions): Promise<void> {
  const [counter] = await countersOf(ctx, location, [{ itemId }]);
  if (!counter || quantity <= 0) return;
  const given = await ctx.em.execute<Taken[]>(
    `with was as (
       select id, 'COUNTDOWN' = any(sold_out_for) as counted_out from restaurant.${counter.table} where id = ? for update
     )
     update restaurant.${counter.table} counter set portions_left = portions_left + ?::int,
       sold_out_for = array_remove(sold_out_for, 'COUNTDOWN'),
       available = cardinality(array_remove(sold_out_for, 'COUNTDOWN')) = 0,
       version = version + counted_out::int,
       updated_at = case when counted_out then now() else updated_at end
     from was where counter.id = was.id and portions_left is not null
     returning counter.id, portions_left, counted_out and available as flipped`,
    [counter.rowId, quantity],
  );
  await tellCounts(ctx, [counter], given);
}

const tables = ['menu_item', 'menu_item_at_location'] as const;

interface Counter {
  table: (typeof tables)[number];
  rowId: string;
  itemId: string;
  left: number;
  location: Location;
}

interface Taken {
  id: string;
  portions_left: number;
  flipped: boolean;
}

interface Counted {
  item_id: string;
  here_id: string | null;
  here_left: number | null;
  item_left: number | null;
}

/** Where what is left of items is counted for a location: there, else for all together; without those that are not counted. */
async function countersOf(
  { em }: Context,
  location: Location,
  wanted: readonly Pick<Portions, 'itemId'>[],
): Promise<Counter[]> {
  const found = await em.execute<Counted[]>(
    `select item.id as item_id, item.portions_left as item_left, here.id as here_id, here.portions_left as here_left
     from restaurant.menu_item item
     left join restaurant.menu_item_at_location here on here.item_id = item.id and here.location_id = ?
     where item.id in (select value::uuid from jsonb_array_elements_text(?::jsonb))`,
    [location.id, JSON.stringify(wanted.map(({ itemId }) => itemId))],
  );
  return found.flatMap(({ item_id: itemId, here_id, here_left, item_left }): Counter[] => {
    if (here_id && here_left !== null)
      return [{ table: 'menu_item_at_location', rowId: here_id, itemId, left: here_left, location }];
    return item_left === null ? [] : [{ table: 'menu_item', rowId: itemId, itemId, left: item_left, location }];
  });
}

function countersIn({ location, items, here }: Offers): Counter[] {
  return [...items.values()].flatMap(({ id: itemId, portionsLeft }): Counter[] => {
    const at = here.get(itemId);
    if (at?.portionsLeft != null)
      return [{ table: 'menu_item_at_location', rowId: at.id, itemId, left: at.portionsLeft, location }];
    return portionsLeft == null ? [] : [{ table: 'menu_item', rowId: itemId, itemId, left: portionsLeft, location }];
  });
}

/** Tells of counts of one table that were changed beside the unit of work, which reads them anew. */
async function tellCounts(ctx: Context, counted: readonly Counter[], taken: readonly Taken[]): Promise<void> {
  const byRow = new Map(taken.map((each) => [each.id, each]));
  const changed = counted.flatMap((counter) => {
    const count = byRow.get(counter.rowId);
    return count ? [{ ...counter, ...count }] : [];
  });
  const ids = changed.map(({ itemId }) => itemId);
  const items = await ctx.em.find(MenuItem, { id: oneOf(ids) }, { refresh: true });
  const rowIds = changed.flatMap(({ table, rowId }) => (table === 'menu_item_at_location' ? [rowId] : []));
  const here = rowIds.length > 0 ? await ctx.em.find(MenuItemAtLocation, { id: oneOf(rowIds) }, { refresh: true }) : [];
  for (const { itemId, rowId, location, portions_left: left, flipped } of changed) {
    const item = items.find(({ id }) => id === itemId);
    const at = here.find(({ id }) => id === rowId);
    if (!item) continue;
    if (left === 0) await planRestore(ctx, item, at && location);
    if (at) tellAt(ctx, item, at, flipped ? !at.available : at.available);
    else if (flipped) tellReasons(ctx, item, !item.available);
    else ctx.publish(menuItemPortionsChanged, { itemId, sectionId: item.section.id });
  }
}
