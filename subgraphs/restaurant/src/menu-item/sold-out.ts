import type { Context } from '@mycelium/kit/context';
import {
  itemBack,
  itemSoldOut,
  menuItemAvailabilityChanged,
  menuItemPortionsChanged,
  menuItemUpdated,
} from '@mycelium/schema/subgraphs/restaurant';
import { registerEnumType } from 'type-graphql';
import type { MenuItemAtLocation } from '../menu-item-at-location/menu-item-at-location.ts';
import type { MenuItem } from './menu-item.ts';

/** Why an item is sold out. It is available while there is no reason. */
export enum SoldOutReason {
  BY_HAND = 'BY_HAND',
  COUNTDOWN = 'COUNTDOWN',
  NO_CHOICE = 'NO_CHOICE',
}
registerEnumType(SoldOutReason, {
  name: 'SoldOutReason',
  description: 'Why an item is sold out.',
  valuesConfig: {
    BY_HAND: { description: 'Somebody, or another product, has marked it as sold out.' },
    COUNTDOWN: { description: 'The last portion was sold; it is back on the next business day.' },
    NO_CHOICE: { description: 'A group from which guests must choose has too little left.' },
  },
});

interface Sold {
  soldOutFor: readonly SoldOutReason[];
}

/** What of an item is changed where a reason applies, or no longer does. */
export function withReason(
  { soldOutFor }: Sold,
  reason: SoldOutReason,
  applies: boolean,
): { soldOutFor: SoldOutReason[]; available: boolean } {
  const others = soldOutFor.filter((each) => each !== reason);
  const reasons = applies ? [...others, reason].toSorted() : others;
  return { soldOutFor: reasons, available: reasons.length === 0 };
}

/** What is changed by a count of what is left; null counts no longer. */
export function withPortions(row: Sold, left: number | null) {
  return { ...withReason(row, SoldOutReason.COUNTDOWN, left === 0), portionsLeft: left };
}

/** What is changed by somebody who says that it is sold out, or there: the count that said there is none is then over. */
export function madeAvailable(row: Sold & { portionsLeft?: number | null }, available: boolean) {
  const byHand = withReason(row, SoldOutReason.BY_HAND, !available);
  return available && row.portionsLeft === 0 ? withPortions(byHand, null) : byHand;
}

/** Tells what became of an item: that it is sold out or back, or only why. A removed item has no readers. */
export function tellReasons(ctx: Context, item: MenuItem, wasAvailable: boolean): void {
  if (item.removedAt) return;
  const which = { itemId: item.id, sectionId: item.section.id };
  if (item.available === wasAvailable) return void ctx.publish(menuItemUpdated, which);
  ctx.publish(menuItemAvailabilityChanged, { ...which, available: item.available });
  ctx.publish(item.available ? itemBack : itemSoldOut, { itemId: item.id });
}

/** The same of one location, of which those that know no locations learn nothing but that the item is to be read again. */
export function tellAt(ctx: Context, item: MenuItem, at: MenuItemAtLocation, wasAvailable: boolean): void {
  ctx.publish(menuItemPortionsChanged, { itemId: item.id, sectionId: item.section.id });
  if (at.available !== wasAvailable)
    ctx.publish(at.available ? itemBack : itemSoldOut, { itemId: item.id, locationId: at.location.id });
}
