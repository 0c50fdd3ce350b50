import { Migration } from '@mikro-orm/migrations';

export class Migration20261130180157 extends Migration {

  override name = 'Migration20261130180157';

  override up(): void | Promise<void> {
    this.addSql(`create index "search_entry_tenant_id_updated_at_index" on "crm"."search_entry" ("tenant_id", "updated_at");`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop index "crm"."search_entry_tenant_id_updated_at_index";`);
  }

}
