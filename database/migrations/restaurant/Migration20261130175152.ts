import { Migration } from '@mikro-orm/migrations';

export class Migration20261130175152 extends Migration {

  override name = 'Migration20261130175152';

  override up(): void | Promise<void> {
    this.addSql(`alter table "restaurant"."restaurant" add "closed_at" timestamptz(3) null;`);

    this.addSql(`alter table "restaurant"."location" add "currency" text null, add "day_start" text not null default '04:00', add "tax_country" text null, add "receipt_head" text[] not null default '{}', add "closed_at" timestamptz(3) null;`);

    // What was sold there so far was sold in the currency of the menu.
    this.addSql(`select set_config('app.system', 'on', true);`);
    this.addSql(`
      update "restaurant"."location" l set "currency" = coalesce(
        (select i."price_currency" from "restaurant"."menu_item" i where i."tenant_id" = l."tenant_id" limit 1), 'USD');
    `);
    this.addSql(`alter table "restaurant"."location" alter "currency" set not null;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "restaurant"."location" drop column "currency", drop column "day_start", drop column "tax_country", drop column "receipt_head", drop column "closed_at";`);

    this.addSql(`alter table "restaurant"."restaurant" drop column "closed_at";`);
  }

}
