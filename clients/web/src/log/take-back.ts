import type { Client } from 'urql';
import type { Undo, Values } from '../shell/area.ts';
import { isMoment, type Json, parseJson } from './json.ts';
import type { Told } from './sentence.ts';

type Deed = Pick<Told, 'kind' | 'changes'>;

/** Whether an entry can be taken back, as a whole. */
export function canTakeBack(deed: Deed, undo: Undo): boolean {
  return isRemoval(deed) ? undo.restore !== undefined : valuesBefore(deed, undo) !== undefined;
}

/** What an entry would put back; undefined when it cannot be taken back as a whole. */
export function valuesBefore({ kind, changes }: Deed, undo: Undo): Values | undefined {
  const done = deedsOf(changes);
  const isPossible = kind === 'UPDATED' && done.length > 0 && done.every(({ field }) => undo.fields.includes(field));
  return isPossible ? Object.fromEntries(done.map(({ field, before }) => [field, before])) : undefined;
}

/** Takes a change back when the thing is still as it left it; otherwise somebody changed it since, or it is gone. Throws what is refused. */
export async function takeBack(
  client: Client,
  { nounId, ...deed }: Deed & { nounId: string | null },
  undo: Undo,
): Promise<'DONE' | 'CHANGED'> {
  if (!nounId) return 'CHANGED';
  const now = await undo.read(client, nounId);
  const error = await (isRemoval(deed) ? putBack() : writeBack());
  if (error instanceof Error) throw error;
  return error ?? 'DONE';

  async function putBack() {
    return now || !undo.restore ? 'CHANGED' : undo.restore(client, String(nounId));
  }

  async function writeBack() {
    const values = valuesBefore(deed, undo);
    const isStillSo = deedsOf(deed.changes).every(({ field, after }) => isSame(after, now?.values[field]));
    return now && values && isStillSo && undo.write ? undo.write(client, String(nounId), now, values) : 'CHANGED';
  }
}

/** Whether it took something away, and did nothing else. */
function isRemoval({ kind, changes }: Deed): boolean {
  const [change, ...others] = changes;
  return (
    kind === 'UPDATED' && change?.field === 'removedAt' && isMoment(parseJson(change.after)) && others.length === 0
  );
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
