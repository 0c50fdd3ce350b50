import type { Allergen } from '../generated/graphql.ts';

/** The fourteen of the European list, in its order. A new one in the graph is an error here until it has a place. */
export const allergens = {
  GLUTEN: true,
  CRUSTACEANS: true,
  EGGS: true,
  FISH: true,
  PEANUTS: true,
  SOYBEANS: true,
  MILK: true,
  NUTS: true,
  CELERY: true,
  MUSTARD: true,
  SESAME: true,
  SULPHITES: true,
  LUPIN: true,
  MOLLUSCS: true,
} as const satisfies Record<Allergen, true>;
