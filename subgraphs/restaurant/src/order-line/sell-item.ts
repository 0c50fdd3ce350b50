import type { Context } from '@mycelium/kit/context';
import type { Location } from '../location/location.ts';
import { returnPortions, takeOffered, takePortions } from '../menu-item/portions.ts';
import { type Offers, priceLine } from '../menu-item/price-line.ts';
import type { OrderLine } from './order-line.ts';

interface Wanted {
  itemId: string;
  quantity: string;
  modifiers: readonly { optionId: string; quantity: number }[];
  /** Of the line, from the operation's arguments. */
  path: readonly (string | number)[];
}

type Sale = Pick<OrderLine, 'itemId' | 'names' | 'unitPrice' | 'allergens' | 'options'> & { taxClass: string };

/** What items are at the moment of their sale; their portions are taken. Throws Invalid, with the field's path, for what cannot be ordered. */
export async function sellItems(ctx: Context, offers: Offers, lines: readonly Wanted[]): Promise<Sale[]> {
  const priced = lines.map(({ itemId, modifiers: options, path }) => priceLine(offers, { itemId, options, path }));
  const portions = lines.map(({ itemId, quantity, path }) => ({
    ...{ itemId: itemId.toLowerCase(), quantity: portionsOf(quantity), path: [...path, 'itemId'] },
  }));
  await takeOffered(ctx, offers, portions);
  return priced.map(({ item, names, unitPrice, taxClass, allergens, options }) => ({
    ...{ itemId: item.id, names, unitPrice, taxClass, allergens, options },
  }));
}

/** Takes the portions that a line has more than before, or puts back those that it has less. */
export async function sellDifference(
  ctx: Context,
  location: Location,
  { itemId, before, after }: { itemId: string; before: number; after: number },
): Promise<void> {
  const more = after - before;
  if (more > 0) await takePortions(ctx, location, [{ itemId, quantity: more, path: ['input', 'quantity'] }]);
  else await returnPortions(ctx, location, { itemId, quantity: -more });
}

/** What is sold by weight takes whole portions too. */
export function portionsOf(quantity: string): number {
  return Math.ceil(Number(quantity));
}
