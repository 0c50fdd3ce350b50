import type { Context } from '@mycelium/kit/context';
import type { ImportedField } from './import-view.ts';
import type { WritableRow } from './planned-rows.ts';

/** Why something stays that an import has written. */
export interface Stayed {
  reason: 'USED_SINCE' | 'CHANGED_SINCE';
  /** The fields that somebody has changed since. */
  kept: readonly ImportedField[];
}

/** Removes the notes that rows have added, those that nobody has changed since; answers their ids. */
export async function removeNotes({ em }: Context, rows: readonly Pick<WritableRow, 'addedIds'>[]): Promise<string[]> {
  const removed = await em.execute<{ id: string }[]>(
    `update crm.note set removed_at = now(), updated_at = now(), version = version + 1
     where id in (select value::uuid from jsonb_array_elements_text(?::jsonb)) and version = 1 and removed_at is null returning id`,
    [JSON.stringify(rows.flatMap(({ addedIds }) => addedIds))],
  );
  return removed.map(({ id }) => id);
}

/** The contacts to which rows have added notes that are still there: somebody has changed them. */
export async function notesKept({ em }: Context, rows: readonly WritableRow[]): Promise<ReadonlySet<string>> {
  const kept = await em.execute<{ id: string }[]>(
    `select distinct subject_id as id from crm.note
     where id in (select value::uuid from jsonb_array_elements_text(?::jsonb)) and removed_at is null`,
    [JSON.stringify(rows.flatMap(({ addedIds }) => addedIds))],
  );
  return new Set(kept.map(({ id }) => id));
}

/** Marks rows as taken back, or what of them was not, and why. */
export async function markTakenBack(
  { em }: Context,
  rows: readonly WritableRow[],
  stayed: ReadonlyMap<string, Stayed>,
): Promise<void> {
  const marks = rows.map(({ id, contactId }) => {
    const left = contactId ? stayed.get(contactId) : undefined;
    return { id, reason: left?.reason, kept: left?.kept ?? [] };
  });
  await em.execute(
    `update crm.import_row r set state = case when m.reason is null then 'UNDONE' else 'STAYED' end, reason = m.reason, kept_fields = m.kept
     from jsonb_to_recordset(?::jsonb) as m (id uuid, reason text, kept text[]) where r.id = m.id`,
    [JSON.stringify(marks)],
  );
}
