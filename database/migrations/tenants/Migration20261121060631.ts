import { Migration } from '@mikro-orm/migrations';

export class Migration20261121060631 extends Migration {

  override name = 'Migration20261121060631';

  override up(): void | Promise<void> {
    this.addSql(`alter table "tenants"."api_client" add "application" text null;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "tenants"."api_client" drop column "application";`);
  }

}
