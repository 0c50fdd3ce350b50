import { Migration } from '@mikro-orm/migrations';

export class Migration20261130162305 extends Migration {

  override name = 'Migration20261130162305';

  override up(): void | Promise<void> {
    this.addSql(`create index "contact_tenant_id_id_index" on "crm"."contact" ("tenant_id", "id");`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop index "crm"."contact_tenant_id_id_index";`);
  }

}
