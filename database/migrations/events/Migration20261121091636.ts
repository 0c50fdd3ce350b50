import { Migration } from '@mikro-orm/migrations';

export class Migration20261121091636 extends Migration {

  override name = 'Migration20261121091636';

  override up(): void | Promise<void> {
    this.addSql(`alter table "events"."reconciliation" drop constraint "reconciliation_tenant_id_unique";`);
    this.addSql(`alter table "events"."reconciliation" add "by" jsonb null;`);
    this.addSql(`create index "reconciliation_tenant_id_at_index" on "events"."reconciliation" ("tenant_id", "at");`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop index "events"."reconciliation_tenant_id_at_index";`);
    this.addSql(`alter table "events"."reconciliation" drop column "by";`);
    this.addSql(`alter table "events"."reconciliation" add constraint "reconciliation_tenant_id_unique" unique ("tenant_id");`);
  }

}
