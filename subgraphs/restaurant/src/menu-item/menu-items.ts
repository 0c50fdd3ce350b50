import { Money, MoneyInput, priceSchema } from '@mycelium/kit/money';
import { Field, ID, InputType, Int } from 'type-graphql';
import { z } from 'zod';

const MOST = 500;

@InputType({ description: 'The price of one of several items.' })
export class MenuItemPriceInput {
  @Field(() => ID)
  itemId!: string;

  @Field(() => Int, {
    description: 'The version you have seen; a different one is a CONFLICT, and then no price changes.',
  })
  version!: number;

  @Field(() => MoneyInput)
  price!: Money;
}

@InputType({ description: 'The items of a section, in their order.' })
export class SectionItemsInput {
  @Field(() => ID)
  sectionId!: string;

  @Field(() => [ID], { description: 'All items that the section has afterwards, each once.' })
  itemIds!: string[];
}

const ids = z.array(z.string()).max(MOST, `At most ${MOST} items at once`).refine(isEachOnce, 'Name each item once');

export const idsSchema = ids.min(1, 'Name an item');

export const pricesSchema = z
  .array(z.object({ itemId: z.string(), version: z.number().int(), price: priceSchema }))
  .min(1, 'Name an item')
  .max(MOST, `At most ${MOST} items at once`)
  .refine((prices) => isEachOnce(prices.map(({ itemId }) => itemId)), 'Name each item once');

export const arrangementSchema = z
  .array(z.object({ sectionId: z.string(), itemIds: ids }))
  .min(1, 'Name a section')
  .max(100, 'At most 100 sections at once')
  .refine((sections) => isEachOnce(sections.map(({ sectionId }) => sectionId)), 'Name each section once')
  .refine((sections) => isEachOnce(sections.flatMap(({ itemIds }) => itemIds)), 'Name each item once');

function isEachOnce(named: readonly string[]): boolean {
  return new Set(named).size === named.length;
}
