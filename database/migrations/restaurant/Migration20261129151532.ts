import { Migration } from '@mikro-orm/migrations';

export class Migration20261129151532 extends Migration {

  override name = 'Migration20261129151532';

  override up(): void | Promise<void> {
    this.addSql(`create table "restaurant"."audit_outbox" ("position" bigserial primary key, "audit" jsonb not null);`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "restaurant"."audit_outbox" cascade;`);
  }

}
