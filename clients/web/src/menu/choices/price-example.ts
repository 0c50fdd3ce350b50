import { type PriceRule, priced } from '@mycelium/schema/choices';
import type { Money } from '../../money/money.ts';
import type { Group } from './choices.ts';

export interface Priced {
  id: string;
  price: Money;
}

/** Two options of a group whose prices differ most, the dearer first; undefined where all cost the same. */
export function twoOf<Each extends Priced>(options: readonly Each[]): [Each, Each] | undefined {
  const [dearest, ...others] = options.toSorted((one, other) => other.price.amount - one.price.amount);
  const cheapest = others.findLast(({ price }) => price.currency === dearest?.price.currency);
  return dearest && cheapest && cheapest.price.amount < dearest.price.amount ? [dearest, cheapest] : undefined;
}

/** What guests pay for one of each of these, in minor units: reckoned as an order reckons it. */
export function paidFor(options: readonly Priced[], { free, priceRule }: Pick<Group, 'free' | 'priceRule'>): number {
  const group = {
    ...{ id: '', min: 0, free, priceRule: priceRule as PriceRule },
    options: options.map(({ id, price }) => ({ id, price: price.amount, available: true })),
  };
  const chosen = priced(group, new Map(options.map(({ id }) => [id, 1])));
  return chosen.reduce((sum, { price, quantity }) => sum + price * quantity, 0);
}
