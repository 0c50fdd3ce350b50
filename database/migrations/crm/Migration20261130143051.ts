import { Migration } from '@mikro-orm/migrations';

export class Migration20261130143051 extends Migration {

  override name = 'Migration20261130143051';

  override up(): void | Promise<void> {
    this.addSql(`alter table "crm"."search_entry" drop constraint "search_entry_kind_check";`);
    this.addSql(`alter table "crm"."search_entry" add constraint "search_entry_kind_check" check ("kind" in ('CONTACT', 'ACTIVITY', 'NOTE', 'PARTNER'));`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "crm"."search_entry" drop constraint "search_entry_kind_check";`);
    this.addSql(`alter table "crm"."search_entry" add constraint "search_entry_kind_check" check ("kind" in ('CONTACT', 'ACTIVITY', 'NOTE'));`);
  }

}
