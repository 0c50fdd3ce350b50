import { Migration } from '@mikro-orm/migrations';

export class Migration20261121051626 extends Migration {

  override name = 'Migration20261121051626';

  override up(): void | Promise<void> {
    this.addSql(`create index "menu_item_tenant_id_updated_at_id_index" on "restaurant"."menu_item" ("tenant_id", "updated_at", "id");`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop index "restaurant"."menu_item_tenant_id_updated_at_id_index";`);
  }

}
