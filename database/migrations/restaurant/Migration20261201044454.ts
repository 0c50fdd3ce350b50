import { Migration } from '@mikro-orm/migrations';

export class Migration20261201044454 extends Migration {

  override name = 'Migration20261201044454';

  override up(): void | Promise<void> {
    this.addSql(`alter table "restaurant"."day_part" add "removed_at" timestamptz(3) null;`);

    this.addSql(`alter table "restaurant"."price_change" add "removed_at" timestamptz(3) null;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "restaurant"."day_part" drop column "removed_at";`);

    this.addSql(`alter table "restaurant"."price_change" drop column "removed_at";`);
  }

}
