import { Migration } from '@mikro-orm/migrations';

export class Migration20261129160342 extends Migration {

  override name = 'Migration20261129160342';

  override up(): void | Promise<void> {
    // Whoever works on a run now takes it again.
    this.addSql(`update "tenants"."sync_run" set "status" = 'QUEUED', "lease" = null where "status" = 'RUNNING';`);
    this.addSql(`create unique index "sync_run_sync_id_unique" on "tenants"."sync_run" ("sync_id") where "status" = 'RUNNING';`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop index "tenants"."sync_run_sync_id_unique";`);
  }

}
