import type { Context } from '@mycelium/kit/context';
import type { WritableRow } from './planned-rows.ts';

/** Why something stays that an import has written. */
export type Stayed = 'USED_SINCE' | 'CHANGED_SINCE';

/** Removes the notes that rows have added, those that nobody has changed since; answers their ids. */
export async function removeNotes({ em }: Context, rows: readonly Pick<WritableRow, 'addedIds'>[]): Promise<string[]> {
  const removed = await em.execute<{ id: string }[]>(
    `update crm.note set removed_at = now(), updated_at = now(), version = version + 1
     where id in (select value::uuid from jsonb_array_elements_text(?::jsonb)) and version = 1 and removed_at is null returning id`,
    [JSON.stringify(rows.flatMap(({ addedIds }) => addedIds))],
  );
  return removed.map(({ id }) => id);
}

/** Marks rows as taken back, or why they were not. */
export async function markTakenBack(
  { em }: Context,
  rows: readonly WritableRow[],
  stayed: ReadonlyMap<string, Stayed>,
): Promise<void> {
  const marks = rows.map(({ id, contactId }) => ({ id, reason: contactId && stayed.get(contactId) }));
  await em.execute(
    `update crm.import_row r set state = case when m.reason is null then 'UNDONE' else 'STAYED' end, reason = m.reason
     from jsonb_to_recordset(?::jsonb) as m (id uuid, reason text) where r.id = m.id`,
    [JSON.stringify(marks)],
  );
}
