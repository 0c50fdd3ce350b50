import { Migration } from '@mikro-orm/migrations';

export class Migration20261130040755 extends Migration {

  override name = 'Migration20261130040755';

  override up(): void | Promise<void> {
    this.addSql(`alter table "events"."event_tracking" add "first_failed_at" timestamptz(3) null, add "retried_at" timestamptz(3) null;`);
    this.addSql(`create index "event_tracking_tenant_id_id_index" on "events"."event_tracking" ("tenant_id", "id");`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop index "events"."event_tracking_tenant_id_id_index";`);
    this.addSql(`alter table "events"."event_tracking" drop column "first_failed_at", drop column "retried_at";`);
  }

}
