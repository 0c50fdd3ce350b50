import { Migration } from '@mikro-orm/migrations';

export class Migration20261130122312 extends Migration {

  override name = 'Migration20261130122312';

  override up(): void | Promise<void> {
    this.addSql(`alter table "restaurant"."inbox" add "answer" jsonb null;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "restaurant"."inbox" drop column "answer";`);
  }

}
