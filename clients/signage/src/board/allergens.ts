import { allergenNames } from '@mycelium/schema/allergens';
import type { Allergen } from '../generated/graphql.ts';

/** The fourteen allergens in the order of the European regulation (1169/2011, Annex II); their letters, a to n, follow it. */
const order = Object.keys(allergenNames.en) as Allergen[];

/** The small letter that stands for an allergen on every board of the house. */
export function letterOf(allergen: Allergen): string {
  return String.fromCharCode(97 + order.indexOf(allergen));
}

/** Each allergen once, in the order of its letter. */
export function sorted(allergens: Iterable<Allergen>): Allergen[] {
  return [...new Set(allergens)].sort((a, b) => order.indexOf(a) - order.indexOf(b));
}
