import { Migration } from '@mikro-orm/migrations';

export class Migration20261129153208 extends Migration {

  override name = 'Migration20261129153208';

  override up(): void | Promise<void> {
    this.addSql(`alter table "tenants"."sync_run" add "failures_left_out" int not null default 0;`);

    this.addSql(`alter table "tenants"."sync_failure" add "name" text null;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "tenants"."sync_failure" drop column "name";`);

    this.addSql(`alter table "tenants"."sync_run" drop column "failures_left_out";`);
  }

}
