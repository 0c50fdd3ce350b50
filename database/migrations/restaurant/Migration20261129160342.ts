import { Migration } from '@mikro-orm/migrations';

export class Migration20261129160342 extends Migration {

  override name = 'Migration20261129160342';

  override up(): void | Promise<void> {
    this.addSql(`drop index "restaurant"."menu_item_tenant_id_index";`);
    this.addSql(`alter table "restaurant"."menu_item" drop constraint "menu_item_pkey";`);
    this.addSql(`alter table "restaurant"."menu_item" add primary key ("id", "tenant_id");`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "restaurant"."menu_item" drop constraint "menu_item_pkey";`);
    this.addSql(`create index "menu_item_tenant_id_index" on "restaurant"."menu_item" ("tenant_id");`);
    this.addSql(`alter table "restaurant"."menu_item" add primary key ("id");`);
  }

}
