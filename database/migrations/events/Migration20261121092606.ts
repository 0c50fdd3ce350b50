import { Migration } from '@mikro-orm/migrations';

export class Migration20261121092606 extends Migration {

  override name = 'Migration20261121092606';

  override up(): void | Promise<void> {
    this.addSql(`create table "events"."keeper" ("stream" text not null, "reached" text not null, primary key ("stream"));`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "events"."keeper" cascade;`);
  }

}
