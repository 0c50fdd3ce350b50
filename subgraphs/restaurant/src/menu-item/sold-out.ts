import type { Context } from '@mycelium/kit/context';
import { menuItemAvailabilityChanged, menuItemUpdated } from '@mycelium/schema/subgraphs/restaurant';
import { registerEnumType } from 'type-graphql';
import type { MenuItem } from './menu-item.ts';

/** Why an item is sold out. It is available while there is no reason. */
export enum SoldOutReason {
  BY_HAND = 'BY_HAND',
  NO_CHOICE = 'NO_CHOICE',
}
registerEnumType(SoldOutReason, {
  name: 'SoldOutReason',
  description: 'Why an item is sold out.',
  valuesConfig: {
    BY_HAND: { description: 'Somebody, or another product, has marked it as sold out.' },
    NO_CHOICE: { description: 'A group from which guests must choose has too little left.' },
  },
});

/** What of an item is changed where a reason applies, or no longer does. */
export function withReason(
  { soldOutFor }: { soldOutFor: readonly SoldOutReason[] },
  reason: SoldOutReason,
  applies: boolean,
): { soldOutFor: SoldOutReason[]; available: boolean } {
  const others = soldOutFor.filter((each) => each !== reason);
  const reasons = applies ? [...others, reason].toSorted() : others;
  return { soldOutFor: reasons, available: reasons.length === 0 };
}

/** Tells what became of an item's reasons: that it is sold out or back, or only why. A removed item has no readers. */
export function tellReasons(ctx: Context, item: MenuItem, wasAvailable: boolean): void {
  if (item.removedAt) return;
  const which = { itemId: item.id, sectionId: item.section.id };
  if (item.available === wasAvailable) ctx.publish(menuItemUpdated, which);
  else ctx.publish(menuItemAvailabilityChanged, { ...which, available: item.available });
}
