import type { Allergen } from '../../generated/graphql.ts';
import { inOrder } from '../item-draft.ts';

interface Option {
  allergens: readonly Allergen[];
  nested: { id: string } | null;
}

interface Group<Of extends Option> {
  id: string;
  options: readonly Of[];
}

/** The allergens that an item has only with some of its options, also of those that options lead to. */
export function addedAllergens<Of extends Option>(
  own: readonly Allergen[],
  groupIds: readonly string[],
  all: readonly Group<Of>[],
): { allergen: Allergen; by: Of[] }[] {
  const asked = new Set(groupIds);
  for (const id of asked)
    for (const { nested } of all.find((group) => group.id === id)?.options ?? []) if (nested) asked.add(nested.id);
  const options = all.filter(({ id }) => asked.has(id)).flatMap((group) => group.options);
  const added = new Set(options.flatMap(({ allergens }) => allergens));
  return inOrder([...added])
    .filter((allergen) => !own.includes(allergen))
    .map((allergen) => ({ allergen, by: options.filter(({ allergens }) => allergens.includes(allergen)) }));
}
