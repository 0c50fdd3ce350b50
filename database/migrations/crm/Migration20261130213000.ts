import { Migration } from '@mikro-orm/migrations';

/**
 * By hand: what an import writes row by row costs less again. A transaction that holds the tags of a book, as they stand, says so,
 * and they are not looked for once more for each row; the words of a text are folded once. Both answer what they answered before.
 */
export class Migration20261130213000 extends Migration {

  override name = 'Migration20261130213000';

  override up(): void {
    this.keepTags(`new.tags <> '{}' and current_setting('crm.tags_held', true) is distinct from new.tenant_id || ' ' || new.side`);
    this.words(`crm.folded(title)`, `crm.folded(body)`, `named || ' ' || said`);
  }

  override down(): void {
    this.words(`crm.folded(title)`, `crm.folded(body)`, `crm.folded(title || ' ' || body)`);
    this.keepTags(`new.tags <> '{}'`);
  }

  private keepTags(when: string): void {
    for (const table of ['contact', 'note', 'activity', 'opportunity'])
      this.addSql(`
        create or replace trigger keep_tags before insert or update of tags on crm.${table}
        for each row when (${when}) execute function crm.keep_tags();
      `);
  }

  private words(named: string, said: string, both: string): void {
    this.addSql(`
      create or replace function crm.words(title text, body text) returns tsvector language plpgsql immutable strict parallel safe as $do$
      declare
        named text := ${named};
        said text := ${said};
        both_folded text := ${both};
      begin
        return setweight(to_tsvector('pg_catalog.simple', named), 'A')
          || setweight(to_tsvector('pg_catalog.simple', said), 'C')
          || to_tsvector('pg_catalog.english', both_folded)
          || to_tsvector('pg_catalog.spanish', both_folded)
          || to_tsvector('pg_catalog.turkish', both_folded);
      end $do$;
    `);
  }
}
