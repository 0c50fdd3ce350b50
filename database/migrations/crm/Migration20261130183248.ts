import { Migration } from '@mikro-orm/migrations';

/**
 * By hand: what is called by the words comes before what only says them, however old it is, and however many say them; texts are
 * looked through while that has not filled a page. Each tenant has plans of its own, since one may have a thousand times as many rows
 * as the others. `=` takes two queries for the same of which one only begins a word, so steps are counted.
 */
export class Migration20261130183248 extends Migration {

  override name = 'Migration20261130183248';

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
          set plan_cache_mode = force_custom_plan set pg_trgm.word_similarity_threshold = 0.5 as $body$
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
            span int;
            likeness float8;
            is_enough boolean := false;
            newest uuid[];
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
            end loop;

            if name <> '' then
              by_words := array(
                select e.thing_id from crm.search_entry e
                where e.tenant_id = me and e.kind = 'CONTACT' and e.name_key = crm.name_key(name)
                  and e.side = any (sides) and (kinds = '{}' or e.kind = any (kinds)) limit 100
              );
              for step in 1 .. 2 loop
                exit when is_enough;
                one := (array[whole, last_begun])[step];
                with hit as materialized (
                  select e.thing_id, e.folded from crm.search_entry e
                  where e.tenant_id = me and to_tsvector('simple', e.folded) @@ one
                    and e.side = any (sides) and (kinds = '{}' or e.kind = any (kinds))
                ), best as (
                  select h.thing_id from (select * from hit limit 2000) h order by length(h.folded), h.thing_id limit 300
                )
                select by_words || array_agg(b.thing_id), count(*) >= 100 into by_words, is_enough from best b;
                exit when is_enough or step = 2;
                foreach span in array array[200, 3000] loop
                  newest := array(
                    select e.thing_id from (
                      select * from crm.search_entry e where e.tenant_id = me order by e.updated_at desc limit span
                    ) e
                    where e.words @@ all_begun and e.side = any (sides) and (kinds = '{}' or e.kind = any (kinds)) limit 300
                  );
                  exit when cardinality(newest) < span / 10;
                end loop;
                by_words := by_words || newest;
                is_enough := cardinality(newest) = 300;
              end loop;
              foreach one in array array[whole, last_begun, all_begun] loop
                exit when is_enough;
                by_words := array(
                  with hit as materialized (
                    select e.thing_id, e.updated_at from crm.search_entry e
                    where e.tenant_id = me and e.words @@ one and e.side = any (sides) and (kinds = '{}' or e.kind = any (kinds))
                  ), best as (
                    select h.thing_id from (select * from hit limit 2000) h order by h.updated_at desc, h.thing_id limit 300
                  )
                  select unnest(by_words) union select b.thing_id from best b
                );
                is_enough := cardinality(by_words) >= 20;
              end loop;
              if cardinality(by_words) < 20 and length(name) > 2 then
                foreach likeness in array array[1 - 4.1 / cardinality(%place%.show_trgm(name)), 0.5] loop
                  exit when by_likeness <> '{}';
                  perform set_config('pg_trgm.word_similarity_threshold', greatest(likeness, 0.5)::text, true);
                  by_likeness := array(
                    with hit as materialized (
                      select e.thing_id from crm.search_entry e
                      where e.tenant_id = me and name operator(%place%.<%) e.folded
                        and e.side = any (sides) and (kinds = '{}' or e.kind = any (kinds))
                    )
                    select h.thing_id from hit h limit 600
                  );
                end loop;
              end if;
            end if;
            by_reach := array(
              (select m.contact_id from crm.contact_mail m
                where mails <> '{}' and m.tenant_id = me and m.mail_index = any (mails) limit 100)
              union all
              (select p.contact_id from crm.contact_phone p
                where phones <> '{}' and p.tenant_id = me and p.phone_index = any (phones) limit 100)
              union all
              (select p.contact_id from crm.contact_phone p
                where phones <> '{}' and p.tenant_id = me and p.last_four_index = any (phones) limit 100)
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
}
