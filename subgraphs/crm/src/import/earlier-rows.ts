import type { Context } from '@mycelium/kit/context';
import type { Import } from './import.ts';
import { MOST_OF_ONE_KEY } from './known-contacts.ts';
import { type PlannedContact, sealedUntilSeen } from './planned-contact.ts';
import type { ContactKey } from './same-contact.ts';

/** A row of an earlier batch that was the first about somebody. */
export interface EarlierRow {
  rowId: string;
  line: number;
  contactId?: string;
  contactVersion?: number;
  plan: () => PlannedContact;
  /** Which of the keys that were asked for it has. */
  indexes: string[];
}

interface Kept {
  id: string;
  line: number;
  noun_id: string | null;
  noun_version: number | null;
  sealed_plan: string;
}

/** The rows of earlier batches that have one of these keys, or are about one of these contacts. */
export async function earlierRows(
  ctx: Context,
  { id }: Import,
  keys: readonly ContactKey[],
  contactIds: readonly string[],
): Promise<EarlierRow[]> {
  const indexes = [...new Set(keys.flatMap((key) => key.indexes))];
  const found = await ctx.em.execute<{ index: string; line: number }[]>(
    `select k.index, r.line from jsonb_array_elements_text(?::jsonb) as k (index), lateral (
       select line from crm.import_key r where r.import_id = ? and r.key = k.index limit ${MOST_OF_ONE_KEY}
     ) r`,
    [JSON.stringify(indexes), id],
  );
  if (found.length === 0 && contactIds.length === 0) return [];
  const byLine = Map.groupBy(found, ({ line }) => line);
  const rows = await ctx.em.execute<Kept[]>(
    `select id, line, noun_id, noun_version, sealed_plan from crm.import_row
     where import_id = ? and sealed_plan is not null and (line = any(array(select value::int from jsonb_array_elements_text(?::jsonb)))
       or noun_id = any(array(select value::uuid from jsonb_array_elements_text(?::jsonb))))
     order by line`,
    [id, JSON.stringify([...byLine.keys()]), JSON.stringify(contactIds)],
  );
  return rows.map(({ id: rowId, line, noun_id, noun_version, sealed_plan }) => ({
    ...{ rowId, line, contactId: noun_id ?? undefined, contactVersion: noun_version ?? undefined },
    plan: sealedUntilSeen(ctx.vault, sealed_plan),
    indexes: (byLine.get(line) ?? []).map(({ index }) => index),
  }));
}
