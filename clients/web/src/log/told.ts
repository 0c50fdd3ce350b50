import { words } from '../words/words.ts';

type Path =
  | [part: 'noun', noun: string]
  | [part: 'field' | 'sentence', noun: string, field: string]
  | [part: 'value', noun: string, field: string, value: string];

/** A word of the area that a noun belongs to, such as `told.field.MenuItem.price`; undefined where it has none. */
export function toldWord(path: Path, facts: Record<string, string> = {}): string | undefined {
  // What people wrote may be no key.
  if (path.some((part) => !/^\w+$/.test(part))) return undefined;
  const key = `told.${path.join('.')}`;
  return words.exists(key) ? String(words.t(key as never, facts as never)) : undefined;
}
