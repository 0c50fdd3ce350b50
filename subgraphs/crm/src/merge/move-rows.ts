import type { Context } from '@mycelium/kit/context';
import type { Merge } from './merge.ts';

/** A table whose rows belong to a contact. */
interface Belonging {
  table: string;
  column: string;
  /** Which rows; `r` is the row, `?` the primary contact. */
  only?: string;
  /** The column that names the merge in rows which say that there was one: these have not come since. */
  saysMerge?: string;
}

/** What goes with a contact; whatever else belongs to one is added here, or a merge forgets it. */
export const belongings: readonly Belonging[] = [
  { table: 'note', column: 'subject_id', only: "r.subject_kind = 'CONTACT'" },
  { table: 'activity', column: 'subject_id', only: "r.subject_kind = 'CONTACT'" },
  {
    table: 'timeline_entry',
    column: 'subject_id',
    saysMerge: 'related_id',
    // What one event said of both stays where it is, since it is said of the primary already.
    only: `r.subject_kind = 'CONTACT' and not exists (select from crm.timeline_entry o
      where o.tenant_id = r.tenant_id and o.event_id = r.event_id and o.subject_kind = 'CONTACT' and o.subject_id = ?)`,
  },
  { table: 'partner', column: 'contact_id' },
  {
    table: 'opportunity_contact',
    column: 'contact_id',
    // An opportunity with both has the primary already.
    only: `not exists (select from crm.opportunity_contact o where o.opportunity_id = r.opportunity_id and o.contact_id = ?)`,
  },
  { table: 'contact_reference', column: 'contact_id' },
  { table: 'contact_mail', column: 'contact_id', only: firstOf('contact_mail', 'mail_index') },
  {
    table: 'contact_phone',
    column: 'contact_id',
    only: firstOf('contact_phone', 'coalesce(line_index, sealed_value)'),
  },
];

/** Of equal addresses and numbers the primary's own stays, else the first one comes. */
function firstOf(table: string, by: string): string {
  const same = by.replace(/(\w+_\w+)/g, 'o.$1');
  const mine = by.replace(/(\w+_\w+)/g, 'r.$1');
  return `not exists (select from crm.${table} o where o.tenant_id = r.tenant_id and ${same} = ${mine} and o.contact_id = ?)`;
}

/** Hands over to the primary contact what belongs to another one, and notes where it was. */
export async function moveRows({ em }: Context, merge: Merge, fromId: string): Promise<void> {
  const { id, tenantId, side, primaryId } = merge;
  for (const { table, column, only = 'true' } of belongings)
    await em.execute(
      `with these as (
         select r.id from crm.${table} r where r.tenant_id = ? and r.${column} = ? and ${only} for update
       ), moved as (
         update crm.${table} r set ${column} = ? from these where r.id = these.id
       )
       insert into crm.merge_move (id, tenant_id, side, merge_id, noun, row_id, from_id)
       select gen_random_uuid(), ?, ?, ?, ?, these.id, ? from these`,
      [tenantId, fromId, ...(only.includes('?') ? [primaryId] : []), primaryId, tenantId, side, id, table, fromId],
    );
}

/** How much of these contacts would go to the primary one, by its table. */
export async function countRows(
  { em }: Context,
  { id, tenantId }: { id: string; tenantId: string },
  otherIds: readonly string[],
): Promise<{ what: string; count: number }[]> {
  const counts: { what: string; count: number }[] = [];
  for (const { table, column, only = 'true' } of belongings) {
    const [found] = await em.execute<{ count: number }[]>(
      `select count(*)::int as count from crm.${table} r where r.tenant_id = ? and r.${column} = any (?::uuid[]) and ${only}`,
      [tenantId, `{${otherIds.join(',')}}`, ...(only.includes('?') ? [id] : [])],
    );
    if (found && found.count > 0) counts.push({ what: table, count: found.count });
  }
  return counts;
}

/** Hands back what a merge has moved and what is still there, and answers how much has come since. */
export async function moveBack({ em }: Context, { id, tenantId, primaryId, createdAt }: Merge) {
  const left: { what: string; count: number }[] = [];
  for (const { table, column, saysMerge } of belongings) {
    const isOther = saysMerge ? `and r.${saysMerge} is distinct from ?` : '';
    await em.execute(
      `update crm.${table} r set ${column} = m.from_id from crm.merge_move m
       where m.merge_id = ? and m.noun = ? and r.id = m.row_id and r.tenant_id = ? and r.${column} = ?`,
      [id, table, tenantId, primaryId],
    );
    const [found] = await em.execute<{ count: number }[]>(
      `select count(*)::int as count from crm.${table} r where r.tenant_id = ? and r.${column} = ? and r.created_at > ? ${isOther}`,
      [tenantId, primaryId, createdAt, ...(saysMerge ? [id] : [])],
    );
    if (found && found.count > 0) left.push({ what: table, count: found.count });
  }
  await em.execute('delete from crm.merge_move where merge_id = ?', [id]);
  return left;
}

/** Puts addresses and numbers in order, first those that came from one contact. */
export async function putFirst(
  { em }: Context,
  primaryId: string,
  table: string,
  firstIds: readonly string[],
): Promise<void> {
  await em.execute(
    `update crm.${table} r set position = sorted.place from (
       select id, row_number() over (
         order by not id in (select value::uuid from jsonb_array_elements_text(?::jsonb) as value), position, created_at, id
       ) - 1 as place
       from crm.${table} where contact_id = ?
     ) sorted where r.id = sorted.id and r.position <> sorted.place`,
    [JSON.stringify(firstIds), primaryId],
  );
}
