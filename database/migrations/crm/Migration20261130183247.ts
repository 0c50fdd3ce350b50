import { Migration } from '@mikro-orm/migrations';

export class Migration20261130183247 extends Migration {

  override name = 'Migration20261130183247';

  override up(): void | Promise<void> {
    this.addSql(`create index search_entry_titles on crm.search_entry using gin (tenant_id, to_tsvector('simple'::regconfig, folded));`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop index "crm"."search_entry_titles";`);
  }

}
