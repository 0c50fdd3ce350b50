import { Migration } from '@mikro-orm/migrations';

/** By hand: who may be the same as a contact, as the owner of the tables; see Migration20261130114500. */
export class Migration20261130123259 extends Migration {

  override name = 'Migration20261130123259';

  override up(): void {
    this.addSql(`
      do $do$
      declare place text := (select extnamespace::regnamespace from pg_extension where extname = 'pg_trgm');
      begin
        execute replace($create$
          create function crm.candidates_of(contact uuid) returns table (
            id uuid, "sameMail" boolean, "samePhone" boolean, likeness float8, namesakes int, "sameKind" boolean
          )
          language sql stable security definer
          set search_path = pg_catalog set pg_trgm.similarity_threshold = 0.75 as $body$
            with me as (
              select c.id, c.tenant_id, c.side, c.kind, e.folded
              from crm.contact c join crm.search_entry e on e.thing_id = c.id
              where c.id = contact and c.tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid
                and (c.side = 'TENANT' or current_setting('app.staff', true) = 'on')
            ), mails as (
              select distinct o.contact_id as id
              from me join crm.contact_mail m on m.contact_id = me.id and not m.is_office
              join crm.contact_mail o on o.tenant_id = me.tenant_id and o.mailbox_index = m.mailbox_index and o.contact_id <> me.id
              limit 100
            ), lines as (
              select distinct o.contact_id as id
              from me join crm.contact_phone m on m.contact_id = me.id
              join crm.contact_phone o on o.tenant_id = me.tenant_id and o.line_index = m.line_index and o.contact_id <> me.id
              limit 100
            ), names as (
              select e.thing_id as id, e.folded
              from me join crm.search_entry e on e.tenant_id = me.tenant_id and e.folded operator(%place%.%) me.folded
              where e.kind = 'CONTACT' and e.thing_id <> me.id
              limit 100
            )
            select c.id, c.id in (select mails.id from mails), c.id in (select lines.id from lines),
              %place%.similarity(me.folded, e.folded)::float8,
              (select count(*)::int from names where names.folded = e.folded),
              (c.kind = 'ORGANISATION') = (me.kind = 'ORGANISATION')
            from (select id from mails union select id from lines union select id from names) found
            join crm.contact c on c.id = found.id
            join crm.search_entry e on e.thing_id = c.id
            join me on me.tenant_id = c.tenant_id and me.side = c.side
            where c.removed_at is null
          $body$
        $create$, '%place%', place);
      end $do$;
    `);
    this.addSql(`revoke all on function crm.candidates_of from public;`);
    this.addSql(`comment on function crm.candidates_of is 'Which contacts of the same book may be the same as this one of the session, and what says so; at most 100 by each sign.';`);
  }

  override down(): void {
    this.addSql(`drop function crm.candidates_of;`);
  }
}
