import { Migration } from '@mikro-orm/migrations';

export class Migration20261130191919 extends Migration {

  override name = 'Migration20261130191919';

  override up(): void | Promise<void> {
    this.addSql(`alter table "restaurant"."order" add "approved_by" uuid null;`);

    this.addSql(`alter table "restaurant"."order_line" add "approved_by" uuid null;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "restaurant"."order" drop column "approved_by";`);

    this.addSql(`alter table "restaurant"."order_line" drop column "approved_by";`);
  }

}
