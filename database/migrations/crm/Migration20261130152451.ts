import { Migration } from '@mikro-orm/migrations';

/**
 * By hand: whatever writes tags, an import in plain SQL too, writes them as they stand in their book, and makes a tag of what is
 * new. What people write has held its tags before (`tag/keep-tags.ts`), and finds nothing to do here.
 */
export class Migration20261130152451 extends Migration {

  override name = 'Migration20261130152451';

  override up(): void {
    this.addSql(`
      create function crm.tag_key(name text) returns text language sql immutable strict parallel safe
      return lower(translate(regexp_replace(btrim(normalize(name, nfc)), '\\s+', ' ', 'g'), 'İIı', 'iii'));
    `);
    this.addSql(`comment on function crm.tag_key is 'By what a tag is known: the same as keyOfTag.';`);
    this.addSql(`
      create function crm.keep_tags() returns trigger language plpgsql as $do$
      declare
        -- First of all, since no index is used for what a function says that could give something away by an error.
        keys text[] := array(select crm.tag_key(tag) from unnest(new.tags) as tag);
        known text[] := array(
          select t.key from crm.tag t
          where t.tenant_id = new.tenant_id and t.side = new.side and t.removed_at is null and t.key = any(keys)
        );
      begin
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
        return new;
      end $do$;
    `);
    this.addSql(`select set_config('app.system', 'on', true);`);
    for (const table of ['contact', 'note', 'activity', 'opportunity']) {
      this.addSql(`
        create trigger keep_tags before insert or update of tags on crm.${table}
        for each row when (new.tags <> '{}') execute function crm.keep_tags();
      `);
      this.addSql(`update crm.${table} set tags = tags where tags <> '{}';`);
    }
    this.addSql(`select set_config('app.system', 'off', true);`);
  }

  override down(): void {
    for (const table of ['contact', 'note', 'activity', 'opportunity'])
      this.addSql(`drop trigger keep_tags on crm.${table};`);
    this.addSql('drop function crm.keep_tags;');
    this.addSql('drop function crm.tag_key;');
  }
}
