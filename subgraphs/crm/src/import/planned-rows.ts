import { randomUUIDv7 } from 'node:crypto';
import type { Context } from '@mycelium/kit/context';
import { ImportRowKind, ImportRowState } from '@mycelium/kit/imports/import-state';
import type { Vault } from '@mycelium/kit/vault';
import type { Import } from './import.ts';
import { openPlan, type PlannedContact } from './planned-contact.ts';

/** A row that is to be written, or taken back. */
export interface WritableRow {
  id: string;
  line: number;
  contactId?: string;
  contactVersion?: number;
  addedIds: string[];
  plan: PlannedContact;
}

/** The same as the database keeps it. */
export interface KeptRow {
  id: string;
  line: number;
  noun_id: string | null;
  noun_version: number | null;
  added_ids: string[];
  sealed_plan: string;
}

/** So many rows at a time. */
const BATCH = 1_000;

/** The next rows of a kind behind a line that are in this state, by line. */
export async function nextRows(
  ctx: Context,
  { id }: Pick<Import, 'id'>,
  { kind, state, after }: { kind: ImportRowKind; state: ImportRowState; after: number },
): Promise<{ lastLine: number; rows: KeptRow[] } | undefined> {
  const rows = await ctx.em.execute<KeptRow[]>(
    `select id, line, noun_id, noun_version, added_ids, sealed_plan from crm.import_row
     where import_id = ? and kind = ? and line > ? and state = ? and sealed_plan is not null order by line limit ${BATCH}`,
    [id, kind, after, state],
  );
  const last = rows.at(-1);
  return last && { lastLine: last.line, rows };
}

export function writableRow(
  vault: Vault,
  { id, line, noun_id, noun_version, added_ids, sealed_plan }: KeptRow,
): WritableRow {
  return {
    ...{ id, line, contactId: noun_id ?? undefined, contactVersion: noun_version ?? undefined, addedIds: added_ids },
    plan: openPlan(vault, sealed_plan),
  };
}

/** What a row was written to. */
export interface WrittenRow {
  id: string;
  contactId: string;
  contactVersion: number;
  addedIds: readonly string[];
}

export async function markWritten({ em }: Context, rows: readonly WrittenRow[]): Promise<void> {
  await em.execute(
    `update crm.import_row r set state = 'WRITTEN', noun_id = w."contactId", noun_version = w."contactVersion", added_ids = w."addedIds"
     from jsonb_to_recordset(?::jsonb) as w (id uuid, "contactId" uuid, "contactVersion" int, "addedIds" uuid[]) where r.id = w.id`,
    [
      JSON.stringify(
        rows.map(({ id, contactId, contactVersion, addedIds }) => ({ id, contactId, contactVersion, addedIds })),
      ),
    ],
  );
}

/** Refuses rows whose contact was changed since they were planned, and says so among the refusals. */
export async function refuseChanged(
  ctx: Context,
  { id, tenantId, side }: Import,
  rows: readonly Pick<WritableRow, 'id' | 'line'>[],
): Promise<void> {
  if (rows.length === 0) return;
  await ctx.em.execute(
    `with refused as (
       update crm.import_row r set kind = 'REFUSED', reason = 'CHANGED_SINCE'
       from jsonb_to_recordset(?::jsonb) as c (id uuid) where r.id = c.id
     )
     insert into crm.import_finding (id, version, tenant_id, side, import_id, line, position, is_warning, is_of_row, reason)
     select "findingId", 1, ?, ?, ?, line, 1000, false, true, 'CHANGED_SINCE'
     from jsonb_to_recordset(?::jsonb) as f ("findingId" uuid, line int) on conflict do nothing`,
    [
      JSON.stringify(rows),
      tenantId,
      side,
      id,
      JSON.stringify(rows.map(({ line }) => ({ line, findingId: randomUUIDv7() }))),
    ],
  );
}
