import { Migration } from '@mikro-orm/migrations';

/** By hand: who may be the same as each of many contacts, as the owner of the tables; see Migration20261130114500. */
export class Migration20261130161000 extends Migration {

  override name = 'Migration20261130161000';

  override up(): void {
    this.addSql(`
      do $do$
      declare place text := (select extnamespace::regnamespace from pg_extension where extname = 'pg_trgm');
      begin
        execute replace($create$
          create function crm.candidates_of_all(contacts uuid[]) returns table (
            of uuid, id uuid, "sameMail" boolean, "samePhone" boolean, likeness float8, namesakes int, "sameKind" boolean
          )
          language sql stable security definer
          set search_path = pg_catalog as $body$
            with me as materialized (
              select c.id, c.tenant_id, c.side, c.kind, e.folded, e.name_key
              from crm.contact c join crm.search_entry e on e.thing_id = c.id
              where c.id = any(contacts) and c.tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid
                and (c.side = 'TENANT' or current_setting('app.staff', true) = 'on')
            ), signs as (
              select me.id as of, o.contact_id as id, true as mail, false as line, false as name
              from me join crm.contact_mail m on m.contact_id = me.id and not m.is_office, lateral (
                select o.contact_id from crm.contact_mail o
                where o.tenant_id = me.tenant_id and o.mailbox_index = m.mailbox_index limit 100
              ) o
              union all
              select me.id, o.contact_id, false, true, false
              from me join crm.contact_phone m on m.contact_id = me.id, lateral (
                select o.contact_id from crm.contact_phone o
                where o.tenant_id = me.tenant_id and o.line_index = m.line_index limit 100
              ) o
              union all
              select me.id, o.thing_id, false, false, true
              from me, lateral (
                select o.thing_id from crm.search_entry o
                where o.tenant_id = me.tenant_id and o.kind = 'CONTACT' and o.name_key = me.name_key limit 100
              ) o
            ), found as (
              select s.of, s.id, bool_or(s.mail) as mail, bool_or(s.line) as line, bool_or(s.name) as name
              from signs s where s.id <> s.of group by s.of, s.id
            )
            select me.id, c.id, f.mail, f.line, %place%.similarity(me.folded, e.folded)::float8,
              (count(*) filter (where f.name) over (partition by f.of))::int,
              (c.kind = 'ORGANISATION') = (me.kind = 'ORGANISATION')
            from found f
            join me on me.id = f.of
            join crm.contact c on c.id = f.id and c.tenant_id = me.tenant_id and c.side = me.side and c.removed_at is null
            join crm.search_entry e on e.thing_id = c.id
          $body$
        $create$, '%place%', place);
      end $do$;
    `);
    this.addSql(`revoke all on function crm.candidates_of_all from public;`);
    this.addSql(`comment on function crm.candidates_of_all is 'Which contacts of the same book may be the same as each of these, by their mailboxes, their lines, and the words of their names in any order; at most 100 by each sign.';`);
  }

  override down(): void {
    this.addSql(`drop function crm.candidates_of_all;`);
  }
}
