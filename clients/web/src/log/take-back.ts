import type { Client } from 'urql';
import type { Undo, Values } from '../shell/area.ts';
import { isMoment, type Json, parseJson } from './json.ts';
import type { Told } from './sentence.ts';

/** What an entry would put back; undefined when it cannot be taken back as a whole. */
export function valuesBefore({ kind, changes }: Pick<Told, 'kind' | 'changes'>, undo: Undo): Values | undefined {
  const done = deedsOf(changes);
  const isPossible = kind === 'UPDATED' && done.length > 0 && done.every(({ field }) => undo.fields.includes(field));
  return isPossible ? Object.fromEntries(done.map(({ field, before }) => [field, before])) : undefined;
}

/** Takes a change back when the thing is still as it left it; otherwise somebody changed it since, or it is gone. Throws what is refused. */
export async function takeBack(
  client: Client,
  { nounId, kind, changes }: Pick<Told, 'kind' | 'changes'> & { nounId: string | null },
  undo: Undo,
): Promise<'DONE' | 'CHANGED'> {
  const values = valuesBefore({ kind, changes }, undo);
  const now = nounId ? await undo.read(client, nounId) : undefined;
  if (!nounId || !values || !now) return 'CHANGED';
  if (!deedsOf(changes).every(({ field, after }) => isSame(after, now.values[field]))) return 'CHANGED';
  const error = await undo.write(client, nounId, now, values);
  if (error) throw error;
  return 'DONE';
}

/** What was changed, without since when it is so. */
function deedsOf(changes: Told['changes']): { field: string; before: Json; after: Json }[] {
  return changes
    .map(({ field, before, after }) => ({ field, before: parseJson(before), after: parseJson(after) }))
    .filter(({ before, after }) => !isMoment(before) && !isMoment(after));
}

/** Whatever order the parts of an object have. */
function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(ordered(one)) === JSON.stringify(ordered(other));
}

function ordered(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1));
}
