import { allergenNames } from '@mycelium/schema/allergens';
import type { Allergen, CreateMenuItemInput } from '../generated/graphql.ts';
import { differ } from '../graph/typed.ts';
import { formatAmount, type MoneyMistake, parseMoney } from '../money/money.ts';
import { byLocale, type Localized, localized } from '../words/text-in.ts';
import type { Item } from './menu.ts';

/** An item as it stands in a form. */
export interface ItemDraft {
  names: Record<string, string>;
  descriptions: Record<string, string>;
  price: string;
  calories: string;
  allergens: readonly Allergen[];
  imageUrl: string;
}

export type ItemField = keyof ItemDraft;
export type ItemMistakes = Partial<Record<ItemField, MoneyMistake | 'nameMissing' | 'notWhole'>>;
type ItemValues = Omit<CreateMenuItemInput, 'sectionId' | 'available' | 'description' | 'allergens'> & {
  description: Localized[];
  allergens: Allergen[];
};

export const emptyDraft: ItemDraft = {
  names: {},
  descriptions: {},
  price: '',
  calories: '',
  allergens: [],
  imageUrl: '',
};

export function draftOf(item: Item, locale: string): ItemDraft {
  return {
    names: byLocale(item.names),
    descriptions: byLocale(item.descriptions),
    price: formatAmount(item.price, locale),
    calories: item.calories === null ? '' : String(item.calories),
    allergens: inOrder(item.allergens),
    imageUrl: item.imageUrl ?? '',
  };
}

export function mistakesOf(draft: ItemDraft, currency: string): ItemMistakes {
  const price = parseMoney(draft.price, currency);
  return {
    ...(!Object.values(draft.names).some((name) => name.trim()) && { names: 'nameMissing' as const }),
    ...(typeof price === 'string' && { price }),
    ...(!/^\d{0,6}$/.test(draft.calories.trim()) && { calories: 'notWhole' as const }),
  };
}

/** What a draft without mistakes says, as the graph wants it. */
export function valuesOf(draft: ItemDraft, currency: string): ItemValues {
  const price = parseMoney(draft.price, currency);
  if (typeof price === 'string') throw new Error(`A draft with a mistake has no values: ${price}.`);
  return {
    name: localized(draft.names),
    description: localized(draft.descriptions),
    price,
    calories: draft.calories.trim() === '' ? null : Number(draft.calories),
    allergens: [...draft.allergens],
    imageUrl: draft.imageUrl.trim() || null,
  };
}

/** Only what differs from the item as the form began with it, so that the work of others is not undone. */
export function changesOf(draft: ItemDraft, base: ItemDraft, currency: string): Partial<ItemValues> {
  const values = valuesOf(draft, currency);
  return {
    ...(differ(draft.names, base.names) && { name: values.name }),
    ...(differ(draft.descriptions, base.descriptions) && { description: values.description }),
    ...(differ(draft.price, base.price) && { price: values.price }),
    ...(differ(draft.calories, base.calories) && { calories: values.calories }),
    ...(differ(draft.allergens, base.allergens) && { allergens: values.allergens }),
    ...(differ(draft.imageUrl, base.imageUrl) && { imageUrl: values.imageUrl }),
  };
}

/** Those that are allergens, in the one order in which they are shown, so that choosing one twice changes nothing. */
export function inOrder(chosen: readonly string[]): Allergen[] {
  return (Object.keys(allergenNames.en) as Allergen[]).filter((name) => chosen.includes(name));
}
