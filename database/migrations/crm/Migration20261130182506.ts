import { Migration } from '@mikro-orm/migrations';

export class Migration20261130182506 extends Migration {

  override name = 'Migration20261130182506';

  override up(): void | Promise<void> {
    this.addSql(`alter table "crm"."import_row" add "kept_fields" text[] null;`);

    this.addSql(`alter table "crm"."tag_place" add "instead_id" uuid null;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "crm"."import_row" drop column "kept_fields";`);

    this.addSql(`alter table "crm"."tag_place" drop column "instead_id";`);
  }

}
