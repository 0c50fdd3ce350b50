import type { Problem } from '@mycelium/client-kit/problem';
import type { ItemField } from './item-draft.ts';

const fields: Record<string, ItemField> = {
  name: 'names',
  description: 'descriptions',
  price: 'price',
  calories: 'calories',
  allergens: 'allergens',
  imageUrl: 'imageUrl',
};

/** The field of the form that a refusal is about; undefined when it is about none of them. */
export function fieldOf({ code, path }: Problem): ItemField | undefined {
  return code === 'BAD_USER_INPUT' ? fields[path[1] ?? ''] : undefined;
}
