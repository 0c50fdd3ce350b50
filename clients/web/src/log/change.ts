import { isData, isMoney, type Json, parseJson } from './json.ts';

/** One field of a thing, before and after, as the log keeps it. */
interface Kept {
  field: string;
  before: string | null;
  after: string | null;
}

/** What changed in one field; a part of a setting is a field of its own. */
export interface Change {
  field: string;
  /** Which part of it, where it has parts: of the settings of a product the address. */
  part?: string;
  before: Json;
  after: Json;
}

/** What changed, in whole values: an amount with its currency is one price, and of a group of settings only those that differ are left. */
export function changesOf(kept: readonly Kept[], currency: string): Change[] {
  const read = kept.map(({ field, before, after }) => ({ field, before: parseJson(before), after: parseJson(after) }));
  const byRoot = Map.groupBy(read, ({ field }) => field.split('.')[0] ?? field);
  return [...byRoot].flatMap(([root, parts]) => {
    const [first] = parts;
    if (parts.length === 1 && first?.field === root) return partsOf(first);
    return [{ field: root, before: joined(parts, 'before', currency), after: joined(parts, 'after', currency) }];
  });
}

type Part = { field: string } & Record<'before' | 'after', Json>;

function joined(parts: readonly Part[], side: 'before' | 'after', currency: string): Json {
  const values = Object.fromEntries(parts.map((part) => [part.field.split('.')[1] ?? '', part[side]]));
  if (Object.values(values).every((value) => value === null)) return null;
  return 'amount' in values ? { currency, ...values } : values;
}

/** Texts that are kept in several languages. */
const IN_LANGUAGES = new Set(['names', 'descriptions']);

function partsOf({ field, before, after }: Part): Change[] {
  const [old, now] = [before ?? {}, after ?? {}];
  const isWhole = IN_LANGUAGES.has(field) || isMoney(old) || isMoney(now);
  if (isWhole || !isData(old) || !isData(now)) return [{ field, before, after }];
  const names = [...new Set([...Object.keys(old), ...Object.keys(now)])];
  const differing = names.filter((name) => JSON.stringify(old[name]) !== JSON.stringify(now[name]));
  return differing.map((part) => ({ field, part, before: old[part] ?? null, after: now[part] ?? null }));
}
