import { Migration } from '@mikro-orm/migrations';

/** By hand: what looks alike is looked for only where the words find little, and only what is shown is read whole. */
export class Migration20261130151500 extends Migration {

  override name = 'Migration20261130151500';

  override up(): void {
    this.addSql(`
      do $do$
      declare place text := (select extnamespace::regnamespace from pg_extension where extname = 'pg_trgm');
      begin
        execute replace($create$
          create or replace function crm.search(asked jsonb)
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
            with by_words as materialized (
              select e.thing_id as thing, ts_rank(e.words, all_words) + %place%.similarity(name, e.folded) as fits
              from crm.search_entry e
              where e.tenant_id = me and e.words @@ all_words
                and (e.side = 'TENANT' or is_staff) and (kinds = '{}' or e.kind = any (kinds)) limit 2000
            ), by_likeness as (
              select e.thing_id as thing, %place%.word_similarity(name, e.folded) / 2 as fits
              from crm.search_entry e
              where (select count(*) from by_words) < 20 and e.tenant_id = me and length(name) > 2
                and name operator(%place%.<%) e.folded
                and (e.side = 'TENANT' or is_staff) and (kinds = '{}' or e.kind = any (kinds)) limit 1000
            ), by_reach as (
              select e.thing_id as thing, 9 as fits
              from (
                (select m.contact_id from crm.contact_mail m where m.tenant_id = me and m.mail_index = any (mails) limit 100)
                union all
                (select p.contact_id from crm.contact_phone p where p.tenant_id = me and p.phone_index = any (phones) limit 100)
                union all
                (select p.contact_id from crm.contact_phone p where p.tenant_id = me and p.last_four_index = any (phones) limit 100)
              ) reached join crm.search_entry e on e.thing_id = reached.contact_id
              where e.tenant_id = me and (e.side = 'TENANT' or is_staff) and (kinds = '{}' or e.kind = any (kinds))
            ), best as (
              select c.thing, round(max(c.fits)::numeric, 6)::float8 as fits
              from (select * from by_words union all select * from by_likeness union all select * from by_reach) c
              group by c.thing
            ), counted as (
              select b.*, count(*) over () as number from best b
            ), shown as (
              select * from counted c
              where after_score is null or (c.fits, c.thing) < (after_score, after_id)
              order by c.fits desc, c.thing desc limit most
            )
            select e.kind, e.thing_id, e.title,
              case when all_words is null then left(e.body, 150) else
                ts_headline('simple', left(e.body, 2000), all_words, 'StartSel="", StopSel="", MaxWords=20, MinWords=8') end,
              s.fits, s.number
            from shown s join crm.search_entry e on e.thing_id = s.thing order by s.fits desc, s.thing desc;
          end $body$
        $create$, '%place%', place);
      end $do$;
    `);
  }

  override down(): void {
    this.addSql(`
      do $do$
      declare place text := (select extnamespace::regnamespace from pg_extension where extname = 'pg_trgm');
      begin
        execute replace($create$
          create or replace function crm.search(asked jsonb)
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
  }
}
