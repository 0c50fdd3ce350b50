import { Migration } from '@mikro-orm/migrations';

const whatIsNew = `
        insert into crm.tag (id, tenant_id, side, name, key, colour)
        select gen_random_uuid(), new.tenant_id, new.side, min(regexp_replace(btrim(given.name), '\\s+', ' ', 'g')), given.key, 'GREY'
        from unnest(new.tags, keys) as given (name, key) where given.key <> all(known) group by given.key
        on conflict (tenant_id, side, key) where removed_at is null do nothing;
        new.tags := array(
          select coalesce(kept.name, given.name) from unnest(new.tags, keys) with ordinality as given (name, key, place)
            left join (
              select t.name, t.key from crm.tag t
              where t.tenant_id = new.tenant_id and t.side = new.side and t.removed_at is null and t.key = any(keys)
            ) kept on kept.key = given.key
          group by 1 order by min(given.place)
        );
        return new;`;

/**
 * By hand: what an import writes row by row costs less. Tags that all stand in their book as they are written are looked for once
 * and left alone, and a text that is searched is folded once for all languages. Both answer what they answered before.
 */
export class Migration20261130180400 extends Migration {

  override name = 'Migration20261130180400';

  override up(): void {
    this.addSql(`
      create or replace function crm.keep_tags() returns trigger language plpgsql as $do$
      declare
        -- First of all, since no index is used for what a function says that could give something away by an error.
        keys text[] := '{}';
        known text[];
        standing int;
        tag text;
      begin
        foreach tag in array new.tags loop
          keys := keys || crm.tag_key(tag);
        end loop;
        select array_agg(t.key), count(*) filter (where t.name = any(new.tags)) into known, standing from crm.tag t
        where t.tenant_id = new.tenant_id and t.side = new.side and t.removed_at is null and t.key = any(keys);
        if standing = cardinality(new.tags) then
          return new;
        end if;
        known := coalesce(known, '{}');${whatIsNew}
      end $do$;
    `);
    this.addSql(`
      create or replace function crm.words(title text, body text) returns tsvector language plpgsql immutable strict parallel safe as $do$
      declare
        both_folded text := crm.folded(title || ' ' || body);
      begin
        return setweight(to_tsvector('pg_catalog.simple', crm.folded(title)), 'A')
          || setweight(to_tsvector('pg_catalog.simple', crm.folded(body)), 'C')
          || to_tsvector('pg_catalog.english', both_folded)
          || to_tsvector('pg_catalog.spanish', both_folded)
          || to_tsvector('pg_catalog.turkish', both_folded);
      end $do$;
    `);
  }

  override down(): void {
    this.addSql(`
      create or replace function crm.words(title text, body text) returns tsvector language sql immutable strict parallel safe
      return setweight(to_tsvector('pg_catalog.simple', crm.folded(title)), 'A')
        || setweight(to_tsvector('pg_catalog.simple', crm.folded(body)), 'C')
        || setweight(to_tsvector('pg_catalog.english', crm.folded(title || ' ' || body)), 'D')
        || setweight(to_tsvector('pg_catalog.spanish', crm.folded(title || ' ' || body)), 'D')
        || setweight(to_tsvector('pg_catalog.turkish', crm.folded(title || ' ' || body)), 'D');
    `);
    this.addSql(`
      create or replace function crm.keep_tags() returns trigger language plpgsql as $do$
      declare
        -- First of all, since no index is used for what a function says that could give something away by an error.
        keys text[] := array(select crm.tag_key(tag) from unnest(new.tags) as tag);
        known text[] := array(
          select t.key from crm.tag t
          where t.tenant_id = new.tenant_id and t.side = new.side and t.removed_at is null and t.key = any(keys)
        );
      begin${whatIsNew}
      end $do$;
    `);
  }
}
