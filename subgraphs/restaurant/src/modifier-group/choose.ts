import { Invalid } from '@mycelium/kit/errors';
import {
  type Choice,
  type ChoiceGroup,
  type ChoiceOption,
  type Chosen,
  groupsAsked,
  isLeft,
  priced,
} from '@mycelium/schema/choices';

type Path = readonly (string | number)[];

/**
 * What these choices cost, group by group; an option whose units differ in price comes once for each. Throws Invalid with the path
 * of the choice, or of the whole list when too few or too many were chosen from a group. A nested group is asked once when an
 * option that leads to it is chosen.
 */
export function choose(groups: readonly ChoiceGroup[], choices: readonly Choice[], path: Path): Chosen[] {
  const quantities = new Map<string, number>();
  for (const { optionId, quantity } of choices) quantities.set(optionId, (quantities.get(optionId) ?? 0) + quantity);
  const asked = groupsAsked(groups, quantities);
  const options = new Map(asked.flatMap((group) => group.options.map((option) => [option.id, option])));
  for (const [place, { optionId }] of choices.entries())
    checkOption(options.get(optionId), quantities.get(optionId) ?? 0, [...path, place]);
  return asked.flatMap((group) => {
    checkCount(group, quantities, path);
    return priced(group, quantities);
  });
}

function checkOption(option: ChoiceOption | undefined, quantity: number, path: Path): void {
  if (!option) throw new Invalid('This is no option of the item.', [...path, 'optionId'], { reason: 'NOT_AN_OPTION' });
  if (!isLeft(option)) throw new Invalid('This option is sold out.', [...path, 'optionId'], { reason: 'SOLD_OUT' });
  const limit = option.maxQuantity ?? Infinity;
  if (quantity > limit)
    throw new Invalid(`At most ${limit} of this option.`, [...path, 'quantity'], { reason: 'TOO_MANY', limit });
}

function checkCount(group: ChoiceGroup, quantities: ReadonlyMap<string, number>, path: Path): void {
  const count = group.options.reduce((sum, { id }) => sum + (quantities.get(id) ?? 0), 0);
  if (count < group.min)
    throw new Invalid(`Choose at least ${group.min}.`, path, {
      ...{ reason: 'TOO_FEW', group: group.id, limit: group.min },
    });
  if (count > (group.max ?? Infinity))
    throw new Invalid(`Choose at most ${group.max}.`, path, {
      ...{ reason: 'TOO_MANY', group: group.id, limit: group.max },
    });
}
