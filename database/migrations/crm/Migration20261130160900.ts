import { Migration } from '@mikro-orm/migrations';

/** By hand: how names are compared whose words are in any order; see Migration20261130114500. */
export class Migration20261130160900 extends Migration {

  override name = 'Migration20261130160900';

  override up(): void {
    this.addSql(`
      create function crm.name_key(folded text) returns text language sql immutable strict parallel safe
      return left(array_to_string(array(
        select word from regexp_split_to_table(folded, '[^[:alnum:]]+') word where word <> '' order by word collate "C"
      ), ' '), 200);
    `);
    this.addSql(`comment on function crm.name_key is 'The words of a folded name in one order, so that Muñoz, Ana and Ana Munoz are the same.';`);
  }

  override down(): void {
    this.addSql(`drop function crm.name_key;`);
  }
}
