import { Migration } from '@mikro-orm/migrations';

/** By hand: the search, as the owner of the tables; see Migration20261130114500. */
export class Migration20261130115400 extends Migration {

  override name = 'Migration20261130115400';

  override up(): void {
    // The owner reads without a policy that would keep the indexes from being used; a superuser does so anyway.
    this.addSql(`create policy owner on crm.search_entry for select to current_user using (true);`);
    this.addSql(`
      do $do$
      declare place text := (select extnamespace::regnamespace from pg_extension where extname = 'pg_trgm');
      begin
        execute replace($create$
          create function crm.search(asked jsonb)
          returns table (kind text, id uuid, title text, excerpt text, score float8, total bigint)
          language plpgsql stable security definer
          set search_path = pg_catalog set pg_trgm.word_similarity_threshold = 0.5 as $body$
          declare
            me uuid := nullif(current_setting('app.tenant_id', true), '')::uuid;
            is_staff boolean := current_setting('app.staff', true) = 'on';
            kinds text[] := array(select jsonb_array_elements_text(asked -> 'kinds'));
            mails text[] := array(select jsonb_array_elements_text(asked -> 'mails'));
            phones text[] := array(select jsonb_array_elements_text(asked -> 'phones'));
            after_score float8 := asked ->> 'afterScore';
            after_id uuid := asked ->> 'afterId';
            most int := asked ->> 'most';
            word text;
            one tsquery;
            all_words tsquery;
            name text := '';
          begin
            for word in select jsonb_array_elements_text(asked -> 'words') loop
              word := regexp_replace(crm.folded(word), '[^[:alnum:]]+', '', 'g');
              continue when word = '';
              one := to_tsquery('simple', word || ':*') || plainto_tsquery('english', word)
                || plainto_tsquery('spanish', word) || plainto_tsquery('turkish', word);
              all_words := coalesce(all_words && one, one);
              name := trim(name || ' ' || word);
            end loop;
            return query
            with candidates as (
              (select e.thing_id as thing, ts_rank(e.words, all_words) + %place%.similarity(name, e.folded) as fits
               from crm.search_entry e
               where e.tenant_id = me and e.words @@ all_words and (kinds = '{}' or e.kind = any (kinds)) limit 4000)
              union all
              (select e.thing_id, %place%.word_similarity(name, e.folded) / 2
               from crm.search_entry e
               where e.tenant_id = me and length(name) > 2 and name operator(%place%.<%) e.folded
                 and (kinds = '{}' or e.kind = any (kinds)) limit 1000)
              union all
              (select m.contact_id, 9 from crm.contact_mail m where m.tenant_id = me and m.mail_index = any (mails) limit 100)
              union all
              (select p.contact_id, 9 from crm.contact_phone p where p.tenant_id = me and p.phone_index = any (phones) limit 100)
              union all
              (select p.contact_id, 9 from crm.contact_phone p where p.tenant_id = me and p.last_four_index = any (phones) limit 100)
            ), best as (
              select c.thing, round(max(c.fits)::numeric, 6)::float8 as fits from candidates c group by c.thing
            ), seen as (
              select e.kind, e.thing_id, e.title, e.body, b.fits, count(*) over () as number
              from best b join crm.search_entry e on e.thing_id = b.thing
              where e.tenant_id = me and (e.side = 'TENANT' or is_staff) and (kinds = '{}' or e.kind = any (kinds))
            ), shown as (
              select * from seen s
              where after_score is null or (s.fits, s.thing_id) < (after_score, after_id)
              order by s.fits desc, s.thing_id desc limit most
            )
            select s.kind, s.thing_id, s.title,
              ts_headline('simple', left(s.body, 2000), coalesce(all_words, ''::tsquery), 'StartSel="", StopSel="", MaxWords=20, MinWords=8'),
              s.fits, s.number
            from shown s order by s.fits desc, s.thing_id desc;
          end $body$
        $create$, '%place%', place);
      end $do$;
    `);
    this.addSql(`revoke all on function crm.search from public;`);
    this.addSql(`comment on function crm.search is 'What of the tenant of this session fits these words, best first; the side of the staff only in a session of theirs.';`);
  }

  override down(): void {
    this.addSql(`drop function crm.search;`);
    this.addSql(`drop policy owner on crm.search_entry;`);
  }
}
