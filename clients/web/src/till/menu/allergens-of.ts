import type { Allergen } from '../../generated/graphql.ts';

interface Declared {
  allergens: readonly Allergen[];
}

interface Menu {
  groups: readonly { options: readonly (Declared & { id: string })[] }[];
}

/** What guests are to be told of an item with what they chose, as the server keeps it with the line. */
export function allergensOf({ groups }: Menu, item: Declared, chosen: ReadonlyMap<string, number>): Allergen[] {
  const options = groups.flatMap((group) => group.options).filter(({ id }) => chosen.has(id));
  return [...new Set([item, ...options].flatMap(({ allergens }) => allergens))];
}
