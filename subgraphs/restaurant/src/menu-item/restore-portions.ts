import { businessDayOf } from '@mycelium/kit/business-day';
import type { Context } from '@mycelium/kit/context';
import { find } from '@mycelium/kit/crud';
import { enqueue } from '@mycelium/kit/tasks/enqueue';
import { task } from '@mycelium/kit/tasks/task';
import { z } from 'zod';
import { Location } from '../location/location.ts';
import { MenuItemAtLocation } from '../menu-item-at-location/menu-item-at-location.ts';
import { lockAt } from '../menu-item-at-location/write-at-location.ts';
import { lockKnownItem } from './find-item.ts';
import { firstLocationOf } from './first-location.ts';
import type { MenuItem } from './menu-item.ts';
import { SoldOutReason, tellAt, tellReasons, withPortions } from './sold-out.ts';

const countedOut = z.object({ itemId: z.uuid(), locationId: z.uuid().optional() });

/** Puts back on sale what a countdown had switched off, when the next business day begins. */
export const restorePortions = task('restore-portions', countedOut, ({ conclude }, { itemId, locationId }) =>
  conclude((ctx) => restore(ctx, itemId, locationId)),
);

/** Plans that an item is back when the business day of its location is over; one for all locations goes by the first of them. */
export async function planRestore(ctx: Context, item: MenuItem, location?: Location): Promise<void> {
  const { timeZone: zone, dayStart: at } = location ?? (await firstLocationOf(ctx, item));
  const { to: dueAt } = businessDayOf(ctx.now(), { zone, at });
  const key = `${item.id} ${location?.id ?? ''}`;
  enqueue(ctx, restorePortions, { itemId: item.id, locationId: location?.id }, { key, dueAt });
}

/** Only the countdown's reason goes, and with it the count; whatever else is said of the item stays so. */
async function restore(ctx: Context, itemId: string, locationId: string | undefined): Promise<void> {
  const item = await lockKnownItem(ctx, itemId);
  const location = locationId === undefined ? undefined : await find(ctx, Location, locationId);
  if (!item || (locationId && !location)) return;
  const row = location ? await lockAt(ctx, item, location) : item;
  if (!row.soldOutFor.includes(SoldOutReason.COUNTDOWN)) return;
  const wasAvailable = row.available;
  Object.assign(row, withPortions(row, null));
  await ctx.em.flush();
  if (row instanceof MenuItemAtLocation) tellAt(ctx, item, row, wasAvailable);
  else tellReasons(ctx, item, wasAvailable);
}
