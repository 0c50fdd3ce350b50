import { Migration } from '@mikro-orm/migrations';

/**
 * By hand: a search that compares some hundreds whatever it is asked for. What the newest rows are full of is taken from them. Else
 * whole words are looked up before begun ones, which match many more; and of what the index finds only titles are read, until
 * the best are known. A slip of the keys costs a name a few of its trigrams, so first what has nearly all of them is looked
 * for. No table is ever read from end to end, as the planner would for the first rows of a word that it believes is common.
 */
export class Migration20261130180158 extends Migration {

  override name = 'Migration20261130180158';

  override up(): void {
    this.addSql(`
      do $do$
      declare place text := (select extnamespace::regnamespace from pg_extension where extname = 'pg_trgm');
      begin
        execute replace($create$
          create or replace function crm.search(asked jsonb)
          returns table (kind text, id uuid, title text, excerpt text, score float8, total bigint)
          language plpgsql stable security definer
          set search_path = pg_catalog set enable_seqscan = off set jit = off set max_parallel_workers_per_gather = 0
          set plan_cache_mode = force_generic_plan set pg_trgm.word_similarity_threshold = 0.5 as $body$
          declare
            me uuid := nullif(current_setting('app.tenant_id', true), '')::uuid;
            sides text[] := case when current_setting('app.staff', true) = 'on' then '{TENANT,PLATFORM}' else '{TENANT}' end;
            kinds text[] := array(select jsonb_array_elements_text(asked -> 'kinds'));
            mails text[] := array(select jsonb_array_elements_text(asked -> 'mails'));
            phones text[] := array(select jsonb_array_elements_text(asked -> 'phones'));
            after_score float8 := asked ->> 'afterScore';
            after_id uuid := asked ->> 'afterId';
            most int := asked ->> 'most';
            word text;
            stems tsquery;
            one tsquery;
            whole tsquery;
            last_begun tsquery;
            all_begun tsquery;
            name text := '';
            parts text[] := '{}';
            span int;
            likeness float8;
            named int := 0;
            by_words uuid[] := '{}';
            by_likeness uuid[] := '{}';
            by_reach uuid[];
          begin
            for word in select jsonb_array_elements_text(asked -> 'words') loop
              word := regexp_replace(crm.folded(word), '[^[:alnum:]]+', '', 'g');
              continue when word = '';
              select string_agg(distinct quote_literal(stem), '|')::tsquery into stems
              from unnest(tsvector_to_array(
                to_tsvector('english', word) || to_tsvector('spanish', word) || to_tsvector('turkish', word)
              )) stem where not starts_with(stem, word);
              one := to_tsquery('simple', word || ':*');
              last_begun := coalesce(whole && one, one);
              one := coalesce(one || stems, one);
              all_begun := coalesce(all_begun && one, one);
              one := to_tsquery('simple', word);
              whole := coalesce(whole && one, one);
              name := trim(name || ' ' || word);
              parts := parts || ('%' || word || '%');
            end loop;

            if name <> '' then
              foreach span in array array[200, 3000] loop
                by_words := array(
                  select e.thing_id from (
                    select * from crm.search_entry e where e.tenant_id = me order by e.updated_at desc limit span
                  ) e
                  where e.words @@ all_begun and e.side = any (sides) and (kinds = '{}' or e.kind = any (kinds)) limit 300
                );
                exit when cardinality(by_words) < span / 10;
              end loop;
              by_words := by_words || array(
                select e.thing_id from crm.search_entry e
                where e.tenant_id = me and e.kind = 'CONTACT' and e.name_key = crm.name_key(name)
                  and e.side = any (sides) and (kinds = '{}' or e.kind = any (kinds)) limit 100
              );
              if cardinality(by_words) < 300 then
                for step in 1 .. 3 loop
                  exit when named >= 100 or step = 3 and (cardinality(by_words) >= 20 or all_begun = last_begun);
                  one := (array[whole, last_begun, all_begun])[step];
                  with hit as materialized (
                    select e.thing_id, e.folded from crm.search_entry e
                    where e.tenant_id = me and e.words @@ one and e.side = any (sides) and (kinds = '{}' or e.kind = any (kinds))
                  ), best as (
                    select h.thing_id, h.folded like all (parts) as is_named from (select * from hit limit 2000) h
                    order by is_named desc, length(h.folded), h.thing_id limit 300
                  )
                  select by_words || array_agg(b.thing_id), count(*) filter (where b.is_named) into by_words, named from best b;
                end loop;
              end if;
              if cardinality(by_words) < 20 and length(name) > 2 then
                foreach likeness in array array[1 - 4.1 / cardinality(%place%.show_trgm(name)), 0.5] loop
                  exit when by_likeness <> '{}';
                  perform set_config('pg_trgm.word_similarity_threshold', greatest(likeness, 0.5)::text, true);
                  by_likeness := array(
                    select e.thing_id from crm.search_entry e
                    where e.tenant_id = me and name operator(%place%.<%) e.folded
                      and e.side = any (sides) and (kinds = '{}' or e.kind = any (kinds)) limit 600
                  );
                end loop;
              end if;
            end if;
            by_reach := array(
              (select m.contact_id from crm.contact_mail m where m.tenant_id = me and m.mail_index = any (mails) limit 100)
              union all
              (select p.contact_id from crm.contact_phone p where p.tenant_id = me and p.phone_index = any (phones) limit 100)
              union all
              (select p.contact_id from crm.contact_phone p where p.tenant_id = me and p.last_four_index = any (phones) limit 100)
            );
            return query
            with scored as materialized (
              select e.thing_id as thing, round((case
                  when e.thing_id = any (by_reach) then 9
                  when e.thing_id = any (by_words) then ts_rank(e.words, all_begun) + %place%.similarity(name, e.folded)
                  else %place%.word_similarity(name, e.folded) / 2
                end)::numeric, 6)::float8 as fits
              from crm.search_entry e
              where e.thing_id = any (by_words || by_likeness || by_reach) and e.tenant_id = me
                and e.side = any (sides) and (kinds = '{}' or e.kind = any (kinds))
            ), counted as (
              select s.*, count(*) over () as number from scored s
            ), shown as (
              select * from counted c
              where after_score is null or (c.fits, c.thing) < (after_score, after_id)
              order by c.fits desc, c.thing desc limit most
            )
            select e.kind, e.thing_id, e.title,
              case when name = '' then left(e.body, 150) else
                ts_headline('simple', left(e.body, 2000), all_begun, 'StartSel="", StopSel="", MaxWords=20, MinWords=8') end,
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
}
