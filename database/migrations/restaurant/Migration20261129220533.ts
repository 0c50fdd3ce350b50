import { Migration } from '@mikro-orm/migrations';

export class Migration20261129220533 extends Migration {

  override name = 'Migration20261129220533';

  override up(): void | Promise<void> {
    this.addSql(`create index "menu_item_image_url_index" on restaurant.menu_item (substring(image_url from '/media/([0-9a-f]{64})-')) where image_url is not null;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop index "restaurant"."menu_item_image_url_index";`);
  }

}
