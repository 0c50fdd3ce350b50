import { Migration } from '@mikro-orm/migrations';

export class Migration20261130213820 extends Migration {

  override name = 'Migration20261130213820';

  override up(): void | Promise<void> {
    this.addSql(`alter table "restaurant"."order" add "split_from_id" uuid null, add "merged_into_id" uuid null;`);

    this.addSql(`alter table "restaurant"."order_line" add "portions" int not null default 0, add "odd" jsonb null;`);
    this.addSql(`select set_config('app.system', 'on', true);`);
    this.addSql(`update "restaurant"."order_line" set "portions" = ceil("quantity"::numeric) where "voided_at" is null;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "restaurant"."order" drop column "split_from_id", drop column "merged_into_id";`);

    this.addSql(`alter table "restaurant"."order_line" drop column "portions", drop column "odd";`);
  }

}
