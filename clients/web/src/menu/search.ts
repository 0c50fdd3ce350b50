import { isNamed } from '../words/named.ts';
import type { Localized } from '../words/text-in.ts';

export type Show = 'all' | 'available' | 'sold-out';

export interface Filter {
  search: string;
  show: Show;
}

export function showOf(value: string | null): Show {
  return value === 'available' || value === 'sold-out' ? value : 'all';
}

/** True when each word that was typed begins a word of the name in one of its languages; accents do not count. */
export function matches(item: { names: readonly Localized[]; available: boolean }, { search, show }: Filter): boolean {
  if (show === 'available' && !item.available) return false;
  if (show === 'sold-out' && item.available) return false;
  return search.trim() === '' || item.names.some(({ text }) => isNamed(text, search));
}
