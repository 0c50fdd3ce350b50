import { Migration } from '@mikro-orm/migrations';

export class Migration20261201010230 extends Migration {

  override name = 'Migration20261201010230';

  override up(): void | Promise<void> {
    this.addSql(`alter table "tenants"."station" add "cash_waiting" jsonb null;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "tenants"."station" drop column "cash_waiting";`);
  }

}
