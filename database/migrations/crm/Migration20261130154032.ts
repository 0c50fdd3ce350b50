import { Migration } from '@mikro-orm/migrations';

export class Migration20261130154032 extends Migration {

  override name = 'Migration20261130154032';

  override up(): void | Promise<void> {
    this.addSql(`alter table "crm"."import" add "written_count" int not null default 0;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "crm"."import" drop column "written_count";`);
  }

}
