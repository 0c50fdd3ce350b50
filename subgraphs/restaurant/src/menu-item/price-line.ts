import type { Context } from '@mycelium/kit/context';
import { find } from '@mycelium/kit/crud';
import { Invalid } from '@mycelium/kit/errors';
import { parseInput } from '@mycelium/kit/input';
import { loadAll } from '@mycelium/kit/reference';
import type { Choice, Chosen } from '@mycelium/schema/choices';
import { z } from 'zod';
import type { Channel } from '../channel.ts';
import { DayPart } from '../day-part/day-part.ts';
import { isWithin } from '../day-part/hours.ts';
import type { Localized } from '../localized.ts';
import type { Location } from '../location/location.ts';
import { MenuItemAtLocation } from '../menu-item-at-location/menu-item-at-location.ts';
import { readChoices } from '../modifier-group/choices.ts';
import { choose } from '../modifier-group/choose.ts';
import { ModifierOption } from '../modifier-option/modifier-option.ts';
import type { Allergen } from './allergen.ts';
import { MenuItem } from './menu-item.ts';

export interface WantedLine {
  location: Location;
  channel: Channel;
  itemId: string;
  options: readonly Choice[];
  /** Of the line, from the operation's arguments. */
  path: readonly (string | number)[];
}

/** A line as it is sold now; whoever keeps it keeps all of this. */
export interface PricedLine {
  item: MenuItem;
  names: Localized;
  /** Of one, without its options, in minor units. */
  unitPrice: number;
  currency: string;
  taxClass: string;
  /** Of the item and all that was chosen with it. */
  allergens: Allergen[];
  /** An option comes twice where one of it is free and another is not. */
  options: (Chosen & { names: Localized })[];
}

const optionsSchema = z
  .array(z.object({ optionId: z.string(), quantity: z.int().min(1).max(100) }))
  .max(100, 'At most 100 options with an item');

/**
 * What an item costs here and now with what was chosen, if it can be sold so: by location, channel, hours, and what is left.
 * Throws Invalid with the path of the field that is wrong. How many portions there are, `takePortions` knows.
 */
export async function priceLine(
  ctx: Context,
  { location, channel, itemId, options, path }: WantedLine,
): Promise<PricedLine> {
  const choices = parseInput(optionsSchema, options, [...path, 'modifiers']);
  const itemPath = [...path, 'itemId'];
  const item = await find(ctx, MenuItem, itemId);
  if (!item || item.removedAt) throw new Invalid('There is no such item.', itemPath, { reason: 'UNKNOWN' });
  const at = await ctx.em.findOne(MenuItemAtLocation, { itemId: item.id, location });
  await checkOffered(ctx, item, at, { location, channel, path: itemPath });
  const { amount: unitPrice, currency } = at?.price ?? item.price;
  if (currency !== location.currency)
    throw new Invalid(`Prices here are in ${location.currency}.`, itemPath, {
      ...{ reason: 'OTHER_CURRENCY', currency: location.currency },
    });
  const chosen = choose(await readChoices(ctx, item.modifierGroups), choices, [...path, 'modifiers']);
  const rows = new Map(
    (await ctx.em.find(ModifierOption, { id: { $in: chosen.map(({ optionId }) => optionId) } })).map((row) => [
      row.id,
      row,
    ]),
  );
  return {
    ...{ item, names: item.names, unitPrice, currency, taxClass: item.taxClass },
    allergens: [...new Set([...item.allergens, ...[...rows.values()].flatMap(({ allergens }) => allergens)])],
    options: chosen.map((each) => {
      const row = rows.get(each.optionId);
      if (row && row.price.currency !== currency && each.price > 0)
        throw new Invalid(`Prices here are in ${currency}.`, [...path, 'modifiers'], {
          reason: 'OTHER_CURRENCY',
          currency,
        });
      return { ...each, names: row?.names ?? {} };
    }),
  };
}

interface Where {
  location: Location;
  channel: Channel;
  path: readonly (string | number)[];
}

async function checkOffered(
  ctx: Context,
  item: MenuItem,
  at: MenuItemAtLocation | null,
  { location, channel, path }: Where,
): Promise<void> {
  const section = await item.section.loadOrFail();
  const menu = await section.menu.loadOrFail();
  if (section.removedAt || menu.restaurant.id !== location.restaurant.id || at?.hidden)
    throw new Invalid('This is not on the menu of this location.', path, { reason: 'NOT_HERE' });
  const offers = [item, section];
  if (offers.some(({ channels }) => channels.length > 0 && !channels.includes(channel)))
    throw new Invalid('This is not sold in this way.', path, { reason: 'OTHER_CHANNEL' });
  const dayParts = await loadAll(
    ctx,
    DayPart,
    offers.flatMap((offer) => offer.dayParts),
  );
  const isNow = (id: string) => {
    const hours = dayParts.find((dayPart) => dayPart.id === id);
    return hours !== undefined && isWithin(hours, ctx.now(), location.timeZone);
  };
  if (offers.some((offer) => offer.dayParts.length > 0 && !offer.dayParts.some(isNow)))
    throw new Invalid('This is not sold at this hour.', path, { reason: 'OTHER_HOURS' });
  if (!item.available || at?.available === false) throw new Invalid('This is sold out.', path, { reason: 'SOLD_OUT' });
}
