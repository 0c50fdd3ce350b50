import { Migration } from '@mikro-orm/migrations';

export class Migration20261121091733 extends Migration {

  override name = 'Migration20261121091733';

  override up(): void | Promise<void> {
    this.addSql(`alter table "tenants"."tenant_sync" add "reason" jsonb null;`);

    this.addSql(`alter table "tenants"."sync_run" add "reason" jsonb null;`);

    this.addSql(`alter table "tenants"."sync_failure" add "reason" jsonb null;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "tenants"."sync_failure" drop column "reason";`);

    this.addSql(`alter table "tenants"."sync_run" drop column "reason";`);

    this.addSql(`alter table "tenants"."tenant_sync" drop column "reason";`);
  }

}
