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
  const wanted = wordsOf(search);
  if (wanted.length === 0) return true;
  return item.names.some(({ text }) => {
    const words = wordsOf(text);
    return wanted.every((part) => words.some((word) => word.startsWith(part)));
  });
}

function wordsOf(text: string): string[] {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replaceAll('ı', 'i')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}
