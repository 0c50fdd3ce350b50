import { Migration } from '@mikro-orm/migrations';

/**
 * By hand: how texts are compared and found. PostgreSQL puts no condition below a row's policy whose operator could give
 * something away by an error, and those of words and likeness are such: their indexes would never be used by a role with row
 * security. So the search is a function of the tables' owner, which knows the tenant and the side of the session by itself.
 */
export class Migration20261130114500 extends Migration {

  override name = 'Migration20261130114500';

  override up(): void {
    // In a function that is used by indexes every name says where it is.
    this.addSql(`
      do $do$
      declare place text := (select extnamespace::regnamespace::text from pg_extension where extname = 'unaccent');
      begin
        execute format($create$
          create function crm.folded(text text) returns text language sql immutable strict parallel safe
          return lower(%1$s.unaccent('%1$s.unaccent'::regdictionary, translate(text, 'İIı', 'iii')))
        $create$, place);
      end $do$;
    `);
    this.addSql(`comment on function crm.folded is 'A text as it is compared: small letters without accents, and one i for the four of Turkish.';`);
    this.addSql(`
      create function crm.words(title text, body text) returns tsvector language sql immutable strict parallel safe
      return setweight(to_tsvector('pg_catalog.simple', crm.folded(title)), 'A')
        || setweight(to_tsvector('pg_catalog.simple', crm.folded(body)), 'C')
        || setweight(to_tsvector('pg_catalog.english', crm.folded(title || ' ' || body)), 'D')
        || setweight(to_tsvector('pg_catalog.spanish', crm.folded(title || ' ' || body)), 'D')
        || setweight(to_tsvector('pg_catalog.turkish', crm.folded(title || ' ' || body)), 'D');
    `);
    this.addSql(`comment on function crm.words is 'What a thing is found by: its words as they are, and as English, Spanish and Turkish inflect them.';`);
  }

  override down(): void {
    this.addSql(`drop function crm.words;`);
    this.addSql(`drop function crm.folded;`);
  }
}
