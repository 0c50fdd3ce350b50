import type { Context } from '@mycelium/kit/context';
import type { Location } from '../location/location.ts';
import { returnPortions, takePortions } from '../menu-item/portions.ts';
import { priceLine } from '../menu-item/price-line.ts';
import type { Order } from '../order/order.ts';
import type { OrderLine } from './order-line.ts';

interface Wanted {
  itemId: string;
  quantity: string;
  modifiers: readonly { optionId: string; quantity: number }[];
}

type Sale = Pick<OrderLine, 'itemId' | 'names' | 'unitPrice' | 'allergens' | 'options'> & { taxClass: string };

interface Where {
  order: Order;
  location: Location;
  /** Of the line, from the operation's arguments. */
  path: readonly (string | number)[];
}

/** What an item is at the moment of its sale; its portions are taken. Throws Invalid, with the field's path, for what cannot be ordered. */
export async function sellItem(
  ctx: Context,
  { itemId, quantity, modifiers }: Wanted,
  { order, location, path }: Where,
): Promise<Sale> {
  const { item, names, unitPrice, taxClass, allergens, options } = await priceLine(ctx, {
    ...{ location, channel: order.channel, itemId, options: modifiers, path },
  });
  await takePortions(ctx, { location, itemId: item.id, quantity: portionsOf(quantity), path: [...path, 'itemId'] });
  return { itemId: item.id, names, unitPrice, taxClass, allergens, options };
}

/** Takes the portions that a line has more than before, or puts back those that it has less. */
export async function sellDifference(
  ctx: Context,
  location: Location,
  { itemId, before, after }: { itemId: string; before: number; after: number },
): Promise<void> {
  const more = after - before;
  if (more > 0) await takePortions(ctx, { location, itemId, quantity: more, path: ['input', 'quantity'] });
  else await returnPortions(ctx, { location, itemId, quantity: -more });
}

/** What is sold by weight takes whole portions too. */
export function portionsOf(quantity: string): number {
  return Math.ceil(Number(quantity));
}
