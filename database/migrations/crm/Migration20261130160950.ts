import { Migration } from '@mikro-orm/migrations';

export class Migration20261130160950 extends Migration {

  override name = 'Migration20261130160950';

  override up(): void | Promise<void> {
    this.addSql(`alter table "crm"."search_entry" add "name_key" text generated always as (crm.name_key(crm.folded(title))) stored null;`);
    this.addSql(`create index search_entry_name_key on crm.search_entry (tenant_id, name_key) where kind = 'CONTACT';`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop index "crm"."search_entry_name_key";`);
    this.addSql(`alter table "crm"."search_entry" drop column "name_key";`);
  }

}
