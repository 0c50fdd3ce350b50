import type { Context } from '@mycelium/kit/context';
import { Channel } from '../channel.ts';
import type { Location } from '../location/location.ts';
import { MenuItem } from '../menu-item/menu-item.ts';
import { ModifierOption } from '../modifier-option/modifier-option.ts';
import type { TaxRule } from '../tax-rule/tax-rule.ts';

export const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;

/** What of a menu is sold all day to everybody, and what guests must choose with it. */
export interface Offered {
  item: MenuItem;
  option: ModifierOption | undefined;
}

/** What goes on at a location of the demo. */
export interface Shift {
  ctx: Context;
  location: Location;
  /** With what one of each costs there. */
  offered: readonly (Offered & { unitPrice: number })[];
  taxes: readonly TaxRule[];
  /** Who works there, the first one at the drawer. */
  personIds: readonly [string, ...string[]];
  random: () => number;
}

export async function offeredOf({ em }: Context, tenantId: string): Promise<Offered[]> {
  const items = await em.find(MenuItem, { tenantId, available: true, portionsLeft: null }, { orderBy: { id: 'asc' } });
  const options = await em.find(ModifierOption, { tenantId, available: true }, { orderBy: { position: 'asc' } });
  return items
    .filter(({ dayParts, channels }) => dayParts.length === 0 && channels.length === 0)
    .map((item) => ({ item, option: options.find(({ group }) => group.id === item.modifierGroups[0]) }));
}

/** In which way guests order. */
export const ways = [
  ...[Channel.DINE_IN, Channel.DINE_IN, Channel.DINE_IN],
  ...[Channel.TAKEAWAY, Channel.DELIVERY, Channel.ONLINE],
];

export function later(moment: Date, minutes: number): Date {
  return new Date(moment.getTime() + minutes * MINUTE_MS);
}

export function pick<Thing>(things: readonly Thing[], random: () => number): Thing {
  const thing = things[Math.floor(random() * things.length)];
  if (thing === undefined) throw new Error('There is nothing to choose from.');
  return thing;
}

export function bytesFrom(random: () => number): Uint8Array {
  return Uint8Array.from({ length: 16 }, () => Math.floor(random() * 256));
}

/** The same numbers for the same seed: mulberry32. */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
