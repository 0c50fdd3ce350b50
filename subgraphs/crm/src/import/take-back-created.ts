import type { Context } from '@mycelium/kit/context';
import { forgetAllDuplicates } from '../duplicate/find-duplicates.ts';
import { forgetAllFound } from '../search/keep-found.ts';
import { EntryKind } from '../timeline/timeline-entry.ts';
import { factsNow } from './facts-now.ts';
import type { Import } from './import.ts';
import type { WritableRow } from './planned-rows.ts';
import { markTakenBack, removeNotes, type Stayed } from './take-back.ts';
import { tellImported } from './tell-written.ts';
import { touchedSince } from './without-import.ts';

/** Removes the contacts that rows have created, except for those that were used or changed since. Answers how many stayed. */
export async function takeBackCreated(ctx: Context, of: Import, rows: readonly WritableRow[]): Promise<number> {
  const stayed = await whyStay(ctx, rows);
  const gone = rows.flatMap(({ contactId, ...row }) =>
    contactId && !stayed.has(contactId) ? [{ ...row, contactId }] : [],
  );
  const ids = JSON.stringify(gone.map(({ contactId }) => contactId));
  const within = 'in (select value::uuid from jsonb_array_elements_text(?::jsonb))';
  await ctx.em.execute(
    `update crm.contact set removed_at = now(), updated_at = now(), version = version + 1 where id ${within} and removed_at is null`,
    [ids],
  );
  await forgetAllDuplicates(
    ctx,
    gone.map(({ contactId }) => contactId),
  );
  const notes = await removeNotes(ctx, gone);
  await forgetAllFound(ctx, [...gone.map(({ contactId }) => contactId), ...notes]);
  await markTakenBack(ctx, rows, stayed);
  const entries = gone.map(({ contactId, plan }) => ({
    contactId,
    facts: { name: plan.after.name, file: of.fileName },
  }));
  await tellImported(ctx, of, entries, EntryKind.IMPORT_UNDONE);
  return stayed.size;
}

interface Now {
  id: string;
  isChanged: boolean;
  isUsed: boolean;
}

/**
 * Who stays, and why; a contact that nothing was before cannot go in part. Whoever somebody has removed by now is gone already,
 * unless they became part of another one.
 */
async function whyStay(ctx: Context, rows: readonly WritableRow[]): Promise<ReadonlyMap<string, Stayed>> {
  const written = rows.map(({ contactId, contactVersion, addedIds }) => ({
    id: contactId,
    version: contactVersion,
    addedIds,
  }));
  const about = (table: string) =>
    `exists (select from crm.${table} r where r.tenant_id = c.tenant_id and r.subject_kind = 'CONTACT' and r.subject_id = c.id
       and r.removed_at is null`;
  const found = await ctx.em.execute<Now[]>(
    `select c.id, c.version <> w.version and c.removed_at is null as "isChanged", c.merged_into_id is not null or (c.removed_at is null and (
         ${about('note')} and (r.version > 1 or not r.id = any(w."addedIds")))
         or ${about('activity')})
         or exists (select from crm.partner r where r.contact_id = c.id)
         or exists (select from crm.opportunity_contact r where r.contact_id = c.id)
         or exists (select from crm.merge r where r.tenant_id = c.tenant_id and r.primary_id = c.id and r.undone_at is null)
       )) as "isUsed"
     from crm.contact c join jsonb_to_recordset(?::jsonb) as w (id uuid, version int, "addedIds" uuid[]) on w.id = c.id
     order by c.id for update of c`,
    [JSON.stringify(written)],
  );
  const left = found.filter(({ isUsed, isChanged }) => isUsed || isChanged);
  const now = await factsNow(
    ctx,
    left.map(({ id }) => id),
  );
  const after = new Map(rows.map(({ contactId, plan }) => [contactId, plan.after]));
  return new Map(
    left.map(({ id, isUsed }): [string, Stayed] => {
      const [was, is] = [after.get(id), now.get(id)?.facts];
      return [id, { reason: isUsed ? 'USED_SINCE' : 'CHANGED_SINCE', kept: was && is ? touchedSince(was, is) : [] }];
    }),
  );
}
