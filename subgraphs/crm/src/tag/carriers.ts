import type { Context } from '@mycelium/kit/context';
import { type Tag, TagCarrier } from './tag.ts';

interface Carrier {
  kind: TagCarrier;
  table: string;
  /** What is found by the tags of such a row as well, and its column that names the row. */
  foundWith?: { table: string; column: string };
}

/** Every table whose rows carry tags, in the order in which they are written. */
export const carriers: readonly Carrier[] = [
  { kind: TagCarrier.CONTACT, table: 'contact', foundWith: { table: 'partner', column: 'contact_id' } },
  { kind: TagCarrier.NOTE, table: 'note' },
  { kind: TagCarrier.ACTIVITY, table: 'activity' },
  { kind: TagCarrier.OPPORTUNITY, table: 'opportunity' },
];

const GIVEN = 'array(select jsonb_array_elements_text(?::jsonb))';

/** Puts one tag in the place of others on whatever carries one of these, removed or not. */
export async function replaceTags(ctx: Context, tag: Tag, names: readonly string[]): Promise<void> {
  const { tenantId, side, name } = tag;
  const given = JSON.stringify(names);
  for (const carrier of carriers)
    await ctx.em.execute(
      `with before as (
         select r.id, r.tags as old, array(
           select case when carried.name = any(${GIVEN}) then ? else carried.name end
           from unnest(r.tags) with ordinality as carried (name, place) group by 1 order by min(place)
         ) as new
         from crm.${carrier.table} r where r.tenant_id = ? and r.side = ? and r.tags && ${GIVEN} order by r.id for update
       ), ${rewritten(carrier)} select`,
      [given, name, tenantId, side, given],
    );
}

/** Takes a tag off whatever carries it, and notes where it was. */
export async function dropTag(ctx: Context, { id, tenantId, side, name }: Tag): Promise<void> {
  for (const carrier of carriers)
    await ctx.em.execute(
      `with before as (
         select r.id, r.tags as old, array_remove(r.tags, ?) as new
         from crm.${carrier.table} r where r.tenant_id = ? and r.side = ? and r.tags @> array[?::text] order by r.id for update
       ), ${rewritten(carrier)}
       insert into crm.tag_place (id, tenant_id, side, tag_id, noun, row_id, place)
       select gen_random_uuid(), ?, ?, ?, ?, before.id, array_position(before.old, ?) from before`,
      [name, tenantId, side, name, tenantId, side, id, carrier.table, name],
    );
}

/** Notes where a tag is before another one is put in its place. */
export async function notePlaces(ctx: Context, { id, tenantId, side, name }: Tag, into: Tag): Promise<void> {
  for (const { table } of carriers)
    await ctx.em.execute(
      `insert into crm.tag_place (id, tenant_id, side, tag_id, noun, row_id, place, instead_id)
       select gen_random_uuid(), r.tenant_id, r.side, ?, ?, r.id, array_position(r.tags, ?),
         case when not r.tags @> array[?::text] then ?::uuid end
       from crm.${table} r where r.tenant_id = ? and r.side = ? and r.tags @> array[?::text]`,
      [id, table, name, into.name, into.id, tenantId, side, name],
    );
}

/** The tags that merges have put in the place of one. */
export async function insteadOf({ em }: Context, tagId: string): Promise<string[]> {
  const found = await em.execute<{ id: string }[]>(
    'select distinct instead_id as id from crm.tag_place where tag_id = ? and instead_id is not null',
    [tagId],
  );
  return found.map(({ id }) => id);
}

/**
 * Puts a tag back where it was, under the name that it has now; where it is again already, it stays as it is. The one that a
 * merge has put in its place goes, unless it stands there for others, too.
 */
export async function putTagBack(ctx: Context, removedId: string, { tenantId, side, name }: Tag): Promise<void> {
  for (const carrier of carriers)
    await ctx.em.execute(
      `with before as (
         select id, old, rest[:place - 1] || ?::text || rest[place:] as new from (
           select r.id, r.tags as old, p.place, case
             when i.id is null or exists (
               select from crm.tag_place o where o.row_id = p.row_id and o.instead_id = i.id and o.tag_id <> p.tag_id
             ) then r.tags else array_remove(r.tags, i.name)
           end as rest
           from crm.${carrier.table} r join crm.tag_place p on p.row_id = r.id left join crm.tag i on i.id = p.instead_id
           where p.tag_id = ? and p.noun = ? and r.tenant_id = ? and r.side = ? and not r.tags @> array[?::text]
           order by r.id for update of r
         ) each
       ), ${rewritten(carrier)} select`,
      [name, removedId, carrier.table, tenantId, side, name],
    );
  await ctx.em.execute('delete from crm.tag_place where tag_id = ?', [removedId]);
}

/** How many of each kind carry each of these tags, without what was removed. */
export async function countCarriers({ em }: Context, tags: readonly Tag[]) {
  const counted = new Map<string, number>();
  for (const { kind, table } of carriers) {
    const rows = await em.execute<{ id: string; count: number }[]>(
      `with tag as materialized (
         select * from jsonb_to_recordset(?::jsonb) as tag (id uuid, "tenantId" uuid, side text, name text)
       )
       select tag.id, count(*)::int as count
       from crm.${table} r cross join unnest(r.tags) as carried (name)
         join tag on tag."tenantId" = r.tenant_id and tag.side = r.side and tag.name = carried.name
       where r.removed_at is null and r.tenant_id in (select "tenantId" from tag)
       group by tag.id`,
      [JSON.stringify(tags.map(({ id, tenantId, side, name }) => ({ id, tenantId, side, name })))],
    );
    for (const { id, count } of rows) counted.set(`${kind} ${id}`, count);
  }
  return (tag: Tag) => carriers.map(({ kind }) => ({ kind, count: counted.get(`${kind} ${tag.id}`) ?? 0 }));
}

/**
 * The steps that write what `before` says, with `id`, `old` and `new`: the rows, and by what they are found, whose last lines
 * are their tags (`keepFound`).
 */
function rewritten({ table, foundWith }: Carrier): string {
  const others = foundWith
    ? `union all select w.id, before.old, before.new from crm.${foundWith.table} w join before on w.${foundWith.column} = before.id`
    : '';
  const lines = (tags: string) => `array_to_string(${tags}, e'\\n')`;
  return `changed as (
      update crm.${table} r set tags = before.new, version = r.version + 1, updated_at = now() from before where r.id = before.id
    ), things as (
      select id, ${lines('old')} as old, ${lines('new')} as new from (select id, old, new from before ${others}) each
    ), stems as (
      select e.id, things.new as tags, case
        when things.old = '' then e.body
        when e.body = things.old then ''
        when right(e.body, length(things.old) + 1) = e'\\n' || things.old then left(e.body, length(e.body) - length(things.old) - 1)
      end as stem
      from crm.search_entry e join things on e.thing_id = things.id
    ), found as (
      update crm.search_entry e set body = concat_ws(e'\\n', nullif(stems.stem, ''), nullif(stems.tags, '')), updated_at = now()
      from stems where e.id = stems.id and stems.stem is not null
    )`;
}
