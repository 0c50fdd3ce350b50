import type { Context } from '@mycelium/kit/context';
import { oneOf, read } from '@mycelium/kit/crud';
import { Invalid } from '@mycelium/kit/errors';
import { parseInput } from '@mycelium/kit/input';
import { loadAll } from '@mycelium/kit/reference';
import type { Choice, ChoiceGroup, Chosen } from '@mycelium/schema/choices';
import { z } from 'zod';
import type { Channel } from '../channel.ts';
import { DayPart } from '../day-part/day-part.ts';
import { isWithin } from '../day-part/hours.ts';
import type { Localized } from '../localized.ts';
import { Location } from '../location/location.ts';
import { MenuItemAtLocation } from '../menu-item-at-location/menu-item-at-location.ts';
import { readChoices } from '../modifier-group/choices.ts';
import { choose } from '../modifier-group/choose.ts';
import { ModifierOption } from '../modifier-option/modifier-option.ts';
import type { Allergen } from './allergen.ts';
import { MenuItem } from './menu-item.ts';

/** Where something is sold, and in which way. */
interface Counter {
  locationId: string;
  channel: Channel;
}

export interface WantedLine {
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

/** What of the menu some lines are priced by, as it is here and now. */
export interface Offers {
  location: Location;
  channel: Channel;
  now: Date;
  items: ReadonlyMap<string, MenuItem>;
  here: ReadonlyMap<string, MenuItemAtLocation>;
  groups: ReadonlyMap<string, ChoiceGroup>;
  options: ReadonlyMap<string, ModifierOption>;
  dayParts: ReadonlyMap<string, DayPart>;
}

/** Reads what lines are priced by: in as many statements however many there are. Throws NotFound for a location that is none. */
export async function readOffers(
  ctx: Context,
  { locationId, channel }: Counter,
  lines: readonly Pick<WantedLine, 'itemId' | 'options'>[],
): Promise<Offers> {
  const { em } = ctx;
  const ids = oneOf(lines.map(({ itemId }) => itemId));
  const chosen = lines.flatMap((line) => line.options.map(({ optionId }) => optionId));
  const [location, items, here, options] = await Promise.all([
    read(ctx, Location, locationId),
    em.find(MenuItem, { id: ids, removedAt: null }, { populate: ['section.menu'] }),
    em.find(MenuItemAtLocation, { itemId: ids, location: locationId }),
    chosen.length > 0 ? em.find(ModifierOption, { id: oneOf(chosen) }) : [],
  ]);
  const hours = items.flatMap((item) => [item, item.section.getEntity()]).flatMap((offer) => offer.dayParts);
  const [groups, dayParts] = await Promise.all([
    readChoices(ctx, [...new Set(items.flatMap(({ modifierGroups }) => modifierGroups))]),
    loadAll(ctx, DayPart, [...new Set(hours)]),
  ]);
  return {
    ...{ location, channel, now: ctx.now(), items: byId(items), groups: byId(groups), options: byId(options) },
    ...{ here: new Map(here.map((at) => [at.itemId, at])), dayParts: byId(dayParts) },
  };
}

const byId = <Row extends { id: string }>(rows: readonly Row[]): ReadonlyMap<string, Row> =>
  new Map(rows.map((row) => [row.id, row]));

/**
 * What an item costs with what was chosen, if it can be sold so: by location, channel, hours, and what is left. Throws Invalid
 * with the path of the field that is wrong. How many portions there are, `takePortions` knows.
 */
export function priceLine(offers: Offers, { itemId, options, path }: WantedLine): PricedLine {
  const { location } = offers;
  const choices = parseInput(optionsSchema, options, [...path, 'modifiers']);
  const itemPath = [...path, 'itemId'];
  const item = offers.items.get(itemId.toLowerCase());
  if (!item) throw new Invalid('There is no such item.', itemPath, { reason: 'UNKNOWN' });
  const at = offers.here.get(item.id);
  checkOffered(offers, item, at, itemPath);
  const { amount: unitPrice, currency } = at?.price ?? item.price;
  if (currency !== location.currency)
    throw new Invalid(`Prices here are in ${location.currency}.`, itemPath, {
      ...{ reason: 'OTHER_CURRENCY', currency: location.currency },
    });
  const groups = item.modifierGroups.flatMap((id) => offers.groups.get(id) ?? []);
  const chosen = choose(groups, choices, [...path, 'modifiers']);
  const rows = new Map(chosen.map(({ optionId }) => [optionId, offers.options.get(optionId)]));
  return {
    ...{ item, names: item.names, unitPrice, currency, taxClass: item.taxClass },
    allergens: [...new Set([...item.allergens, ...[...rows.values()].flatMap((row) => row?.allergens ?? [])])],
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

function checkOffered(
  { location, channel, now, dayParts }: Offers,
  item: MenuItem,
  at: MenuItemAtLocation | undefined,
  path: readonly (string | number)[],
): void {
  const section = item.section.getEntity();
  const menu = section.menu.getEntity();
  if (section.removedAt || menu.restaurant.id !== location.restaurant.id || at?.hidden)
    throw new Invalid('This is not on the menu of this location.', path, { reason: 'NOT_HERE' });
  const offers = [item, section];
  if (offers.some(({ channels }) => channels.length > 0 && !channels.includes(channel)))
    throw new Invalid('This is not sold in this way.', path, { reason: 'OTHER_CHANNEL' });
  const isNow = (id: string) => {
    const hours = dayParts.get(id);
    return hours !== undefined && isWithin(hours, now, location.timeZone);
  };
  if (offers.some((offer) => offer.dayParts.length > 0 && !offer.dayParts.some(isNow)))
    throw new Invalid('This is not sold at this hour.', path, { reason: 'OTHER_HOURS' });
  if (!item.available || at?.available === false) throw new Invalid('This is sold out.', path, { reason: 'SOLD_OUT' });
}
